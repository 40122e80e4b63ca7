using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Web.Security;

/// <summary>What somebody may do; each may do what those before may.</summary>
public enum AccessRole
{
    /// <summary>See everything.</summary>
    Reader,

    /// <summary>Read texts into the store and correct observations.</summary>
    Analyst,

    /// <summary>Everything.</summary>
    Admin,
}

/// <summary>One who may come in.</summary>
/// <param name="Name">Name, put beside what they do.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Hash">SHA-256 of the key; the key itself is kept nowhere.</param>
public sealed record AccessKey(string Name, AccessRole Role, byte[] Hash);

/// <summary>Who may come in, by key. Immutable.</summary>
public sealed class AccessKeys
{
    private readonly IReadOnlyList<AccessKey> _keys;

    private AccessKeys(IReadOnlyList<AccessKey> keys) => _keys = keys;

    /// <summary>Reads lines of <c>name role sha256</c>; empty ones and those after <c>#</c> are passed over.</summary>
    /// <exception cref="FormatException">A line is not of that form, or there is none; the message says which and how to make one.</exception>
    public static AccessKeys Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var keys = new List<AccessKey>();
        foreach ((int number, string line) in lines.Index())
        {
            string[] f = line.Split('#', 2)[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (f.Length == 0) continue;
            if (f.Length != 3 || !Enum.TryParse(f[1], ignoreCase: true, out AccessRole role) || !Enum.IsDefined(role) || f[2].Length != 64 || !f[2].All(char.IsAsciiHexDigit))
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {number + 1} of the keys is not 'name role sha256' with role reader, analyst or admin: 'entente serve new-key NAME ROLE' prints such a line."));
            keys.Add(new AccessKey(f[0], role, Convert.FromHexString(f[2])));
        }
        return keys.Count > 0 ? new AccessKeys(keys) : throw new FormatException("There is no key in the file: 'entente serve new-key NAME ROLE' prints a line for it.");
    }

    /// <summary>Makes a key of 256 random bits.</summary>
    /// <returns>The key, shown once, and the line that lets it in.</returns>
    public static (string Key, string Line) Make(string name, AccessRole role)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Any(c => char.IsWhiteSpace(c) || c == '#')) throw new FormatException("A name is one word.");
        string key = "ent_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (key, $"{name} {role.ToString().ToLowerInvariant()} {Convert.ToHexStringLower(Hash(key))}");
    }

    /// <summary>Whose key it is, or null. Takes the same time for every wrong one.</summary>
    public AccessKey? Find(string key)
    {
        byte[] hash = Hash(key);
        AccessKey? found = null;
        foreach (AccessKey one in _keys)
            if (CryptographicOperations.FixedTimeEquals(one.Hash, hash)) found = one;
        return found;
    }

    internal static ClaimsPrincipal PrincipalOf(string name, AccessRole role, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), .. Enum.GetValues<AccessRole>().Where(r => r <= role).Select(r => new Claim(ClaimTypes.Role, r.ToString()))], scheme));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
