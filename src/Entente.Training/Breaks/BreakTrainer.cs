using System.Collections.Immutable;
using System.Globalization;
using Entente.Measures;
using Entente.Measures.Breaks;

namespace Entente.Training.Breaks;

/// <summary>How turns are learned.</summary>
/// <param name="Folds">Parts of the cross-validation, by dyad.</param>
/// <param name="TurnWeight">How much a listed turn counts against a year without one: the lists name some of the turns only.</param>
/// <param name="UnlistedWeight">How much a year without a listed turn counts in a dyad that has a list.</param>
/// <param name="QuietWeight">How much a year counts in a dyad that is listed as quiet: these are few, and much is known of them.</param>
/// <param name="Ridge">Strength of the pull of every weight to 0.</param>
public sealed record BreakTrainerOptions(int Folds = 10, double TurnWeight = 8, double UnlistedWeight = 0.5, double QuietWeight = 4, double Ridge = 1);

/// <summary>How a set of dyads came out when the model was learned from others.</summary>
/// <param name="Dyads">Dyads.</param>
/// <param name="Years">Dyad-years.</param>
/// <param name="Turns">Listed turns.</param>
/// <param name="Found">Listed turns of which one of the same direction is asserted within a year.</param>
/// <param name="Asserted">Turns asserted.</param>
/// <param name="Listed">Asserted turns that have a listed one of the same direction within a year.</param>
public sealed record BreakScore(int Dyads, int Years, int Turns, int Found, int Asserted, int Listed)
{
    /// <summary>Share of listed turns found.</summary>
    public double Recall => Turns == 0 ? 0 : Found / (double)Turns;

    /// <summary>Asserted turns of a dyad in fifty years.</summary>
    public double AssertedPer50Years => Years == 0 ? 0 : 50.0 * Asserted / Years;
}

/// <summary>The model and how its like did on dyads it had not seen.</summary>
/// <param name="Model">Learned from all.</param>
/// <param name="Scores">By set of the lists, and <c>never</c> for dyads without any list or conflict.</param>
/// <param name="Missed">Listed turns not found.</param>
/// <param name="Peaks">Every year that stood out, as set,dyad,years,direction,year,log-odds, weighed by a model that had not seen the dyad.</param>
public sealed record BreakTraining(BreakModel Model, IReadOnlyDictionary<string, BreakScore> Scores, ImmutableArray<string> Missed, ImmutableArray<string> Peaks);

/// <summary>
/// Learns the finder of turns: a ridge logistic regression in which no signal may speak against the turn. A listed turn may be dated a year off, so
/// that of the three years about it the likeliest counts (multiple-instance learning), the rest and those two years off being left out. Deterministic.
/// </summary>
public static class BreakTrainer
{
    private const int Passes = 4, Sweeps = 30;

    /// <summary>Learns and cross-validates by dyad.</summary>
    /// <param name="listed">Dyads with their lists.</param>
    /// <param name="never">Dyads in which nothing happened.</param>
    /// <param name="options">How.</param>
    /// <param name="say">Told of progress.</param>
    public static BreakTraining Train(IReadOnlyList<(TurnList List, BreakEvidence Evidence)> listed, IReadOnlyList<BreakEvidence> never, BreakTrainerOptions options, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(never);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        List<Sample> samples = [.. listed.Select(l => new Sample(l.List.Set, l.Evidence, l.List.Turns)), .. never.Select(n => new Sample("never", n, []))];
        for (int i = 0; i < samples.Count; i++) samples[i].Fold = i % options.Folds;
        var scores = new SortedDictionary<string, BreakScore>(StringComparer.Ordinal);
        var missed = ImmutableArray.CreateBuilder<string>();
        var peaks = ImmutableArray.CreateBuilder<string>();
        for (int fold = 0; fold < options.Folds; fold++)
        {
            BreakModel model = Learn([.. samples.Where(s => s.Fold != fold)], options);
            foreach (Sample s in samples.Where(s => s.Fold == fold))
            {
                scores[s.Set] = Sum(scores.GetValueOrDefault(s.Set), s.Score(model, missed));
                peaks.AddRange(s.Peaks(model));
            }
            say($"Part {fold + 1} of {options.Folds}.");
        }
        return new BreakTraining(Learn(samples, options), scores, [.. missed.Order(StringComparer.Ordinal)], peaks.ToImmutable());
    }

