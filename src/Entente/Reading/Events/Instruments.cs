using System.Collections.Frozen;
using Entente.Language;
using Entente.Reading.Codebook;

namespace Entente.Reading.Events;

/// <summary>Nouns through which a state acts: "Russian airstrikes", "Chinese warships", "Iran's statement".</summary>
internal static class Instruments
{
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(
        ("airstrike air-strike strike missile rocket drone shell shelling artillery bomb bombing bomber warplane plane aircraft jet fighter helicopter tank ship warship vessel "
        + "submarine fleet frigate destroyer carrier boat troop soldier force forces army navy unit brigade battalion convoy patrol attack raid assault offensive invasion fire gunfire "
        + "barrage side administration cabinet delegation team envoy mission embassy consulate statement letter decree law court parliament lawmaker senate congress ministry department "
        + "agency council leadership regime representative head leader agent authority officer operation campaign military sniper hacker gunner peacekeeper paratrooper pilot commando warhead guard coastguard spy prosecutor judge "
        + "investigator diplomat intelligence regulator treasury watchdog service bureau commission board office directorate corps command counterpart munition cruiser warplanes").Split(' '), StringComparer.Ordinal);

    public static bool Has(Token token) => Nouns.Contains(token.Lemma.ToLowerInvariant());
}

/// <summary>What prepositions say of a state that follows them.</summary>
internal static class Prepositions
{
    private static readonly FrozenSet<string> Away = FrozenSet.ToFrozenSet(
        ["since", "after", "before", "during", "until", "amid", "amidst", "despite", "following", "than", "as", "about", "like", "under", "because", "according", "without", "alongside", "including", "except", "besides", "via", "through", "per", "regarding", "over"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dating = FrozenSet.ToFrozenSet(
        ["since", "after", "before", "during", "until", "till", "amid", "amidst", "despite", "following", "because", "given", "without", "like", "than", "as", "about", "over", "regarding", "concerning", "due"], StringComparer.Ordinal);

    /// <summary>Whether what follows is no target.</summary>
    public static bool PointsAway(string preposition) => Away.Contains(preposition);

    /// <summary>Whether what follows only dates or explains.</summary>
    public static bool IsBackground(string preposition) => Dating.Contains(preposition);

    /// <summary>Whether a preposition leads to the target of a type; none at all does.</summary>
    public static bool LeadsTo(string preposition, CodebookRule rule)
    {
        if (preposition.Length == 0) return true;
        bool place = rule.Roles != EventRoles.Mutual && preposition is "in" or "at" or "near" or "into" or "inside" or "across" or "along" or "around" or "off" or "toward" or "towards" or "upon" or "outside";
        return rule.Type switch
        {
            PloverType.Assault or PloverType.Mobilize or PloverType.Protest => place || preposition is "on" or "against" or "of" or "to",
            PloverType.Coerce => place || preposition is "on" or "against" or "of" or "from" or "for",
            PloverType.Sanction or PloverType.Concede or PloverType.Retreat => place || preposition is "on" or "against" or "of" or "from" or "to" or "with" or "for",
            PloverType.Aid => place || preposition is "to" or "for" or "of" or "with" || rule.Roles == EventRoles.Reverse && preposition is "from",
            PloverType.Cooperate => preposition is "with" or "to" or "of" || rule.Roles != EventRoles.Mutual && preposition is "from" or "in",
            PloverType.Consult => preposition is "with" or "to" or "of" or "between" || rule.Mode is "visit" && place,
            PloverType.Agree or PloverType.Support => preposition is "with" or "to" or "of" or "for" or "on" or "behind",
            PloverType.Request => preposition is "to" or "on" or "upon" or "of" or "from" or "for",
            PloverType.Accuse => preposition is "of" or "on" or "into" or "against" or "at" or "to" or "with" or "for",
            PloverType.Reject => preposition is "of" or "from" or "to" or "with" or "on" or "by",
            _ => preposition is "against" or "to" or "on" or "with" or "of",
        };
    }
}
