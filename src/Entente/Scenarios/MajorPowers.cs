namespace Entente.Scenarios;

/// <summary>Major powers since 1946 by the Correlates of War list (2016), carried on; states as named today.</summary>
public static class MajorPowers
{
    private static readonly (string Code, int From)[] Listed = [("USA", 1946), ("GBR", 1946), ("FRA", 1946), ("RUS", 1946), ("CHN", 1950), ("DEU", 1991), ("JPN", 1991)];

    /// <summary>Those of a year.</summary>
    public static IEnumerable<StateId> In(int year) => Listed.Where(p => p.From <= year).Select(p => new StateId(p.Code));
}
