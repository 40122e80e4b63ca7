using System.Globalization;
using Entente.Documents;
using Entente.Reading;
using Entente.Text;

namespace Entente.Evaluation.Events;

/// <summary>Scores of whole events. Only events that gold counts and that the coder asserts or reports enter; what gold sets apart is neither right nor wrong.</summary>
/// <param name="N">Sentences.</param>
/// <param name="Gold">Events that count.</param>
/// <param name="Read">Events read that are right or wrong.</param>
/// <param name="Right">Of these, right: source, type and target.</param>
/// <param name="RightPair">Gold events whose source and target were read, whatever the type.</param>
/// <param name="CalibrationError">Expected calibration error of the confidence, ten bins.</param>
/// <param name="Misses">Lines that say what was missed or read wrongly.</param>
public sealed record WholeEventScore(int N, int Gold, int Read, int Right, int RightPair, double CalibrationError, IReadOnlyList<string> Misses)
{
    /// <summary>Right among those read.</summary>
    public double Precision => Read == 0 ? 0 : Right / (double)Read;

    /// <summary>Right among gold.</summary>
    public double Recall => Gold == 0 ? 0 : Right / (double)Gold;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Gold + Read == 0 ? 0 : 2.0 * Right / (Gold + Read);

    /// <summary>Wrong events in a thousand sentences.</summary>
    public double FalsePerThousand => N == 0 ? 0 : 1000.0 * (Read - Right) / N;
}

/// <summary>Codes each gold sentence by itself and compares.</summary>
public static class WholeEventScorer
{
    private const int Bins = 10;

    /// <summary>Scores a coder.</summary>
    public static WholeEventScore Score(IReadOnlyList<GoldSentence> gold, DocumentCoder coder)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(coder);
        int counted = 0, right = 0, pairs = 0;
        var said = new List<(double Confidence, bool Right)>();
        var misses = new List<string>();
        foreach (GoldSentence sentence in gold)
        {
            CodedDocument coded = coder.Code(DocumentOf(sentence));
            List<EventObservation> read = [.. coded.Observations.OfType<EventObservation>().Where(e => e.Modality is Modality.Asserted or Modality.Reported)];
            var open = sentence.Events.Where(e => e.Apart is null).ToList();
            counted += open.Count;
            pairs += open.Count(g => read.Exists(e => (g with { Types = [e.Type] }).Is(e)));
            foreach (EventObservation e in read)
            {
                int hit = open.FindIndex(g => g.Is(e));
                if (hit < 0 && sentence.Events.Any(g => g.Is(e))) continue;
                if (hit >= 0) open.RemoveAt(hit);
                if (hit >= 0) right++;
                else misses.Add($"wrong\t{e.Source.State} {e.Type} {e.Target?.State} {e.Modality} {e.Confidence?.ToString("0.00", CultureInfo.InvariantCulture)}\t{e.Decision}\t{sentence.Text}");
                said.Add((e.Confidence ?? 1, hit >= 0));
            }
            misses.AddRange(open.Select(g => $"missed\t{g.Source} {g.Types[0]} {g.Target}\t{string.Join("; ", coded.Silences.Select(s => $"{s.Reason} {s.Predicate}"))}\t{sentence.Text}"));
        }
        double error = said.GroupBy(s => Math.Min(Bins - 1, (int)(s.Confidence * Bins))).Sum(b => Math.Abs(b.Sum(s => s.Confidence - (s.Right ? 1 : 0))));
        return new WholeEventScore(gold.Count, counted, said.Count, right, pairs, said.Count == 0 ? 0 : error / said.Count, misses);
    }

    /// <summary>A sentence as a document of its own.</summary>
    public static Document DocumentOf(GoldSentence sentence) => new()
    {
        Id = "0000000000000000",
        Origin = new DocumentOrigin("-", null, "text/plain", "utf-8"),
        Body = SourceText.FromString(sentence.Text),
        Published = sentence.Published is { } day ? new PublicationDate(day, DateBasis.Given) : null,
    };
}
