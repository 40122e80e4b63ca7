#:property RestorePackagesWithLockFile=false
// The bill of materials of a release: every package in a lock file, with version and hash, as CycloneDX 1.6.
// dotnet run release/sbom.cs -- LOCKFILE VERSION > sbom.json
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

if (args is not [var lockFile, var version])
{
    Console.Error.WriteLine("usage: sbom LOCKFILE VERSION");
    return 2;
}
using JsonDocument read = JsonDocument.Parse(File.ReadAllText(lockFile));
var packages = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
foreach (JsonProperty framework in read.RootElement.GetProperty("dependencies").EnumerateObject())
    foreach (JsonProperty package in framework.Value.EnumerateObject())
    {
        if (!package.Value.TryGetProperty("resolved", out JsonElement resolved)) continue; // a project of this repository
        string purl = $"pkg:nuget/{package.Name}@{resolved.GetString()}";
        var component = new JsonObject { ["type"] = "library", ["bom-ref"] = purl, ["name"] = package.Name, ["version"] = resolved.GetString(), ["purl"] = purl };
        if (package.Value.TryGetProperty("contentHash", out JsonElement hash))
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(hash.GetString()!)) });
        packages[purl] = component;
    }
if (packages.Count == 0)
{
    Console.Error.WriteLine($"{lockFile} names no package: it is no packages.lock.json, or restore has not run.");
    return 1;
}
var bill = new JsonObject
{
    ["bomFormat"] = "CycloneDX",
    ["specVersion"] = "1.6",
    ["version"] = 1,
    ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["name"] = "entente", ["version"] = version } },
    ["components"] = new JsonArray([.. packages.Values]),
};
Console.Out.WriteLine(bill.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{packages.Count} packages"));
return 0;
