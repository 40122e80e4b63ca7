using System.Numerics;
using Entente.Reading.Quotations.Attributions;

namespace Entente.Reading.Quotations;

/// <summary>Says what a cue makes of its content: words spoken, a belief, an intention, …</summary>
internal static class CueAttitude
{
    private static readonly Attitude[] OfRow = [.. CueLexicon.Default.Rows.Select(r => r.Attitude switch
    {
        "speech" or "ask" => Attitude.Speech,
        "demand" => Attitude.Demand,
        "belief" => Attitude.Belief,
        "feeling" or "convince" => Attitude.Feeling,
        "intention" or "decision" => Attitude.Intention,
        "praise" => Attitude.Support,
        "blame" => Attitude.Criticism,
        "evidence" => Attitude.Evidence,
        _ => Attitude.Appearance,
    })];

    private static readonly uint According = AttributionTokens.Hash("according"), Colon = AttributionTokens.Hash(":");

    /// <summary>The attitude of the cue's first class in the lexicon; quoted words are speech; null for a cue not listed.</summary>
    public static Attitude? Of(AttributionTokens t, Attribution a)
    {
        uint cue = t.Lower[a.Cue];
        if (cue == According || cue == Colon) return Attitude.Speech;
        bool quoted = a.Content.Any(c => c.End - c.Start > 3 && t.QuoteId[c.Start] >= 0 && t.QuoteId[c.Start] == t.QuoteId[c.End - 1]);
        if (quoted && a.Cue >= 0 && (t.Classes[a.Cue] & 1) != 0) return Attitude.Speech;
        uint classes = t.Classes[a.Cue];
        return classes == 0 ? (quoted ? Attitude.Speech : null) : OfRow[BitOperations.TrailingZeroCount(classes)];
    }
}
