using System.Collections.Frozen;
using Entente.Language;

namespace Entente.Reading.Events;

/// <summary>Nouns through which a state acts: "Russian airstrikes", "Chinese warships", "Iran's statement".</summary>
internal static class Instruments
{
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(
        ("airstrike air-strike strike missile rocket drone shell shelling artillery bomb bombing bomber warplane plane aircraft jet fighter helicopter tank ship warship vessel "
        + "submarine fleet frigate destroyer carrier boat troop soldier force forces army navy unit brigade battalion convoy patrol attack raid assault offensive invasion fire gunfire "
        + "barrage side administration cabinet delegation team envoy mission embassy consulate statement letter decree law court parliament lawmaker senate congress ministry department "
        + "agency council leadership regime representative head leader agent authority officer operation campaign military").Split(' '), StringComparer.Ordinal);

    public static bool Has(Token token) => Nouns.Contains(token.Lemma.ToLowerInvariant());
}

/// <summary>What prepositions say of a state that follows them.</summary>
internal static class Prepositions
{
    private static readonly FrozenSet<string> Away = FrozenSet.ToFrozenSet(
        ["since", "after", "before", "during", "until", "amid", "amidst", "despite", "following", "than", "as", "about", "like", "under", "because", "according", "without", "by", "alongside", "including", "except", "besides", "via", "through", "per", "regarding", "over"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dating = FrozenSet.ToFrozenSet(
        ["since", "after", "before", "during", "until", "till", "amid", "amidst", "despite", "following", "because", "given", "without", "like", "than", "as", "about", "over", "regarding", "concerning", "due"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Place = FrozenSet.ToFrozenSet(["in", "at", "from", "near", "within", "across", "inside", "outside"], StringComparer.Ordinal);

    /// <summary>Whether what follows is no target.</summary>
    public static bool PointsAway(string preposition) => Away.Contains(preposition);

    /// <summary>Whether what follows only dates or explains.</summary>
    public static bool IsBackground(string preposition) => Dating.Contains(preposition);

    /// <summary>Whether what follows is a place.</summary>
    public static bool IsPlace(string preposition) => Place.Contains(preposition);
}
