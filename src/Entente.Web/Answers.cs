using Entente.Briefings;
using Entente.Measures;
using Entente.Questions;
using Entente.Record;
using Entente.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Entente.Web;

/// <summary>A briefing, and what kept the stored texts out of it.</summary>
/// <param name="Briefing">The briefing.</param>
/// <param name="StoreTrouble">Why no stored text could be asked; null when all is well.</param>
public sealed record BriefingReply(Briefing Briefing, string? StoreTrouble);

/// <summary>
/// The one way of pages, API and MCP to what Entente knows: the questions of Entente.Questions, with what was asked lately kept.
/// Thread-safe.
/// </summary>
public sealed class Answers(ReferencePanel panel, EvidenceRoom evidence) : IDisposable
{
    /// <summary>Most stored observations a briefing draws on, newest first.</summary>
    public const int ObservationLimit = 2000;

    /// <summary>Most answers kept; a briefing with its history takes some 200 kB.</summary>
    private const int MostKept = 600;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The panel.</summary>
    public ReferencePanel Panel => panel;

    /// <summary>The stored evidence.</summary>
    public EvidenceRoom Evidence => evidence;

    /// <summary>The last day the record reaches: what "as of" means when nobody says.</summary>
    public DateOnly LastDay => new(panel.Record.LastYear, 12, 31);

    /// <summary>The record of two states, to its end.</summary>
    public DyadPanel Record(UndirectedDyad dyad) => Kept(("record", dyad.ToString(), ""), () => panel.Record.ReadDyad(dyad));

    /// <summary>Alignment over the years as of a day; null when nothing is known.</summary>
    public AlignmentHistory? History(UndirectedDyad dyad, DateOnly? asOf, IReadOnlyDictionary<string, double>? weights = null) => weights is not null
        ? DyadScores.History(Record(dyad), asOf ?? LastDay, panel.Model, weights)
        : Kept(("history", dyad.ToString(), $"{(asOf ?? LastDay).DayNumber}"), () => DyadScores.History(Record(dyad), asOf ?? LastDay, panel.Model));

    /// <summary>The briefing on two states. A store that cannot be asked does not keep the record back.</summary>
    public BriefingReply Briefing(BriefingQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Weights is null && question.Documents.Count == 0
            ? Kept(("briefing", $"{question.A}-{question.B}", $"{question.AsOf?.DayNumber}/{evidence.Version}"), () => Compose(question), r => r.StoreTrouble is null)
            : Compose(question);
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private BriefingReply Compose(BriefingQuestion question)
    {
        string? trouble = null;
        Briefing briefing = BriefingAnswer.Compose(panel, question, Record(question.Dyad), (dyad, day) =>
        {
            try
            {
                return evidence.Store.About(dyad, day, ObservationLimit);
            }
            catch (StoreException e)
            {
                trouble = e.Message;
                return [];
            }
        });
        return new BriefingReply(briefing, trouble);
    }

    private T Kept<T>((string Kind, string Dyad, string How) key, Func<T> make, Func<T, bool>? worth = null)
    {
        if (_kept.TryGetValue(key, out Lazy<T>? kept)) return kept!.Value;
        var lazy = new Lazy<T>(make);
        _kept.Set(key, lazy, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(2) });
        try
        {
            T value = lazy.Value;
            if (worth is not null && !worth(value)) _kept.Remove(key);
            return value;
        }
        catch
        {
            _kept.Remove(key);
            throw;
        }
    }
}
