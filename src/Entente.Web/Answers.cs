using Entente.Briefings;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Order;
using Entente.Questions;
using Entente.Reading;
using Entente.Record;
using Entente.Scenarios.Simulation;
using Entente.Solvers;
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
public sealed class Answers(ReferencePanel panel, EvidenceRoom evidence, ServeOptions options) : IDisposable
{
    /// <summary>Most stored observations a briefing draws on, newest first.</summary>
    public const int ObservationLimit = 2000;

    private const int OrderResamples = 40;

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
    /// <param name="question">What is asked.</param>
    /// <param name="corrected">Whether observations that an analyst marked as wrong are left out.</param>
    public BriefingReply Briefing(BriefingQuestion question, bool corrected = true)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Weights is null && question.Documents.Count == 0
            ? Kept(("briefing", $"{question.A}-{question.B}", $"{question.AsOf?.DayNumber}/{evidence.Version}/{corrected}"), () => Compose(question, corrected), r => r.StoreTrouble is null)
            : Compose(question, corrected);
    }

    /// <summary>Rifts and rapprochements of two states as of a day.</summary>
    public IReadOnlyList<Break> Breaks(UndirectedDyad dyad, DateOnly? asOf) => Kept(("breaks", dyad.ToString(), $"{(asOf ?? LastDay).DayNumber}"),
        () => History(dyad, asOf) is { } history ? panel.Breaks(Record(dyad), history) : []);

    /// <summary>The system of states that scenarios are run in; learned when first asked for.</summary>
    /// <exception cref="IOException">Its files are not there; the message says how to make them.</exception>
    public ScenarioSystem System => Kept(("system", "", ""), () => ScenarioSystem.Open(panel, options.NowcastDirectory, null));

    /// <summary>A scenario; run once for each address that asks it.</summary>
    public ScenarioResult Scenario(string address, Func<ScenarioSystem, ScenarioResult> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Kept(("scenario", "", address), () => run(System));
    }

    /// <summary>The order of states in a year, from alignments as the whole record gives them.</summary>
    public SystemOrder Order(int year) => Kept(("order", "", $"{year}"), () =>
    {
        StateNetwork network = StateNetwork.OfAlignment(year, panel.Year(year, null), panel.Model.Scale, TieRule.OfAlignment);
        // A page does not wait long: what is not proven in this time is given with its bound.
        return SystemOrder.Of(network, n => FrustrationSolver.Solve(n, new FrustrationOptions { TimeLimit = TimeSpan.FromSeconds(2) }), OrderResamples);
    });

    /// <summary>Stored observations about two states published up to a day, newest first.</summary>
    /// <exception cref="StoreException">The store cannot be asked; the message says why.</exception>
    public IReadOnlyList<StoredObservation> About(UndirectedDyad dyad, DateOnly asOf, bool corrected = true)
    {
        IReadOnlyList<StoredObservation> all = evidence.Store.About(dyad, asOf, ObservationLimit);
        IReadOnlySet<string> wrong = evidence.Overruled;
        return !corrected || wrong.Count == 0 ? all : [.. all.Where(o => !wrong.Contains(o.Observation.Id))];
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private BriefingReply Compose(BriefingQuestion question, bool corrected)
    {
        string? trouble = null;
        Briefing briefing = BriefingAnswer.Compose(panel, question, Record(question.Dyad), (dyad, day) =>
        {
            try
            {
                return About(dyad, day, corrected);
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
