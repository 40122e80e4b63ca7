using System.Collections.Frozen;

namespace Entente.Reading.Quotations;

/// <summary>The words that report what somebody said or holds.</summary>
internal static class CueWords
{
    private static readonly FrozenSet<string> Saying = Set("""
        say says said saying tell tells told telling add adds added adding write writes wrote note notes noted noting reply replies replied
        respond responds responded explain explains explained continue continued warn warns warned warning argue argues argued arguing
        claim claims claimed claiming insist insists insisted insisting announce announced announces declare declared declares
        state stated states acknowledge acknowledged acknowledges admit admitted admits assert asserted asserts tweeted tweets
        observed observes recalled recalls concluded concludes stressed stresses emphasized emphasizes quipped joked remarked vowed vows
        pledged pledges promised promises predicted predicts testified alleged alleges contends contended complained complains
        conceded concedes lamented cautioned cautions denied denies confirmed confirms reported reports suggested suggests
        asked asks urged urges
        """);

    private static readonly FrozenSet<string> Holding = Set("""
        believe believes believed think thinks thought hope hopes hoped expect expects expected know knows knew feel feels felt
        show shows showed shown find finds found indicate indicates indicated suggesting showing reveal reveals revealed learned
        worry worries worried fear fears feared agree agrees agreed estimate estimates estimated decided understand understands
        agreeing believing thinking hoping knowing see sees mean means realize realizes recognize recognizes proposed proposes demanded demands
        """);

    /// <summary>Whether the word reports speech.</summary>
    public static bool IsSaying(string lower) => Saying.Contains(lower);

    /// <summary>Whether the word reports a belief or finding; it counts only before a clause.</summary>
    public static bool IsHolding(string lower) => Holding.Contains(lower);

    /// <summary>Words that may stand between a subject and its cue.</summary>
    public static readonly FrozenSet<string> Between = Set("has have had is was were are be been also then later once recently often now still repeatedly already even just further will would has not do does did previously frequently simply flatly once again");

    /// <summary>Words at which a subject cannot reach further back.</summary>
    public static readonly FrozenSet<string> Boundary = Set("that but and when as if because while after before since though although where what how which who whom whose or so than");

    /// <summary>Pronouns that stand for a speaker.</summary>
    public static readonly FrozenSet<string> Pronouns = Set("he she they it i we");

    /// <summary>Words of time that may follow a cue before its clause or the end.</summary>
    public static readonly FrozenSet<string> Times = Set("on monday tuesday wednesday thursday friday saturday sunday yesterday today late early earlier in at during last this week month year then afterward later recently here night morning afternoon evening to");

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
