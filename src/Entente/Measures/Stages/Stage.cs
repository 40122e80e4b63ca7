using System.Collections.Immutable;
using Entente.Record;

namespace Entente.Measures.Stages;

/// <summary>Stages of military alignment, each resting on those below it (Alexander Korolev, "On the Verge of an Alliance: Contemporary China–Russia Military Cooperation", Asian Security 15(3), 2019).</summary>
public enum AlignmentStage
{
    /// <summary>Not even the first.</summary>
    None,

    /// <summary>Confidence-building measures and regular consultations.</summary>
    Early,

    /// <summary>Military-technical cooperation and regular joint exercises.</summary>
    Moderate,

    /// <summary>Joint command or interoperability, joint deployment or bases, and a common defence policy.</summary>
    Advanced,
}

/// <summary>How it stands with a criterion.</summary>
public enum CriterionState
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>The record covers it and it is not met.</summary>
    NotMet,

    /// <summary>The record does not cover these states or years.</summary>
    NotKnown,
}

/// <summary>One criterion of a stage for one dyad as of a year.</summary>
/// <param name="Stage">The stage it belongs to.</param>
/// <param name="Id">Stable name.</param>
/// <param name="Name">What to print.</param>
/// <param name="State">How it stands with it.</param>
/// <param name="Since">First year of the years in a row in which it has been met; null where it is not.</param>
/// <param name="Known">The last year up to the one asked for that the record covers; null where it covers none.</param>
/// <param name="Reason">The criterion as measured and, where it is not met or not known, why.</param>
/// <param name="Evidence">The dated facts it rests on.</param>
public sealed record StageCriterion(AlignmentStage Stage, string Id, string Name, CriterionState State, int? Since, int? Known, string Reason, ImmutableArray<Episode> Evidence);

/// <summary>The stage of a dyad as of a year. Immutable.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Year">The year asked for.</param>
/// <param name="Reached">The highest stage all of whose criteria, and all of those below it, are met.</param>
/// <param name="Since">First year of the years in a row in which it has been; null for none.</param>
/// <param name="Criteria">All criteria, lowest stage first.</param>
public sealed record StageReport(UndirectedDyad Dyad, int Year, AlignmentStage Reached, int? Since, ImmutableArray<StageCriterion> Criteria)
{
    /// <summary>The stage after the one reached; null after the last.</summary>
    public AlignmentStage? Next => Reached == AlignmentStage.Advanced ? null : Reached + 1;

    /// <summary>The year to which all criteria of the stage reached, and of those below it, are known: the record may have ended for one of them.</summary>
    public int KnownTo => Criteria.Where(c => c.Stage <= Reached && c.Known is not null).Select(c => c.Known!.Value).DefaultIfEmpty(Year).Min();

    /// <summary>What is missing for the next stage.</summary>
    public ImmutableArray<StageCriterion> Missing => [.. Criteria.Where(c => c.Stage == Next && c.State != CriterionState.Met)];
}
