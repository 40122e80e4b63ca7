using System.Text.Json;
using Entente.Documents;
using Entente.Language;
using Entente.Reading;
using Entente.Reading.Conditionals;
using Entente.Text;

namespace Entente.Evaluation.Conditionals;

/// <summary>Figures of conditional reading on annotated sentences.</summary>
/// <param name="N">Sentences that hold a conditional about a dyad.</param>
/// <param name="Precision">Of those read, the share whose sentence holds one and whose dyad is right.</param>
/// <param name="Recall">Of those annotated, the share read with the right dyad.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="Found">Of those annotated, the share read at all, whatever the dyad.</param>
/// <param name="Direction">Of those with the right dyad, the share with the right direction.</param>
/// <param name="Strength">The same for strength.</param>
/// <param name="Necessary">The same for necessary or not.</param>
/// <param name="Shock">Of those with the right dyad and an annotated shock, the share that has it among its shocks.</param>
public sealed record ConditionalScore(int N, double Precision, double Recall, double F1, double Found, double Direction, double Strength, double Necessary, double Shock);

/// <summary>
/// Scores conditionals on sentences annotated by span: <c>{file, id, date, begin, end, label, dyads, direction, strength, necessary, shock}</c>,
/// spans in code points of the article's text. <c>either</c> sentences count neither way. Each sentence is read by itself.
/// </summary>
public sealed class ConditionalScorer(ISentenceParser parser)
{
    private int _gold, _predicted, _right, _found, _direction, _strength, _necessary, _necessaryOf, _shock, _shockOf;

    /// <summary>The figures so far.</summary>
    public ConditionalScore Score
    {
        get
        {
            double p = Ratio(_right, _predicted), r = Ratio(_right, _gold);
            return new ConditionalScore(_gold, p, r, p + r == 0 ? 0 : 2 * p * r / (p + r), Ratio(_found, _gold), Ratio(_direction, _right), Ratio(_strength, _right), Ratio(_necessary, _necessaryOf), Ratio(_shock, _shockOf));
        }
    }

    /// <summary>Scores one annotated sentence.</summary>
    /// <param name="gold">The annotation.</param>
    /// <param name="sentence">The text of its span.</param>
    /// <param name="outlet">Who published the article, or null.</param>
    /// <param name="onError">Told what went wrong, in words.</param>
    public void Add(JsonElement gold, string sentence, string? outlet, Action<string> onError)
    {
        ArgumentNullException.ThrowIfNull(onError);
        string label = gold.GetProperty("label").GetString()!;
        if (label == "either") return;
        var body = SourceText.FromString(sentence);
        DateOnly day = DateOnly.ParseExact(gold.GetProperty("date").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var document = new Document { Id = "-", Origin = new DocumentOrigin("-", null, "text/plain", "utf-8"), Body = body, Outlet = outlet, Published = new PublicationDate(day, DateBasis.Metadata) };
        ConditionalObservation? read = ConditionalReader.Read(document, parser.Parse(body), ActorReader.Read(sentence, day)).FirstOrDefault();
        if (read is not null) _predicted++;
        if (label == "no")
        {
            if (read is not null) onError($"spurious {read.Dyad} {read.Direction}: {sentence}");
            return;
        }
        _gold++;
        if (read is null)
        {
            onError($"missed: {sentence}");
            return;
        }
        _found++;
        string[] dyads = [.. gold.GetProperty("dyads").EnumerateArray().Select(d => d.GetString()!)];
        if (!dyads.Contains(read.Dyad.ToString()))
        {
            onError($"dyad {read.Dyad} for {string.Join('/', dyads)}: {sentence}");
            return;
        }
        _right++;
        Count(ref _direction, read.Direction.ToString(), gold.GetProperty("direction").GetString()!, "direction");
        Count(ref _strength, read.Strength.ToString(), gold.GetProperty("strength").GetString()!, "strength");
        if (gold.TryGetProperty("necessary", out JsonElement necessary))
        {
            _necessaryOf++;
            Count(ref _necessary, read.Necessary ? "necessary" : "sufficient", necessary.GetBoolean() ? "necessary" : "sufficient", "kind");
        }
        if (!gold.TryGetProperty("shock", out JsonElement shock)) return;
        _shockOf++;
        Count(ref _shock, read.Shocks.Select(Short).Contains(shock.GetString()) ? shock.GetString()! : string.Join(", ", read.Shocks.Select(Short)), shock.GetString()!, "shock");

        void Count(ref int counter, string is_, string should, string what)
        {
            if (is_ == should) counter++;
            else onError($"{what} {is_} for {should}: {sentence}");
        }
    }

    // RUS-UKR worsens; the two in the order of their codes, or as annotated when one is no state.
    private static string Short(ConditionalShock s)
    {
        string[] names = [.. new[] { s.First, s.Second }.OfType<string>().Select(a => a[(a.IndexOf(':', StringComparison.Ordinal) + 1)..])];
        if (names.Length == 2 && (s.First.StartsWith("org:", StringComparison.Ordinal) || s.First.StartsWith("group:", StringComparison.Ordinal))) Array.Reverse(names);
        return string.Join('-', names) + (s.Variable == ShockVariable.Power ? s.Change == ShockChange.Up ? " strengthens" : " weakens" : s.Change == ShockChange.Up ? " eases" : " worsens");
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
