using System.Collections.Immutable;
using Entente.Documents;
using Entente.Language;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>A quotation with the places of its speaker and its words.</summary>
/// <param name="Observation">What was read.</param>
/// <param name="SpeakerSpan">Where the speaker is named or meant by a pronoun; null when carried over or not said.</param>
/// <param name="ContentSpan">Where the reported words stand, marks included; an interrupted quotation reaches from its first part to its last.</param>
public sealed record AttributedQuotation(QuotationObservation Observation, TextSpan? SpeakerSpan, TextSpan ContentSpan);

/// <summary>Reads who said what, from the words that report speech. Linear in the text; never throws on any text.</summary>
/// <remarks>A stretch in quotation marks without a reporting word is no quotation, unless it fills its paragraph right after one.</remarks>
public static class QuotationReader
{
    /// <summary>Name and version, as stored with evidence.</summary>
    public const string Rule = "quotations@1";

    /// <summary>The quotations of a document, in order of position.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="actors">Actors named in it; they give speakers their full names and their state.</param>
    public static IEnumerable<QuotationObservation> Read(Document doc, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors) =>
        ReadAttributed(doc, sentences, actors).Select(q => q.Observation);

    /// <summary>The quotations of a document with the places of their speakers and words.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="sentences">Its sentences, in order.</param>
    /// <param name="actors">Actors named in it.</param>
    public static IEnumerable<AttributedQuotation> ReadAttributed(Document doc, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(actors);
        string text = doc.Body.Text;
        List<TextSpan> quotes = QuotedStretches.Find(text);
        var names = new SpeakerNames(Words.Cut(text, 0, text.Length), actors);
        string? lastSpeaker = null;
        int lastEnd = -1, firstQuote = 0;
        foreach (TextSpan passage in Passages.Join(text, sentences, quotes))
        {
            while (firstQuote < quotes.Count && quotes[firstQuote].End <= passage.Start) firstQuote++;
            var here = new List<TextSpan>();
            for (int q = firstQuote; q < quotes.Count && quotes[q].Start < passage.End; q++) here.Add(quotes[q]);
            var readings = new CueReader(text, here).Read(passage).ToList();
            foreach (CueReading r in readings)
            {
                CueReading? credit = readings.Find(o => o != r && IsAccording(text, o) && o.Content.Start < r.Cue.End && o.Cue.Start >= r.Cue.End);
                if (IsAccording(text, r) && readings.Exists(o => o != r && !IsAccording(text, o) && r.Cue.Start >= o.Cue.End && r.Content.Start < o.Cue.End)) continue;
                string? speaker = r.Speaker is { } s ? Resolve(s.Of(text).ToString(), s.Start, names, lastSpeaker) : lastSpeaker;
                if (speaker is not null) lastSpeaker = speaker;
                lastEnd = passage.End;
                yield return Make(doc, here, actors, r, speaker, credit?.Speaker);
            }
            if (readings.Count == 0 && lastSpeaker is not null && here is [var only] && only.Start == passage.Start && only.Length > 40
                && only.End >= passage.End - 1 && lastEnd >= 0 && text.AsSpan(lastEnd, passage.Start - lastEnd).IsWhiteSpace())
            {
                lastEnd = passage.End;
                yield return Make(doc, here, actors, new CueReading(new TextSpan(passage.Start, 0), null, null, only), lastSpeaker, null);
            }
        }
    }

    private static bool IsAccording(string text, CueReading r) => r.Cue.Of(text).StartsWith("according", StringComparison.OrdinalIgnoreCase);

    private static string? Resolve(string written, int at, SpeakerNames names, string? last)
    {
        string lower = written.ToLowerInvariant();
        if (lower is "i" or "we") return written;
        return CueWords.Pronouns.Contains(lower) ? last : names.Full(written, at);
    }

    private static AttributedQuotation Make(Document doc, List<TextSpan> quotes, IReadOnlyList<ActorMention> actors, CueReading r, string? speaker, TextSpan? credit)
    {
        string text = doc.Body.Text;
        var inside = quotes.Where(q => r.Content.Overlaps(q)).ToImmutableArray();
        bool direct = inside.Sum(q => Math.Min(q.End, r.Content.End) - Math.Max(q.Start, r.Content.Start)) * 2 > r.Content.Length;
        string words = direct && inside.Length > 0
            ? string.Join(' ', inside.Select(q => q.Of(text).Trim("“”\"").ToString()))
            : r.Content.Of(text).Trim().ToString();
        ActorMention? official = r.Speaker is { } s
            ? actors.FirstOrDefault(a => a.State is not null && a.Kind is ActorKind.Person or ActorKind.Agent && (s.Overlaps(a.Span) || a.Name == speaker))
            : null;
        TextSpan span = TextSpan.FromBounds(Math.Min(r.Content.Start, r.Cue.Start), Math.Max(r.Content.End, r.Cue.End));
        if (r.Speaker is { } who) span = TextSpan.FromBounds(Math.Min(span.Start, who.Start), Math.Max(span.End, who.End));
        return new AttributedQuotation(new QuotationObservation
        {
            Id = ObservationId.Create(doc.Id, "quotation", span, words),
            Evidence = new Evidence(doc.Id, span, doc.Body.BytesOf(span), span.Of(text).ToString(), Rule),
            Words = words,
            Direct = direct,
            Speaker = speaker,
            Affiliation = r.Affiliation is { } a ? WithoutPreposition(a.Of(text).ToString()) : null,
            SpeakerState = official?.Sector is Sector.Edu or Sector.Med ? null : official?.State,
            Outlet = credit is { } c ? c.Of(text).ToString() : null,
            Cue = r.Cue.Length > 0 ? r.Cue.Of(text).ToString() : null,
        }, r.Speaker, r.Content);
    }

    private static string WithoutPreposition(string s)
    {
        foreach (string p in (string[])["of ", "with ", "at ", "from "])
            if (s.StartsWith(p, StringComparison.Ordinal)) return s[p.Length..];
        return s;
    }
}
