using System.Collections.Frozen;

namespace Entente.Evaluation.Actors;

/// <summary>Reads the codes of gold that strangers write, as of the day of the text.</summary>
internal static class ActorCodes
{
    // Abbreviations of the Correlates of War project that are no ISO codes of another state.
    private static readonly FrozenDictionary<string, string> CowAbbreviations = ("UKG GBR FRN FRA GMY DEU GFR BRD GDR DDR SPN ESP POR PRT NTH NLD SWD SWE NEW NZL AUL AUS INS IDN PHI PHL MAL MYS SIN SGP DRV VNM RVN VDR ROK KOR TAW TWN "
        + "THI THA SRI LKA NEP NPL BHU BTN MYA MMR MON MNG KUW KWT UAE ARE OMA OMN SAF ZAF NIG NGA ALG DZA MOR MAR TAZ TZA UGA UGA ANG AGO MZM MOZ ZIM ZWE ZAM ZMB DRC COD CON COG CHA TCD CAO CMR GHA GHA ETH ETH SUD SDN EQG GNQ "
        + "YUG YUG ROM ROU RUM ROU BUL BGR CZR CZE SLO SVK CRO HRV BOS BIH MAC MKD GRG GEO KYR KGZ TAJ TJK KZK KAZ HAI HTI COS CRI HON HND SAL SLV GUA GTM URU URY PAR PRY LEB LBN YPR YMD YAR YMN IRE IRL DEN DNK ICE ISL USR SUN GRN GRD BAH BHR").Split(' ')
        .Chunk(2).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    /// <summary>The state (or territory) of a code or name; null for none.</summary>
    public static StateId? State(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)) return StateNames.Resolve(code).Match;
        var id = new StateId(code);
        if (StateRegistry.Default.Find(id) is not null) return id;
        return CowAbbreviations.TryGetValue(code, out string? ours) ? new StateId(ours) : StateNames.Resolve(code).Match ?? id;
    }

    /// <summary>Whether two codes mean one state on a day: the same code, or the codes of one line of which only one was there then (<c>DEU</c> and <c>BRD</c> in 1970).</summary>
    public static bool Same(StateId? gold, StateId? said, DateOnly? day)
    {
        if (gold == said) return true;
        return gold is { } g && said is { } s && day is { } d && (Stands(g, s, d) || Stands(s, g, d));
    }

    // Whether the first, not there on the day, is of the line that the second was of.
    private static bool Stands(StateId today, StateId then, DateOnly day) =>
        StateRegistry.Default.Find(today) is { } state && StateRegistry.Default.Find(then) is not null
        && !state.Spells.Any(p => p.From <= day && (p.To is null || day <= p.To))
        && StateRegistry.Default.Lineage(today).Any(p => p.Id == then);

    /// <summary>The sector, with the codes other codebooks have for international organisations.</summary>
    public static string? Sector(string? code) => code is "IGO" or "INT" or "igo" or "int" ? "NGO" : code;
}
