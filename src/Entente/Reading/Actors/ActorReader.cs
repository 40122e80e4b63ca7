using Entente.Language;
using Entente.Text;

namespace Entente.Reading;

/// <summary>Finds states, organisations, groups, leaders and agents in a text, and says who they were on its day.</summary>
/// <remarks>Names are matched with their capitals: "turkey" and "us" are no states, "Turkey" and "US" are. Pure and thread-safe.</remarks>
public static class ActorReader
{
    private static readonly RuleSentenceParser Sentences = new();

    /// <summary>The mentions of a text, in order, none overlapping, the longest wherever two start together.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="date">The day the text speaks on; null leaves offices unsaid and takes names in their latest sense.</param>
    public static IReadOnlyList<ActorMention> Read(string text, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ActorScan(text, date).Run();
    }

    /// <summary>The state (or territory) and sector of one actor phrase ("Chinese officials", "the government of Russia").</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="context">The sentence around it, which may name a person or decide an ambiguous name; may be null.</param>
    /// <param name="date">The day the text speaks on, or null.</param>
    /// <returns>The code of the state, or of a territory that is no member of the system (<c>PSE</c>); null and <see cref="Sector.Unspecified"/> where the phrase does not say.</returns>
    public static (StateId? State, Sector Sector) Resolve(string phrase, string? context, DateOnly? date)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        int at = context?.IndexOf(phrase, StringComparison.Ordinal) ?? -1;
        string whole = at >= 0 ? context! : context is null ? phrase : phrase + "\n" + context;
        if (at < 0) at = 0;
        var span = new TextSpan(at, phrase.Length);
        IReadOnlyList<ActorMention> named = Read(whole, date);
        ActorMention[] inside = [.. named.Where(m => m.Span.Overlaps(span))];
        if (inside.Length == 0 && context is not null)
            inside = [.. Coreference.Resolve(whole, Sentences.Parse(SourceText.FromString(whole)), named).Where(m => m.Span.Overlaps(span))];
        ActorMention? best = inside.FirstOrDefault(m => m.Kind is ActorKind.Person or ActorKind.Agent && CodeOf(m) is not null)
            ?? inside.FirstOrDefault(m => CodeOf(m) is not null)
            ?? inside.FirstOrDefault();
        Sector sector = best?.Sector ?? Sector.Unspecified;
        // "supporters of President Trump" are not the president.
        Sector head = best is { Kind: ActorKind.Person } && best.Span.Start > span.Start && phrase.Contains(" of ", StringComparison.Ordinal) ? AgentNouns.LastIn(phrase) : Sector.Unspecified;
        if (head != Sector.Unspecified) return (CodeOf(best!), head);
        bool said = best is { Kind: ActorKind.Person } || sector != Sector.Unspecified;
        return (best is null ? null : CodeOf(best), said ? sector : AgentNouns.LastIn(phrase));
    }

    private static StateId? CodeOf(ActorMention m) => m.State ?? (m.Territory is { } territory ? new StateId(territory) : null);
}
