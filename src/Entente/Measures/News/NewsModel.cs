using System.Collections.Immutable;

namespace Entente.Measures.News;

/// <summary>What was learned of one line: of all reports, or of those that bear on one dimension. Intensities run from −10 to +10.</summary>
/// <param name="Mean">Expected level of a dyad before anything is read of it.</param>
/// <param name="Spread">Variance of that level among dyads.</param>
/// <param name="Drift">Squared scale of a month's change (Student's t, <see cref="NewsModel.Tail"/> degrees of freedom).</param>
/// <param name="Month">Variance of a month's mean about the level, however many reports there are.</param>
/// <param name="Report">Variance of one report within its month.</param>
public sealed record NewsLine(double Mean, double Spread, double Drift, double Month, double Report);

/// <summary>How levels of news stand to scores of the record, over all dyad-years that have both: record ≈ <paramref name="Intercept"/> + <paramref name="Slope"/> × level.</summary>
/// <param name="Intercept">Points of the record's scale.</param>
/// <param name="Slope">Points for one unit of intensity.</param>
/// <param name="Deviation">Standard deviation of what is left, in points.</param>
/// <param name="DyadYears">How many it rests on.</param>
public sealed record NewsBridge(double Intercept, double Slope, double Deviation, int DyadYears);

/// <summary>The model of news as learned. Immutable.</summary>
/// <param name="FirstMonth">First month with a text.</param>
/// <param name="LastMonth">Last.</param>
/// <param name="Lines">Overall first, then each dimension.</param>
/// <param name="Bridge">To the record's scores; null where there was no record to compare with. The series does not depend on it.</param>
public sealed record NewsModel(CalendarMonth FirstMonth, CalendarMonth LastMonth, ImmutableArray<NewsLine> Lines, NewsBridge? Bridge)
{
    /// <summary>Method and version.</summary>
    public const string Method = "news-level@1";

    /// <summary>Degrees of freedom of a month's change: heavy tails let a level break instead of sliding.</summary>
    public const double Tail = 1.5;

    /// <summary>Passes in which the changes are reweighted.</summary>
    public const int Passes = 12;

    /// <summary>The line of a dimension; overall for null.</summary>
    public NewsLine Of(Dimension? dimension) => Lines[dimension is { } d ? 1 + (int)d : 0];

    /// <summary>A level as a score: 50 where reports of cooperation and of conflict weigh the same, 0 if every report were of the worst, 100 of the best.</summary>
    public static double Score(double level) => Math.Clamp(50 + (5 * level), 0, 100);
}
