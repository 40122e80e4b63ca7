namespace Entente.Web.Api;

/// <summary>A state as the API names it.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, or the project's own code of a state that has none.</param>
/// <param name="Cow">Correlates of War number.</param>
/// <param name="Name">Name in English.</param>
/// <param name="From">First day of its first spell.</param>
/// <param name="To">Last day of its last spell; null while it exists.</param>
/// <param name="ContinuedBy">Code of the state that continues it.</param>
public sealed record StateView(string Code, int Cow, string Name, string From, string? To, string? ContinuedBy);

/// <summary>Alignment along one line in one year, 0 (hostile) to 100 (allied).</summary>
/// <param name="Year">The year.</param>
/// <param name="Line"><c>overall</c>, or the dimension.</param>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Q5">Lower end of the 90 % interval.</param>
/// <param name="Q25">Lower end of the 50 % interval.</param>
/// <param name="Q75">Upper end of the 50 % interval.</param>
/// <param name="Q95">Upper end of the 90 % interval.</param>
/// <param name="Inputs">Indicators with a value in that year.</param>
/// <param name="Asked">Indicators asked for.</param>
public sealed record ScoreView(int Year, string Line, double Mean, double Q5, double Q25, double Q75, double Q95, int Inputs, int Asked);

/// <summary>A rift or rapprochement.</summary>
/// <param name="Year">The year.</param>
/// <param name="Direction"><c>rift</c> or <c>rapprochement</c>.</param>
/// <param name="Probability">Probability that the dyad turned that way in that year or the one beside it.</param>
/// <param name="Because">What speaks for it, strongest first.</param>
public sealed record TurnView(int Year, string Direction, double Probability, IReadOnlyList<string> Because);

/// <summary>The alignment of two states over the years.</summary>
/// <param name="Dyad">The two, as <c>CHN-RUS</c>.</param>
/// <param name="AsOf">Nothing later was used.</param>
/// <param name="Method">Method and version.</param>
/// <param name="Scores">By year and line.</param>
/// <param name="Turns">Rifts and rapprochements.</param>
public sealed record TrackView(string Dyad, DateOnly AsOf, string Method, IReadOnlyList<ScoreView> Scores, IReadOnlyList<TurnView> Turns);

/// <summary>What one indicator did to a change.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Label">Its name.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Points">Points of the score; the parts add up to the change.</param>
public sealed record PartView(string Indicator, string Label, string Dimension, double Points);

/// <summary>Why a score changed between two years.</summary>
/// <param name="Dyad">The two states.</param>
/// <param name="Line"><c>overall</c>, or the dimension.</param>
/// <param name="From">The earlier year.</param>
/// <param name="To">The later year.</param>
/// <param name="Then">The score in the earlier year.</param>
/// <param name="Now">The score in the later year.</param>
/// <param name="Change">The difference.</param>
/// <param name="Parts">By indicator, largest first; small ones too, so that they add up.</param>
/// <param name="Method">Method and version.</param>
public sealed record WhyView(string Dyad, string Line, int From, int To, double Then, double Now, double Change, IReadOnlyList<PartView> Parts, string Method);

/// <summary>A dyad in the order of a year.</summary>
/// <param name="Rank">Its rank among all dyads of the year that have enough indicators.</param>
/// <param name="Dyad">The two states.</param>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Q5">Lower end of the 90 % interval.</param>
/// <param name="Q95">Upper end of it.</param>
/// <param name="Inputs">Indicators with a value.</param>
/// <param name="Change">Points since the earlier year asked for; null when level was asked.</param>
public sealed record RankView(int Rank, string Dyad, double Mean, double Q5, double Q95, int Inputs, double? Change);

/// <summary>A part of a longer list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Total">How many there are in all.</param>
/// <param name="Skip">How many were passed over.</param>
/// <param name="Limit">At most so many are given.</param>
/// <param name="Next">The address of the next part; null at the end.</param>
/// <param name="Items">The part.</param>
public sealed record PartOf<T>(long Total, int Skip, int Limit, string? Next, IReadOnlyList<T> Items);
