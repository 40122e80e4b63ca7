using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Text;

namespace Entente.Reading;

/// <summary>Permanent ids of observations: the same reading of the same document gives the same id on every machine.</summary>
public static class ObservationId
{
    /// <summary>The id of an observation: first 16 hexadecimal digits, lower case, of SHA-256 over its parts, separated by U+001F.</summary>
    /// <param name="documentId">The document's id.</param>
    /// <param name="kind">The observation's <see cref="Observation.Kind"/>.</param>
    /// <param name="span">Where it was read, in cleaned text.</param>
    /// <param name="content">What tells it from others of its kind at the same place.</param>
    public static string Create(string documentId, string kind, TextSpan span, string content)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"{documentId}\u001f{kind}\u001f{span.Start}\u001f{span.Length}\u001f{content}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));
    }
}
