namespace Entente.Record;

/// <summary>Which member of the state system (Correlates of War) cast a vote in the General Assembly.</summary>
public static class VotingSeat
{
    private const int China = 710, Taiwan = 713, Germany = 255, WestGermany = 260, NorthYemen = 678, Yemen = 679, Ukraine = 369, Belarus = 370;
    private static readonly DateOnly TaipeiBecomesAState = new(1949, 12, 8);
    private static readonly DateOnly YemenUnites = new(1990, 5, 22);

    /// <summary>The state's number on the day, or null where the voter was no state.</summary>
    /// <remarks>
    /// China's seat is Nanjing's (710) to 7 December 1949, Taipei's (713) until Beijing (710) votes from 15 November 1971. West Germany is Germany from
    /// 1990, North Yemen is Yemen from 22 May 1990. Ukraine and Belarus voted from 1946 and are states since 1991.
    /// </remarks>
    public static int? StateOf(int ccode, DateOnly day) => ccode switch
    {
        Taiwan when day < TaipeiBecomesAState => China,
        WestGermany when day.Year >= 1990 => Germany,
        NorthYemen when day >= YemenUnites => Yemen,
        Ukraine or Belarus when day.Year < 1991 => null,
        _ => ccode,
    };
}
