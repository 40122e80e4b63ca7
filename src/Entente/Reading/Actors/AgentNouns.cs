namespace Entente.Reading;

/// <summary>The function words of agents ("officials", "troops") and the sector each stands for.</summary>
internal static class AgentNouns
{
    private const int Longest = 32;

    /// <summary>The sector of a word, or of two words with one space between; unspecified when it names no function.</summary>
    public static Sector Of(ReadOnlySpan<char> words)
    {
        Span<char> lower = stackalloc char[Longest];
        if (words.Length > Longest) return Sector.Unspecified;
        words.ToLowerInvariant(lower);
        return ActorLexicon.Default.SectorOfNoun(lower[..words.Length]);
    }

    /// <summary>The sector of an agent whose earlier noun was one sector and whose head noun is another.</summary>
    /// <remarks>A head that only says "person" or "group" leaves the sector to the noun before it: "army spokesman", "airline officials", "rebel commander".</remarks>
    public static Sector Combine(Sector earlier, Sector head, ReadOnlySpan<char> noun)
    {
        if (earlier == Sector.Unspecified) return head;
        if (earlier == Sector.Reb && head is Sector.Mil or Sector.Gov or Sector.Cop) return Sector.Reb;
        if (earlier is Sector.Mil && head is Sector.Gov or Sector.Cop) return Sector.Mil;
        return IsLight(noun) ? earlier : head;
    }

    /// <summary>Whether a head noun says nothing of the sector by itself.</summary>
    public static bool IsLight(ReadOnlySpan<char> noun) => noun is "official" or "officials" or "leader" or "leaders" or "chief" or "chiefs" or "head" or "heads"
        or "spokesman" or "spokeswoman" or "spokesperson" or "spokespeople" or "spokesmen" or "authorities" or "officer" or "officers" or "commander" or "commanders"
        or "agency" or "agencies" or "agents" or "chairman" or "executive" or "executives" or "deputy" or "aide" or "aides" or "secretary" or "speaker" or "service";

    /// <summary>The sector of the last function word of a phrase, before any "of".</summary>
    public static Sector LastIn(string phrase)
    {
        Sector found = Sector.Unspecified;
        string previous = "";
        foreach (string word in phrase.Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "of" or "in" or "from" or "under" && found != Sector.Unspecified) break;
            Sector here = Of(word);
            Sector pair = previous.Length > 0 ? Of(previous + " " + word) : Sector.Unspecified;
            if (pair != Sector.Unspecified) found = pair;
            else if (here != Sector.Unspecified) found = Combine(found, here, word);
            previous = word;
        }
        return found;
    }
}
