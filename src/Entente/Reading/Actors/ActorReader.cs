using Entente.Text;

namespace Entente.Reading;

/// <summary>Finds states, organisations, groups, leaders and agents in a text, and says who they were on its day.</summary>
/// <remarks>Names are matched with their capitals: "turkey" and "us" are no states, "Turkey" and "US" are. Pure and thread-safe.</remarks>
public static class ActorReader
{
    /// <summary>The mentions of a text, in order, none overlapping, the longest wherever two start together.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="date">The day the text speaks on; null leaves offices unsaid and takes names in their latest sense.</param>
    public static IReadOnlyList<ActorMention> Read(string text, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scan = new ActorScan(text, date);
        return scan.Run();
    }

    /// <summary>The state and sector of one actor phrase ("Chinese officials", "the government of Russia").</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="context">The sentence around it, which may name a person or decide an ambiguous name; may be null.</param>
    /// <param name="date">The day the text speaks on, or null.</param>
    /// <returns>Null and <see cref="Sector.Unspecified"/> where the phrase does not say.</returns>
    public static (StateId? State, Sector Sector) Resolve(string phrase, string? context, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        int at = context?.IndexOf(phrase, StringComparison.Ordinal) ?? -1;
        string whole = at >= 0 ? context! : context is null ? phrase : phrase + "\n" + context;
        if (at < 0) at = 0;
        var span = new TextSpan(at, phrase.Length);
        ActorMention[] inside = [.. Read(whole, date).Where(m => m.Span.Overlaps(span))];
        ActorMention? best = inside.FirstOrDefault(m => m.Kind is ActorKind.Person && m.State is not null)
            ?? inside.FirstOrDefault(m => m.Kind is ActorKind.Agent && m.State is not null)
            ?? inside.FirstOrDefault(m => m.State is not null);
        Sector sector = best?.Sector ?? Sector.Unspecified;
        return (best?.State, sector == Sector.Unspecified ? AgentNouns.LastIn(phrase) : sector);
    }
}

/// <summary>The function words of agents ("officials", "troops") and the sector each stands for.</summary>
internal static class AgentNouns
{
    public static Sector Of(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[24];
        if (word.Length > lower.Length) return Sector.Unspecified;
        word.ToLowerInvariant(lower);
        return ActorLexicon.Default.Sectors.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..word.Length], out Sector sector)
            ? sector
            : Sector.Unspecified;
    }

    /// <summary>The sector of the last function word of a phrase, before any "of".</summary>
    public static Sector LastIn(string phrase)
    {
        Sector found = Sector.Unspecified;
        foreach (string word in phrase.Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "of" or "in" or "from" && found != Sector.Unspecified) break;
            Sector here = Of(word);
            if (here != Sector.Unspecified) found = here;
        }
        return found;
    }
}
