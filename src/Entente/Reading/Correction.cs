namespace Entente.Reading;

/// <summary>An analyst's word on an observation. Corrections are only ever added; the last one of an observation holds, and the evidence stays as it is. Immutable.</summary>
/// <param name="ObservationId">Which observation.</param>
/// <param name="Verdict">What is said of it.</param>
/// <param name="Reason">Why, in the analyst's words.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When, in universal time.</param>
public sealed record Correction(string ObservationId, Verdict Verdict, string Reason, string By, DateTimeOffset At);

/// <summary>What an analyst says of an observation. Names are stored and permanent.</summary>
public enum Verdict
{
    /// <summary>The text does not say this.</summary>
    Wrong,

    /// <summary>An earlier correction is taken back.</summary>
    Restored,
}
