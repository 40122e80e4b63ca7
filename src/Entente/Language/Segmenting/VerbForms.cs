using System.Collections.Frozen;

namespace Entente.Language.Segmenting;

/// <summary>Common finite verbs and auxiliaries: a stretch that holds one may be a sentence by itself.</summary>
internal static class VerbForms
{
    private static readonly FrozenSet<uint> Hashes = ("am is are was were be been have has had do does did will would can could may might must shall should "
        + "'s 're 've 'm 'll 'd n't said says say told tell tells think thinks thought know knows knew want wants wanted need needs needed get gets got go goes went "
        + "make makes made take takes took see sees saw come comes came give gives gave find found like likes love loved hope let please thank thanks call called use used "
        + "work works worked feel felt ask asked try tried keep kept put let's seems seem looks look looked believe believes met signed agreed announced added began became")
        .Split(' ').Select(w => FeatureHash.Lower(w)).ToFrozenSet();

    public static bool Contains(uint lower) => Hashes.Contains(lower);
}
