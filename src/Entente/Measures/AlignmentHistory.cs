using System.Collections.Immutable;
using Entente.Measures.Breaks;
using Entente.Measures.Factors;
using Entente.Record;

namespace Entente.Measures;

/// <summary>A score with its intervals.</summary>
/// <param name="Mean">Score of the posterior mean.</param>
/// <param name="Low50">Lower end of the central 50 % interval.</param>
/// <param name="High50">Upper end of it.</param>
/// <param name="Low90">Lower end of the central 90 % interval.</param>
/// <param name="High90">Upper end of it.</param>
public readonly record struct ScoreBand(double Mean, double Low50, double High50, double Low90, double High90)
{
    /// <summary>The band of a latent mean and deviation.</summary>
    public static ScoreBand Of(AlignmentScale scale, double mean, double deviation)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return new ScoreBand(scale.Score(mean), scale.Score(mean - (0.67448975 * deviation)), scale.Score(mean + (0.67448975 * deviation)),
            scale.Score(mean - (1.64485363 * deviation)), scale.Score(mean + (1.64485363 * deviation)));
    }
}

/// <summary>The jump of overall alignment into a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Mean">Posterior mean in latent units.</param>
/// <param name="Deviation">Posterior standard deviation.</param>
public readonly record struct AlignmentJump(int Year, double Mean, double Deviation)
{
    /// <summary>The jump into a year (counted from 0) of a series just smoothed.</summary>
    public static AlignmentJump Of(FactorSmoother smoother, int firstYear, int year)
    {
        ArgumentNullException.ThrowIfNull(smoother);
        (double mean, double variance) = smoother.Jump(year, FactorModel.AlignmentAt);
        return new AlignmentJump(firstYear + year, mean, Math.Sqrt(variance));
    }
}

/// <summary>What one indicator does to a score.</summary>
/// <param name="Indicator">The indicator; null for what the model expects before any value is seen.</param>
/// <param name="Points">Points of the score; the parts add up to it, counted from 50.</param>
public sealed record ScorePart(Indicator? Indicator, double Points);

/// <summary>The alignment of one dyad over the years, given everything known up to a last one.</summary>
public sealed class AlignmentHistory
{
    private readonly AlignmentModel _model;
    private readonly FactorSmoother _smoother;
    private readonly FactorSeries _series;
    private readonly DyadPanel _panel;
    private readonly double[] _weights;
    private readonly Lazy<double[][]> _shares;

    private AlignmentHistory(AlignmentModel model, FactorSmoother smoother, FactorSeries series, DyadPanel panel, double[] weights)
    {
        (_model, _smoother, _series, _panel, _weights) = (model, smoother, series, panel, weights);
        _shares = new(() => [.. Enumerable.Range(0, AlignmentItems.All.Length).Select(smoother.ShareOf)]);
    }

    /// <summary>The dyad.</summary>
    public UndirectedDyad Dyad => _panel.Dyad;

    /// <summary>First year with a value.</summary>
    public int FirstYear => _series.FirstYear;

    /// <summary>Last year with a value.</summary>
    public int LastYear => _series.FirstYear + _series.Years - 1;

    /// <summary>The scale.</summary>
    public AlignmentScale Scale => _model.Scale;

    /// <summary>Computes it; null when nothing is known of the dyad.</summary>
    /// <param name="model">The model.</param>
    /// <param name="panel">The record of the dyad.</param>
    /// <param name="lastYear">Nothing of a later year is used.</param>
    /// <param name="weights">How much each indicator counts, by id; 1 where not named.</param>
    public static AlignmentHistory? Of(AlignmentModel model, DyadPanel panel, int lastYear, IReadOnlyDictionary<string, double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Series(panel, lastYear) is { } series
            ? Smooth(model, series, panel, [.. AlignmentItems.All.Select(i => weights?.GetValueOrDefault(i.Indicator.Id, 1) ?? 1)])
            : null;
    }

    private static AlignmentHistory Smooth(AlignmentModel model, FactorSeries series, DyadPanel panel, double[] weights, FactorSmoother? from = null)
    {
        var smoother = new FactorSmoother(model.Factors);
        smoother.Smooth(series, AlignmentModel.Passes, weights: weights, from: from);
        return new AlignmentHistory(model, smoother, series, panel, weights);
    }

    /// <summary>The same values with some indicators counting otherwise, over the weights this history was made with.</summary>
    public AlignmentHistory Reweighted(IReadOnlyDictionary<string, double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        double[] joined = [.. AlignmentItems.All.Select((item, j) => weights.GetValueOrDefault(item.Indicator.Id, _weights[j]))];
        return Smooth(_model, _series, _panel, joined, _smoother);
    }

