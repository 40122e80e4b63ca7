using System.Collections.Frozen;
using Entente.Language;

namespace Entente.Reading;

/// <summary>What kind of actor an anaphor asks for.</summary>
internal enum AnaphorKind
{
    /// <summary>"he".</summary>
    Man,
    /// <summary>"she".</summary>
    Woman,
    /// <summary>"they" at the head of a sentence, inside a quotation too.</summary>
    They,
    /// <summary>"the president": a person by office, or the office of the one state spoken of.</summary>
    Office,
    /// <summary>"the country".</summary>
    State,
    /// <summary>"the army": an agent of the one state spoken of.</summary>
    Agent,
    /// <summary>"the two leaders".</summary>
    TwoPersons,
    /// <summary>"both countries".</summary>
    TwoStates,
    /// <summary>"the alliance".</summary>
    Organization,
}

/// <summary>An anaphor: its last token, what it asks for, its head noun in lower case, and the rule's name.</summary>
internal readonly record struct AnaphorPhrase(int FirstToken, int LastToken, AnaphorKind Kind, string Noun)
{
    private static readonly FrozenSet<string> Persons = Set("leaders presidents premiers ministers chancellors counterparts diplomats negotiators envoys statesmen men rulers");
    private static readonly FrozenSet<string> States = Set("countries nations states sides governments neighbors neighbours powers capitals rivals allies republics parties peoples economies");
    private static readonly FrozenSet<string> Country = Set("country nation republic kingdom");
    private static readonly FrozenSet<string> Offices = Set("president premier chancellor leader dictator ruler king emir sultan taoiseach ayatollah minister");
    private static readonly FrozenSet<string> Organs = Set("government army military parliament cabinet regime junta authorities navy opposition administration police");
    private static readonly FrozenSet<string> Bodies = Set("alliance bloc organization organisation union pact agency group movement council");
    private static readonly FrozenSet<string> Ministries = Set("prime foreign defense defence finance interior");

    /// <summary>The anaphor that begins at a token, or null.</summary>
    public static AnaphorPhrase? At(ParsedSentence sentence, int t)
    {
        string text = sentence.Tokens[t].Text;
        switch (text.Length)
        {
            case 2 when text is "he" or "He": return new(t, t, AnaphorKind.Man, "he");
            case 3 when text is "she" or "She": return new(t, t, AnaphorKind.Woman, "she");
            case 4 when text is "They" && (t == 0 || t == 1 && sentence.Tokens[0].Text is "“" or "\"" or "‘"): return new(t, t, AnaphorKind.They, "they");
            case 4 when text is "both" or "Both": return Two(sentence, t, t + 1);
            case 3 when text is "the" or "The": break;
            case 3 when text is "its" or "Its": return Organ(sentence, t);
            default: return null;
        }
        if (Lower(sentence, t + 1) is not { Length: > 0 } next) return null;
        if (next is "two" or "both") return Two(sentence, t, t + 2);
        if (Ministries.Contains(next) && Lower(sentence, t + 2) is "minister") return Ends(sentence, t, t + 2) ? new(t, t + 2, AnaphorKind.Office, next + " minister") : null;
        if (!Ends(sentence, t, t + 1)) return null;
        if (Country.Contains(next)) return new(t, t + 1, AnaphorKind.State, next);
        if (Offices.Contains(next)) return new(t, t + 1, AnaphorKind.Office, next);
        if (Organs.Contains(next)) return new(t, t + 1, AnaphorKind.Agent, next);
        return Bodies.Contains(next) ? new(t, t + 1, AnaphorKind.Organization, next) : null;
    }

    private static AnaphorPhrase? Organ(ParsedSentence sentence, int t)
    {
        string next = Lower(sentence, t + 1);
        if (Organs.Contains(next)) return Ends(sentence, t, t + 1) ? new(t, t + 1, AnaphorKind.Agent, next) : null;
        if (Ministries.Contains(next) && Lower(sentence, t + 2) is "minister" or "ministry") return new(t, t + 2, AnaphorKind.Agent, Lower(sentence, t + 2));
        return next is "president" or "premier" or "chancellor" ? new(t, t + 1, AnaphorKind.Agent, next) : null;
    }

    private static AnaphorPhrase? Two(ParsedSentence sentence, int first, int t)
    {
        string noun = Lower(sentence, t);
        int last = t;
        if (noun is "foreign" or "prime" or "defense" or "defence" or "neighboring" or "neighbouring" or "rival" or "nuclear-armed" or "asian" or "arab")
            noun = Lower(sentence, last = t + 1);
        if (Persons.Contains(noun)) return new(first, last, AnaphorKind.TwoPersons, noun);
        return States.Contains(noun) ? new(first, last, AnaphorKind.TwoStates, noun) : null;
    }

    // "the president of France", "the country which", "the government troops": another noun or an "of" makes it no anaphor.
    private static bool Ends(ParsedSentence sentence, int first, int last)
    {
        if (last + 1 >= sentence.Tokens.Length) return true;
        Token after = sentence.Tokens[last + 1];
        if (after.Text is "of" or "in" or "that" or "-") return false;
        if (after.Span.Start == sentence.Tokens[last].Span.End) return true;
        bool noun = after.Upos is Upos.Noun or Upos.Propn || (after.Upos is Upos.X && char.IsUpper(after.Text[0])) || AgentNouns.Of(after.Text) != Sector.Unspecified;
        return !noun && (first == 0 || sentence.Tokens[first - 1].Text is not ("across" or "around" or "throughout"));
    }

    private static string Lower(ParsedSentence sentence, int t) => t < sentence.Tokens.Length ? sentence.Tokens[t].Text.ToLowerInvariant() : "";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
