using System.Collections.Frozen;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>Who speaks, as far as the document says.</summary>
/// <param name="Span">Where the source stands.</param>
/// <param name="Name">Name as full as the document gives it; null for a pronoun that stands for nobody named.</param>
/// <param name="Role">Office or trade, or null.</param>
/// <param name="Affiliation">What follows the name, or null.</param>
/// <param name="State">The state an official speaks for, or null.</param>
internal sealed record Speaker(TextSpan Span, string? Name, string? Role, string? Affiliation, StateId? State);

/// <summary>Remembers the speakers of a document in order, so that "he", "Mr. Hart" and "the official" find theirs.</summary>
internal sealed class SpeakerMemory(string text, IReadOnlyList<ActorMention> actors)
{
    private static readonly FrozenSet<string> Singular = FrozenSet.ToFrozenSet(["he", "she", "him", "her", "his", "it", "who", "himself", "herself"], StringComparer.Ordinal);
    private static readonly FrozenSet<string> Plural = FrozenSet.ToFrozenSet(["they", "their", "them", "themselves", "both"], StringComparer.Ordinal);
    private static readonly FrozenSet<string> Own = FrozenSet.ToFrozenSet(["i", "we", "my", "our", "us", "me", "you"], StringComparer.Ordinal);

    private readonly SpeakerNames _names = new(Words.Cut(text, 0, text.Length), actors);
    private readonly List<(Speaker Speaker, char Gender)> _spoken = [];
    private int _actor;

    /// <summary>The speaker that the source at a place names or means.</summary>
    public Speaker Resolve(TextSpan source)
    {
        string written = source.Of(text).ToString();
        string lower = written.ToLowerInvariant().Trim(' ', ',', ':');
        if (Own.Contains(lower)) return new Speaker(source, written, null, null, null);
        if (Singular.Contains(lower) || Plural.Contains(lower)) return Carried(source, lower) ?? new Speaker(source, null, null, null, null);
        (string name, string? role, string? affiliation) = SpeakerPhrase.Cut(written);
        if (IsDefinite(lower) && Described(lower) is { } known) return known with { Span = source };
        string full = _names.Full(name, source.Start);
        ActorMention? official = OfficialAt(source, full);
        Speaker? before = _spoken.FindLast(s => s.Speaker.Name == full).Speaker;
        var speaker = new Speaker(source, full, role ?? before?.Role, affiliation ?? before?.Affiliation, official?.Sector is Sector.Edu or Sector.Med ? null : official?.State ?? before?.State);
        _spoken.Add((speaker, GenderOf(written, role, affiliation)));
        return speaker;
    }

    // The nearest speaker that the pronoun can stand for.
    private Speaker? Carried(TextSpan source, string pronoun)
    {
        bool many = Plural.Contains(pronoun);
        char wanted = pronoun is "he" or "him" or "his" or "himself" ? 'm' : pronoun is "she" or "her" or "herself" ? 'f' : ' ';
        for (int i = _spoken.Count - 1; i >= 0 && i >= _spoken.Count - 12; i--)
        {
            (Speaker s, char gender) = _spoken[i];
            if (s.Name is null || wanted != ' ' && gender is not ' ' && gender != wanted || IsMany(s.Name) != many) continue;
            if (wanted != ' ')
            {
                if (!char.IsUpper(s.Name[0])) continue;
                _spoken[i] = (s, wanted);
            }
            _spoken.Add((s, gender == ' ' ? wanted : gender));
            return s with { Span = source };
        }
        return null;
    }

    private static bool IsDefinite(string lower) => lower.StartsWith("the ", StringComparison.Ordinal) && !lower.AsSpan(4).Contains(',');

    // "the official", "the Kremlin spokesman": the last speaker whose role or affiliation has that noun.
    private Speaker? Described(string lower)
    {
        string noun = lower[(lower.LastIndexOf(' ') + 1)..];
        if (noun.Length < 4) return null;
        for (int i = _spoken.Count - 1; i >= 0 && i >= _spoken.Count - 12; i--)
            if (_spoken[i].Speaker is { Name: not null } s && ((s.Role?.Contains(noun, StringComparison.OrdinalIgnoreCase) ?? false) || (s.Affiliation?.Contains(noun, StringComparison.OrdinalIgnoreCase) ?? false))) return s;
        return null;
    }

    private ActorMention? OfficialAt(TextSpan source, string name)
    {
        while (_actor < actors.Count && actors[_actor].Span.End <= source.Start) _actor++;
        ActorMention? state = null, person = null;
        for (int i = Math.Max(0, _actor - 1); i < actors.Count && actors[i].Span.Start < source.End; i++)
        {
            if (!actors[i].Span.Overlaps(source) || actors[i].State is null) continue;
            if (actors[i].Kind is ActorKind.Person or ActorKind.Agent)
            {
                // Two who speak for two states speak for neither alone.
                if (person is not null && person.State != actors[i].State) return null;
                person = actors[i];
                continue;
            }
            state ??= actors[i].Kind == ActorKind.State ? actors[i] : null;
        }
        if (person is not null) return person;
        return state?.Span == source ? state : actors.FirstOrDefault(a => a.Kind == ActorKind.Person && a.State is not null && a.Name == name);
    }

    private static bool IsMany(string name) => name.Contains(" and ", StringComparison.Ordinal) || name.EndsWith('s') && !char.IsUpper(name[name.LastIndexOf(' ') + 1]);

    private static char GenderOf(string written, string? role, string? affiliation)
    {
        string all = $"{written} {role} {affiliation} ";
        if (all.Contains("Mr.", StringComparison.Ordinal) || all.Contains("sman ", StringComparison.Ordinal) || all.Contains("rman ", StringComparison.Ordinal)) return 'm';
        return all.Contains("Mrs.", StringComparison.Ordinal) || all.Contains("Ms.", StringComparison.Ordinal) || all.Contains("woman ", StringComparison.Ordinal) ? 'f' : ' ';
    }
}
