using System.Collections.Frozen;

namespace Entente.Language.Segmenting;

/// <summary>Words that are often written short with a stop: what is learned of <c>Mr.</c> then holds of <c>Messrs.</c></summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<uint> Hashes = ("mr mrs ms messrs mme mlle dr prof st ste fr sr jr gen lt col maj capt cpl sgt pvt cmdr adm brig gov sen rep reps sens pres "
        + "rev hon amb asst assoc dept dir supt insp det sec secy treas jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
        + "no nos vs etc inc ltd corp co cos bros mt ft ave blvd rd sq fig figs vol vols art arts ch chap ed eds est approx al cf ca viz mfg intl natl univ govt "
        + "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo")
        .Split(' ').Select(w => FeatureHash.Lower(w)).ToFrozenSet();

    // Titles are hardly ever written with a stop that is not their own.
    private static readonly FrozenSet<uint> Titles = "mr mrs ms messrs mme mlle dr prof gen lt col maj capt cpl sgt pvt cmdr adm brig gov sen rep reps sens rev hon amb"
        .Split(' ').Select(w => FeatureHash.Lower(w)).ToFrozenSet();

    /// <summary>Whether a word and the stop after it are a title (<c>Messrs.</c>): it begins with a capital, and more follows.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => word.Length is > 1 and < 7 && char.IsUpper(word[0]) && Titles.Contains(FeatureHash.Lower(word));

    /// <summary>Whether a hash (<see cref="FeatureHash.Lower"/>) is that of one, the stop left off.</summary>
    public static bool Contains(uint lower) => Hashes.Contains(lower);
}
