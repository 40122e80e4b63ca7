using Entente.Measures.Breaks;

namespace Entente.Storage.Tests.Measures;

/// <summary>Turns of history written down by us from general knowledge, to score the finder with. Those it was learned from are in data/turns.</summary>
internal static class DatedTurns
{
    /// <summary>Dyads written down before version 3 was fitted, without looking at what any version says of them; the rule's numbers never saw them. Scored once, at the end.</summary>
    public static readonly string[] Fresh =
    [
        "RUS USA: -1948 +1963 +1972 -1979 +1987 +1991 -2014 -2022",
        "IND RUS: +1955 +1971 +2000",
        "IND USA: -1971 -1998 +2005",
        "PAK USA: +1954 -1965 -1979 +1981 -1990 +2001",
        "TUR USA: +1947 +1952 -1975 +1978",
        "ISR TUR: +1996 -2010 +2016",
        "IRQ USA: -1967 +1984 -1990 -2003",
        "IRN SAU: -1987 +1991 -2016 +2023",
        "RUS SRB: -1948 +1955",
        "DEU RUS: +1955 +1970 +1990 -2014 -2022",
        "CHN IDN: -1967 +1990",
        "EGY SYR: +1958 -1961 +1966 -1977 +1989",
        "KOR PRK: -1950 +1972 +1991 +2000 -2010 +2018",
        "RUS TUR: +1992 -2015 +2016",
        "EGY LBY: -1977 +1989",
    ];

    /// <summary>Dyads in which nothing of the kind happened, written down in the same way.</summary>
    public static readonly string[] Quiet =
    [
        "CAN GBR", "DNK SWE", "LUX NLD", "CAN NZL", "AUS JPN", "CHE ITA", "FIN NOR", "MEX URY", "CIV SEN", "CAN GHA", "IRL NZL", "CHE SWE", "MEX PER", "BEL CAN", "AUT DEU", "JPN NLD",
    ];

    /// <summary>The states of a line, and its turns.</summary>
    public static (UndirectedDyad Dyad, IReadOnlyList<(int Year, Turn Turn)> Turns) Parse(string line)
    {
        string[] parts = line.Split(": "), names = parts[0].Split(' ');
        return (new UndirectedDyad(new StateId(names[0]), new StateId(names[1])), parts.Length < 2 ? [] : TurnList.Parse(parts[1]));
    }
}