    private static BreakModel Learn(List<Sample> samples, BreakTrainerOptions options)
    {
        TurnWeights[] both = [.. Enum.GetValues<Turn>().Select(turn =>
        {
            var weights = new TurnWeights(-3, [.. new double[BreakModel.SignalsOf(turn).Length]], [.. new double[BreakModel.Circumstances.Length]]);
            for (int pass = 0; pass < Passes; pass++) weights = Logistic.Fit([.. samples.SelectMany(s => s.Rows(turn, weights, pass > 0, options))], weights, options.Ridge, Sweeps);
            return weights;
        })];
        return new BreakModel(both[0], both[1]);
    }

    private static BreakScore Sum(BreakScore? a, BreakScore b) => a is null ? b
        : new BreakScore(a.Dyads + b.Dyads, a.Years + b.Years, a.Turns + b.Turns, a.Found + b.Found, a.Asserted + b.Asserted, a.Listed + b.Listed);

    private sealed class Sample(string set, BreakEvidence evidence, ImmutableArray<(int Year, Turn Turn)> turns)
    {
        private readonly List<BreakYear>[] _years = [.. Enum.GetValues<Turn>().Select(t => Within(evidence, t))];

        public string Set => set;

        public int Fold { get; set; }

        // Years with a value and no others: a dyad that does not exist cannot turn.
        private static List<BreakYear> Within(BreakEvidence e, Turn turn) => e.Series is null ? []
            : BreakYears.Of(e, turn, AlignmentModel.Beginning);

        public IEnumerable<LogisticRow> Rows(Turn turn, TurnWeights now, bool choose, BreakTrainerOptions options)
        {
            List<BreakYear> years = _years[(int)turn];
            int[] dates = [.. turns.Where(t => t.Turn == turn).Select(t => t.Year)];
            var chosen = dates.Select(d => !choose ? years.FirstOrDefault(y => y.Year == d)
                : years.Where(y => Math.Abs(y.Year - d) <= 1).OrderByDescending(y => y.Score(now) - (0.3 * Math.Abs(y.Year - d))).FirstOrDefault()).ToHashSet();
            double plain = set switch { "never" => 1, "quiet" => options.QuietWeight, _ => options.UnlistedWeight };
            foreach (BreakYear y in years)
                if (chosen.Contains(y)) yield return new LogisticRow(y, true, options.TurnWeight);
                else if (!dates.Any(d => Math.Abs(d - y.Year) <= BreakFinder.SameTurn)) yield return new LogisticRow(y, false, plain);
        }

        public IEnumerable<string> Peaks(BreakModel model) => Enum.GetValues<Turn>().SelectMany(turn => BreakFinder.Peaks(_years[(int)turn], model.Of(turn), BreakFinder.IsEventful(evidence))
            .Where(p => p.Score > -4).Select(p => string.Create(CultureInfo.InvariantCulture, $"{set},{evidence.Dyad},{_years[0].Count},{turn},{p.Year.Year},{p.Score:0.000}")));

        public BreakScore Score(BreakModel model, ImmutableArray<string>.Builder missed)
        {
            int found = 0, asserted = 0, matched = 0;
            foreach (Turn turn in Enum.GetValues<Turn>())
            {
                int[] said = [.. BreakFinder.Peaks(_years[(int)turn], model.Of(turn), BreakFinder.IsEventful(evidence)).Where(p => BreakFinder.Probability(p.Score) >= BreakFinder.Asserted).Select(p => p.Year.Year).Order()];
                int[] dates = [.. turns.Where(t => t.Turn == turn).Select(t => t.Year)];
                asserted += said.Length;
                matched += said.Count(y => dates.Any(d => Math.Abs(d - y) <= 1));
                foreach (int d in dates)
                    if (said.Any(y => Math.Abs(y - d) <= 1)) found++;
                    else missed.Add(string.Create(CultureInfo.InvariantCulture, $"{evidence.Dyad} {(turn == Turn.Rift ? '-' : '+')}{d}; said {string.Join(' ', said)}"));
            }
            return new BreakScore(1, _years[0].Count, turns.Length, found, asserted, matched);
        }
    }
}
