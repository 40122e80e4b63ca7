using System.Globalization;
using Entente.Documents;
using Entente.Language;
using Entente.Reading;
using Entente.Reading.Events;

namespace Entente.Cli;

/// <summary>What <c>entente explain</c> adds for an event: what decided its type, and who else reports it.</summary>
internal static class ExplainEvent
{
    private const int MostReports = 2000;
    private const int Weights = 6;

    public static void Run(EventObservation told, Document document, IEvidenceStore store)
    {
        if (told.Decision is { } decision) Console.Out.WriteLine($"decided by: {decision}");
        ParsedSentence? sentence = ReadingOptions.Parser().Parse(document.Body).FirstOrDefault(s => s.Span.Contains(told.Source.Span) && told.Target is { } t && s.Span.Contains(t.Span));
        if (sentence is not null && told.Target is { } target)
            Console.Out.WriteLine($"for {told.Type.ToString().ToUpperInvariant()} weigh: " + string.Join(", ", EventClassifier.Reasons(sentence, told.Source.Span, target.Span, told.Type, Weights)
                .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Feature} {r.Weight:+0.00;-0.00}"))));
        if (told.Source.State is not { } a || told.Target?.State is not { } b || a == b) return;
        IReadOnlyList<StoredObservation> about = store.About(new UndirectedDyad(a, b), DateOnly.MaxValue, MostReports);
        ReportedEvent? whole = EventReports.Gather(about).FirstOrDefault(r => r.Reports.Any(o => string.Equals(o.Observation.Id, told.Id, StringComparison.Ordinal)));
        if (whole is null) return;
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reports: {whole.Reports.Count} in the store, {whole.Independent} independent; together {whole.Grade} ({whole.Grade.Why})"));
        foreach (StoredObservation other in whole.Reports.Where(o => !string.Equals(o.Observation.Id, told.Id, StringComparison.Ordinal)).Take(10))
            Console.Out.WriteLine($"  also {other.Observation.Id}: {other.Document.Outlet ?? other.Document.Location}, {other.Document.Title ?? other.Document.Id}");
    }
}