    /// <summary>Whether the year lies within the history.</summary>
    public bool Covers(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>Posterior mean and standard deviation in latent units.</summary>
    public (double Mean, double Deviation) Latent(int year, Dimension? dimension)
    {
        (double mean, double variance) = _smoother.Alignment(year - FirstYear, (int?)dimension);
        return (mean, Math.Sqrt(variance));
    }

    /// <summary>The score of a year, overall (null) or of a dimension.</summary>
    public ScoreBand Score(int year, Dimension? dimension)
    {
        (double mean, double deviation) = Latent(year, dimension);
        return ScoreBand.Of(_model.Scale, mean, deviation);
    }

    /// <summary>The jumps of overall alignment, from the second year on.</summary>
    public IEnumerable<AlignmentJump> Jumps => Enumerable.Range(1, _series.Years - 1).Select(t => AlignmentJump.Of(_smoother, FirstYear, t));

    /// <summary>What turns are told from.</summary>
    public BreakSeries Series => new(_smoother, _series);

    /// <summary>Inputs of a year with a value, of all that bear on the dimension.</summary>
    public (int Present, int Asked) Inputs(int year, Dimension? dimension)
    {
        int present = 0, asked = 0;
        for (int j = 0; j < AlignmentItems.All.Length; j++)
        {
            if (dimension is { } d && AlignmentItems.All[j].Indicator.Dimension != d) continue;
            asked++;
            if (!float.IsNaN(_series.Values[((year - FirstYear) * AlignmentItems.All.Length) + j])) present++;
        }
        return (present, asked);
    }

    /// <summary>What each indicator, over all its years, does to a score; the parts add up to the score less 50.</summary>
    public ImmutableArray<ScorePart> Parts(int year, Dimension? dimension)
    {
        double mean = Latent(year, dimension).Mean, gap = mean - Scale.Zero;
        double points = Math.Abs(gap) < 1e-9 ? 0 : (Scale.Score(mean) - 50) / gap;
        return [.. AlignmentItems.All.Select((item, j) => new ScorePart(item.Indicator, points * ShareAt(j, year, dimension))), new ScorePart(null, -Scale.Zero * points)];
    }

    /// <summary>What each indicator did to the change of a score between two years; the parts add up to the change.</summary>
    public ImmutableArray<ScorePart> Change(int from, int to, Dimension? dimension)
    {
        double then = Latent(from, dimension).Mean, now = Latent(to, dimension).Mean, gap = now - then;
        double points = Math.Abs(gap) < 1e-9 ? 0 : (Scale.Score(now) - Scale.Score(then)) / gap;
        return [.. AlignmentItems.All.Select((item, j) => new ScorePart(item.Indicator, points * (ShareAt(j, to, dimension) - ShareAt(j, from, dimension))))];
    }

    /// <summary>The score of a year as an alignment, with every input.</summary>
    public Alignment At(int year, Dimension? dimension)
    {
        ScoreBand band = Score(year, dimension);
        var parts = Parts(year, dimension);
        ImmutableArray<AlignmentInput> inputs = [.. AlignmentItems.All.Select((item, j) => (item, j))
            .Where(x => dimension is null || x.item.Indicator.Dimension == dimension)
            .Select(x => new AlignmentInput(x.item.Indicator, x.item.Raw(_panel, year), LastKnown(x.j, year), parts[x.j].Points, _model.Factors.Learned[x.j].Loading))];
        return new Alignment(dimension, year, Measurement.Of(band.Mean), band.Low90, band.High90, inputs, AlignmentModel.Method);
    }

    /// <summary>Overall by year, oldest first, without inputs.</summary>
    public ImmutableArray<Alignment> Overall => [.. Enumerable.Range(FirstYear, _series.Years).Select(year =>
    {
        ScoreBand band = Score(year, null);
        return new Alignment(null, year, Measurement.Of(band.Mean), band.Low90, band.High90, [], AlignmentModel.Method);
    })];

    /// <summary>What to say of a dyad of which nothing is known: no score anywhere, and the reasons.</summary>
    public static ImmutableArray<Alignment> Unknown(DyadPanel panel, int year)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return [.. new Dimension?[] { null }.Concat(Enum.GetValues<Dimension>().Select(d => (Dimension?)d)).Select(d =>
        {
            ImmutableArray<AlignmentInput> inputs = [.. AlignmentItems.All.Where(i => d is null || i.Indicator.Dimension == d)
                .Select(i => new AlignmentInput(i.Indicator, i.Raw(panel, year), null, null, 0))];
            return new Alignment(d, year, Measurement.Missing(inputs[0].Raw.Reason ?? Entente.Unknown.NotReported), null, null, inputs, AlignmentModel.Method);
        })];
    }

    private int? LastKnown(int item, int year)
    {
        for (int t = year - FirstYear; t >= 0; t--)
            if (!float.IsNaN(_series.Values[(t * AlignmentItems.All.Length) + item])) return FirstYear + t;
        return null;
    }

    private double ShareAt(int item, int year, Dimension? dimension)
    {
        int states = _smoother.States, at = (year - FirstYear) * states;
        double[] share = _shares.Value[item];
        return share[at] + (dimension is { } d ? share[at + FactorModel.DeviationAt((int)d)] : 0);
    }
}
