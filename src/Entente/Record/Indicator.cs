using System.Collections.Immutable;

namespace Entente.Record;

/// <summary>One measured series of a dyad, by calendar year.</summary>
/// <param name="Id">Stable name, also the panel's column.</param>
/// <param name="Label">Name to print.</param>
/// <param name="Dimension">The line of alignment it bears on.</param>
/// <param name="Directed">Whether it has two values: first state to second, and second to first.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="DatasetId">The dataset it is computed from.</param>
/// <param name="Meaning">What it counts and how, for the methods page.</param>
public sealed record Indicator(string Id, string Label, Dimension Dimension, bool Directed, string Unit, string DatasetId, string Meaning);

/// <summary>The catalogue of indicators. Ids are permanent.</summary>
public static class Indicators
{
    /// <summary>Agreement of UN General Assembly votes.</summary>
    public static readonly Indicator VoteAgreement = new("vote_agreement", "UN voting agreement", Dimension.Worldview, false, "0 to 1", "unga-votes",
        "Mean of 1 − |x − y| / 2 over the year's roll calls in which both voted and not all voted alike (Voeten); 1 yes, 2 abstain, 3 no; unknown where these are fewer than ten.");

    /// <summary>Closeness of regimes.</summary>
    public static readonly Indicator RegimeSimilarity = new("regime_similarity", "Regime similarity", Dimension.Worldview, false, "0 to 1", "regimes",
        "1 − |difference of V-Dem electoral democracy (v2x_polyarchy)|.");

    /// <summary>Share of the source's trade that is with the target.</summary>
    public static readonly Indicator TradeDependence = new("trade_dependence", "Trade dependence", Dimension.Economic, true, "share of all trade", "trade",
        "The source's imports from and exports to the target over its imports and exports with all states in the same file and year.");

    /// <summary>Trade agreements in force or signed.</summary>
    public static readonly Indicator TradeAgreement = new("trade_agreement", "Trade agreements", Dimension.Economic, false, "agreements", "desta",
        "Base treaties and accessions of DESTA that both have signed, less withdrawals.");

    /// <summary>Sanctions the source imposes on the target.</summary>
    public static readonly Indicator Sanctions = new("sanctions", "Sanctions", Dimension.Economic, true, "cases", "sanctions",
        "Cases in force in which the source sanctions the target, alone, in a list of states or as a member of the EEC or EU; United Nations cases bind all and are left out. 0 where covered and none.");

    /// <summary>Highest alliance commitment.</summary>
    public static readonly Indicator Alliance = new("alliance", "Alliance commitment", Dimension.Military, false, "0 none, 1 non-aggression, 2 neutrality or consultation, 3 defence or offence", "atop",
        "Highest obligation of any ATOP alliance in force in the year (coding of measures.md).");

    /// <summary>Militarized disputes.</summary>
    public static readonly Indicator DisputeHostility = new("dispute_hostility", "Militarized dispute", Dimension.Military, false, "0 none to 5 war", "mid",
        "Highest hostility level of any dispute in which the two stood on opposite sides in the year; 0 where covered and none.");

    /// <summary>Strategic rivalry.</summary>
    public static readonly Indicator Rivalry = new("rivalry", "Strategic rivalry", Dimension.Military, false, "0 or 1", "rivalries",
        "1 in the years of a strategic rivalry between the two (Thompson, Sakuwa and Suhas).");

    /// <summary>Arms the source delivers to the target.</summary>
    public static readonly Indicator ArmsTransfers = new("arms_transfers", "Arms deliveries", Dimension.Military, true, "million TIV", "arms",
        "SIPRI trend-indicator value of deliveries from source to target; 0 where covered and none.");

    /// <summary>Joint exercises.</summary>
    public static readonly Indicator JointExercises = new("joint_exercises", "Joint exercises", Dimension.Military, false, "exercises", "exercises",
        "Multinational exercises of the year in which both took part.");

    /// <summary>Visits of the source's leaders to the target.</summary>
    public static readonly Indicator LeaderVisits = new("leader_visits", "Leaders' visits", Dimension.Diplomatic, true, "visits", "visits",
        "Visits of the source's leaders to the target; covered only for the United States and China as source.");

    /// <summary>Shared international organisations.</summary>
    public static readonly Indicator SharedOrganizations = new("shared_organizations", "Shared organisations", Dimension.Diplomatic, false, "organisations", "igo",
        "Intergovernmental organisations of which both are full members (COW IGO).");

    /// <summary>Visits of the source's foreign minister to the target.</summary>
    public static readonly Indicator MinisterVisits = new("minister_visits", "Foreign ministers' visits", Dimension.Diplomatic, true, "visits", "visits-us-state",
        "Visits of the source's foreign minister to the target; covered only for the United States as source.");

    /// <summary>Interstate armed conflict.</summary>
    public static readonly Indicator ArmedConflict = new("armed_conflict", "Armed conflict between the two", Dimension.Military, false, "0 none, 1 minor, 2 war", "conflicts",
        "Highest intensity of a UCDP interstate conflict in which the two, or troops of the two in support, stood on opposite sides; 0 where covered and none.");

    /// <summary>Troops of the source stationed in the target.</summary>
    public static readonly Indicator Troops = new("troops", "Troops stationed", Dimension.Military, true, "persons on active duty", "troops",
        "Active-duty troops of the source in the target; covered only for the United States as source.");

    /// <summary>Nuclear cooperation agreements.</summary>
    public static readonly Indicator NuclearCooperation = new("nuclear_cooperation", "Nuclear cooperation agreements", Dimension.Economic, false, "agreements", "nuclear-cooperation",
        "Civil nuclear cooperation agreements signed so far (Fuhrmann); ends are not recorded.");

    /// <summary>All of them, in order of print.</summary>
    public static ImmutableArray<Indicator> All { get; } =
    [
        VoteAgreement, RegimeSimilarity, TradeDependence, TradeAgreement, Sanctions, Alliance, DisputeHostility, Rivalry,
        ArmsTransfers, JointExercises, LeaderVisits, SharedOrganizations, MinisterVisits, ArmedConflict, Troops, NuclearCooperation,
    ];

    /// <summary>The indicator of an id.</summary>
    /// <exception cref="KeyNotFoundException">No such indicator.</exception>
    public static Indicator ById(string id) => All.FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"No indicator is called '{id}'.");
}
