using Entente.Measures.Breaks;

namespace Entente.Storage.Tests.Measures;

/// <summary>Turns of history written down by us from general knowledge, to score the finder with. The rule names no dyad; half of these were looked at while its numbers were set.</summary>
internal static class DatedTurns
{
    /// <summary>Dyads looked at while the numbers of the rule were set.</summary>
    public static readonly string[] Looked =
    [
        "CHN RUS: +1950 -1960 -1969 +1989 +1996 +2001",
        "CHN USA: -1949 +1972 +1979 -1989",
        "IND PAK: -1947 -1965 -1971 +1972 -1999",
        "EGY ISR: -1948 -1956 -1967 -1973 +1979",
        "IRN USA: -1979",
        "DEU FRA: +1955 +1963",
        "ARG GBR: -1982 +1990",
        "ARG CHL: -1978 +1984 +1991",
        "CUB USA: -1960 +2015",
        "CUB RUS: +1960",
        "JPN KOR: +1965",
        "ALB RUS: -1961",
    ];

    /// <summary>Dyads kept to check on.</summary>
    public static readonly string[] Kept =
    [
        "GRC TUR: -1955 -1974 +1999",
        "CHN VNM: -1979 +1991",
        "CHN IND: -1962 +1988",
        "CHN JPN: +1972 +1978",
        "IRN IRQ: -1969 +1975 -1980 +1988",
        "EGY RUS: +1955 -1976",
        "ETH SOM: -1964 -1977 +1988",
        "ERI ETH: -1998",
        "USA VNM: -1965 +1995",
        "LBY USA: -1981 +2004",
        "GEO RUS: -2008",
        "RUS UKR: -2014 -2022",
        "ALB CHN: +1961 -1978",
        "ISR JOR: -1948 -1967 +1994",
        "KOR RUS: +1990",
        "CHN KOR: -1950 +1992",
        "ECU PER: -1981 -1995 +1998",
        "HND SLV: -1969 +1980",
        "NIC USA: -1981 +1990",
        "IRQ KWT: -1961 -1990",
        "TZA UGA: -1971 -1978 +1979",
        "DZA MAR: -1963 -1976 +1988",
        "IDN MYS: -1963 +1966",
        "ARG BRA: +1980 +1991",
        "ETH RUS: +1977",
        "RUS SOM: +1974 -1977",
        "LBY TCD: -1980 +1989",
        "KHM VNM: -1977 +1991",
        "FRA DZA: +1962",
        "PER CHL: +1984",
    ];

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

    /// <summary>A line of the lists: two states, and their turns as sign and year.</summary>
    public static (UndirectedDyad Dyad, IReadOnlyList<(int Year, Turn Turn)> Turns) Parse(string line)
    {
        string[] parts = line.Split(": "), names = parts[0].Split(' ');
        return (new UndirectedDyad(new StateId(names[0]), new StateId(names[1])),
            [.. parts[1].Split(' ').Select(t => (int.Parse(t[1..], System.Globalization.CultureInfo.InvariantCulture), t[0] == '-' ? Turn.Rift : Turn.Rapprochement))]);
    }
}
