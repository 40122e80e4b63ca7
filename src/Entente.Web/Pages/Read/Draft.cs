using Entente.Documents;
using Entente.Reading;

namespace Entente.Web.Pages.Read;

/// <summary>A text that was read and not yet stored.</summary>
/// <param name="Id">Its name, which nobody can guess.</param>
/// <param name="User">Who read it; nobody else sees it.</param>
/// <param name="Coded">What it says.</param>
/// <param name="Skipped">What gave no document, and why.</param>
/// <param name="Bytes">The bytes as they came.</param>
/// <param name="Made">When.</param>
internal sealed record Draft(string Id, string User, IReadOnlyList<CodedDocument> Coded, IReadOnlyList<SkippedInput> Skipped, byte[] Bytes, DateTimeOffset Made);

/// <summary>Texts read and not yet stored: a few, for half an hour, in memory only. Thread-safe.</summary>
internal sealed class Drafts(TimeProvider time)
{
    private const int Most = 24;
    private const long MostBytes = 128L * 1024 * 1024;
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly List<Draft> _drafts = [];

    public Draft Keep(string user, IReadOnlyList<CodedDocument> coded, IReadOnlyList<SkippedInput> skipped, byte[] bytes)
    {
        var draft = new Draft(Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), user, coded, skipped, bytes, time.GetUtcNow());
        lock (_gate)
        {
            _drafts.RemoveAll(d => d.Made + s_life < draft.Made);
            _drafts.Add(draft);
            while (_drafts.Count > 1 && (_drafts.Count > Most || _drafts.Sum(d => (long)d.Bytes.Length) > MostBytes)) _drafts.RemoveAt(0);
        }
        return draft;
    }

    public Draft? Take(string id, string user)
    {
        lock (_gate)
        {
            int at = _drafts.FindIndex(d => d.Id == id && d.User == user && d.Made + s_life >= time.GetUtcNow());
            if (at < 0) return null;
            Draft draft = _drafts[at];
            _drafts.RemoveAt(at);
            return draft;
        }
    }
}
