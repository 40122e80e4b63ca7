namespace Entente.Datasets.Tests.Streams;

/// <summary>Lines as the publishers write them, made up.</summary>
internal static class StreamLines
{
    /// <summary>A row of GDELT 2.0 (61 columns) or 1.0 (58).</summary>
    public static string Gdelt(int columns, string id, string day, string actor1, string country1, string actor2, string country2, string code, string goldstein = "1.0", string articles = "2", string url = "https://www.example.org/a")
    {
        string[] f = [.. Enumerable.Repeat("", columns)];
        (f[0], f[1], f[5], f[7], f[15], f[17], f[26], f[28], f[30], f[33]) = (id, day, actor1, country1, actor2, country2, code, code.Length > 1 ? code[..2] : code, goldstein, articles);
        f[^1] = url;
        f[^2] = columns == 61 ? "20220916120000" : "20220916";
        return string.Join('\t', f);
    }

    public static string File(params string[] lines) => string.Join('\n', lines) + "\n";
}
