using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Assets;

/// <summary>Style, script and pictures, held in the program; their address changes with their content, so they are kept for ever.</summary>
internal static class AssetFiles
{
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Hash, string Type)> s_files = Load();

    /// <summary>The address of a file.</summary>
    public static string Address(string name) => $"/assets/{s_files[name].Hash}/{name}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{hash}/{name}", (string hash, string name, HttpContext context) =>
    {
        if (!s_files.TryGetValue(name, out var file) || file.Hash != hash) return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, file.Type);
    }).AllowAnonymous();

    private static FrozenDictionary<string, (byte[] Bytes, string Hash, string Type)> Load()
    {
        const string Prefix = "Assets/";
        var files = new Dictionary<string, (byte[] Bytes, string Hash, string Type)>(StringComparer.Ordinal);
        foreach (string resource in typeof(AssetFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = typeof(AssetFiles).Assembly.GetManifestResourceStream(resource)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            byte[] bytes = memory.ToArray();
            files.Add(resource[Prefix.Length..], (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)), TypeOf(resource)));
        }
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
