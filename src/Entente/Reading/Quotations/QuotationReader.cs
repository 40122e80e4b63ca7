using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Entente.Documents;
using Entente.Language;
using Entente.Reading.Quotations.Attributions;
using Entente.Text;

namespace Entente.Reading.Quotations;

/// <summary>A quotation with the places of its speaker, cue and words.</summary>
/// <param name="Observation">What was read.</param>
/// <param name="SpeakerSpan">Where the speaker is named or meant by a pronoun; null when carried over or not said.</param>
/// <param name="Content">Where the reported words stand, marks included, in order; several pieces when the cue interrupts them.</param>
public sealed record AttributedQuotation(QuotationObservation Observation, TextSpan? SpeakerSpan, ImmutableArray<TextSpan> Content)
{
    /// <summary>From the first to the last of the reported words.</summary>
    public TextSpan ContentSpan => TextSpan.FromBounds(Content[0].Start, Content[^1].End);
}

/// <summary>Reads who said, held, wanted or showed what. Linear in the text; thread-safe; never throws on any text.</summary>
/// <remarks>
/// Attributions are found by a trained reader (<see cref="AttributionReader"/>); names, roles and outlets by rule. A stretch in quotation
/// marks without a cue is no quotation, unless it goes on where the paragraph before left a quotation open.
/// </remarks>
public static class QuotationReader
{
    /// <summary>Name and version, as stored with evidence.</summary>
    public const string Rule = "quotations@3";

    // Conditionals ask again for the quotations of the document just read; nothing is kept longer than its sentences are.
    private static readonly ConditionalWeakTable<IReadOnlyList<ParsedSentence>, Reading> Readings = [];

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
    public static IReadOnlyList<AttributedQuotation> ReadAttributed(Document doc, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(actors);
        if (Readings.TryGetValue(sentences, out Reading? known) && ReferenceEquals(known.Document, doc) && ReferenceEquals(known.Actors, actors)) return known.Found;
        List<AttributedQuotation> found = Find(doc, sentences, actors);
        Readings.AddOrUpdate(sentences, new Reading(doc, actors, found));
        return found;
    }

    private static List<AttributedQuotation> Find(Document doc, IReadOnlyList<ParsedSentence> sentences, IReadOnlyList<ActorMention> actors)
    {
        string text = doc.Body.Text;
        List<TextSpan> quotes = QuotedStretches.Find(text);
        AttributionTokens tokens = AttributionTokens.Of(text, sentences, quotes);
        AttributionModel model = sentences.Count > 0 && sentences[0].IsParsed ? AttributionModel.Parsed : AttributionModel.Plain;
        List<Attribution> read = new AttributionReader(model).Read(tokens);
        var speakers = new SpeakerMemory(text, actors);
        var found = new List<AttributedQuotation>();
        int firstQuote = 0;
        for (int i = 0; i < read.Count; i++)
        {
            Attribution a = read[i];
            if (Outlets.IsCredit(tokens, a, read)) continue;
            ImmutableArray<TextSpan> content = [.. a.Content.Select(c => Tidy(text, TextSpan.FromBounds(tokens.Span[c.Start].Start, tokens.Span[c.End - 1].End)))];
            while (firstQuote < quotes.Count && quotes[firstQuote].End <= content[0].Start) firstQuote++;
            var cue = CueOf(tokens, a.Cue);
            Speaker? speaker = a.Source.IsEmpty ? null : speakers.Resolve(TextSpan.FromBounds(tokens.Span[a.Source[0].Start].Start, tokens.Span[a.Source[^1].End - 1].End));
            found.Add(QuotationMaker.Make(doc, quotes, firstQuote, actors, content, cue, CueAttitude.Of(tokens, a), speaker, Outlets.Of(text, tokens, a, actors)));
        }
        return found;
    }

    // "according to" is one cue; elsewhere its head names it.
    private static TextSpan CueOf(AttributionTokens t, int head)
    {
        int end = head;
        if (t.Lower[head] == Outlets.According && head + 1 < t.Count && t.Sentence[head + 1] == t.Sentence[head] && t.Lower[head + 1] == Outlets.To) end++;
        return TextSpan.FromBounds(t.Span[head].Start, t.Span[end].End);
    }

    private static TextSpan Tidy(string text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start + 1 < end && (text[start] is ',' or ';' or ':' or '.' or ')' or '—' or '–' or '-' || char.IsWhiteSpace(text[start]))) start++;
        while (end - 1 > start && (text[end - 1] is ',' or ';' or ':' or '(' or '—' or '–' or '-' || char.IsWhiteSpace(text[end - 1]))) end--;
        return TextSpan.FromBounds(start, end);
    }

    private sealed record Reading(Document Document, IReadOnlyList<ActorMention> Actors, List<AttributedQuotation> Found);
}
