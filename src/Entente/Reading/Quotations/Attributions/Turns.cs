namespace Entente.Reading.Quotations.Attributions;

/// <summary>Words at which a clause turns away from the one before.</summary>
internal static class Turns
{
    private static readonly Dictionary<uint, int> Known = Build(
        "that", "who whom whose which", "and", "but or nor yet", "as while when after before until since", "because although though whereas if unless", "to", "for", "in on at during", "with by from", "about of");

    /// <summary>The kind of turn a lemma makes, 1 or more; 0 for none.</summary>
    public static int Of(uint lemma) => Known.GetValueOrDefault(lemma);

    private static Dictionary<uint, int> Build(params string[] groups)
    {
        var known = new Dictionary<uint, int>();
        for (int g = 0; g < groups.Length; g++)
            foreach (string word in groups[g].Split(' ')) known[AttributionTokens.Hash(word)] = g + 1;
        return known;
    }
}
