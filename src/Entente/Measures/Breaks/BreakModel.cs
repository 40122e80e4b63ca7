using System.Collections.Immutable;
using System.Text.Json;

namespace Entente.Measures.Breaks;

/// <summary>What was learned of one direction: log-odds = intercept + Σ weight × signal + Σ weight × circumstance.</summary>
/// <param name="Intercept">Log-odds of a turn in a year without any signal.</param>
/// <param name="Signals">Weights of the signals, in the order of <see cref="BreakModel.SignalsOf"/>; none is below 0.</param>
/// <param name="Circumstances">Weights of the circumstances, in the order of <see cref="BreakModel.Circumstances"/>.</param>
public sealed record TurnWeights(double Intercept, ImmutableArray<double> Signals, ImmutableArray<double> Circumstances);

/// <summary>The learned finder of turns. Immutable.</summary>
/// <param name="Rift">Weights of rifts.</param>
/// <param name="Rapprochement">Weights of rapprochements.</param>
public sealed record BreakModel(TurnWeights Rift, TurnWeights Rapprochement)
{
    private const string Resource = "data/turns/model.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly ImmutableArray<string> Both =
        ["jump", "alignment-shift", "worldview-shift", "economic-shift", "military-shift", "diplomatic-shift", "votes-shift", "trade-shift", "regimes-shift", "arms-shift", "organizations-shift", "agreements-shift", "nuclear-shift", "exercises-shift",
            "new-regime", "new-regime-against", "new-leader", "new-leader-against", "democracy-changes"];

    private static readonly ImmutableArray<string> OfRifts =
        ["rivalry-begins", "war-begins", "force-after-quiet", "deaths", "disputes-rise", "pact-ends", "pact-lost", "organization-ends", "sanctions-begin", "sanctions-more",
            "sanctions-union", "visits-cease", "arms-end-large", "arms-end-some", .. Both];

    private static readonly ImmutableArray<string> OfRapprochements =
        ["rivalry-ends", "war-ends-long", "war-ends-short", "war-of-rivals-ends", "disputes-cease", "pact-defence", "pact-consultation", "pact-peace", "pact-more", "organization-begins", "sanctions-end",
            "sanctions-fewer", "visit-first", "visit-after-quiet", "visit", "arms-begin-large", "arms-begin-some", "exercise-first", "trade-agreement-first", .. Both];

    /// <summary>Kinds of signal of a direction.</summary>
    public static ImmutableArray<string> SignalsOf(Turn turn) => turn == Turn.Rift ? OfRifts : OfRapprochements;

    /// <summary>What a dyad's year is weighed with beside the signals: how likely any turn is for such a dyad.</summary>
    public static ImmutableArray<string> Circumstances { get; } =
        ["alignment", "hostility", "rivalry", "disputes-before", "disputes-after", "settled", "neighbours", "capabilities-greater", "capabilities-lesser"];

    /// <summary>The model that ships, learned from <c>data/turns/turns.tsv</c>.</summary>
    public static BreakModel Default { get; } = ReadDefault();

    /// <summary>Weights of a direction.</summary>
    public TurnWeights Of(Turn turn) => turn == Turn.Rift ? Rift : Rapprochement;

    /// <summary>Writes the model, weights rounded to four digits after the point.</summary>
    public static string Write(BreakModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return JsonSerializer.Serialize(new Form(BreakFinder.Rule, Name(model, Turn.Rift), Name(model, Turn.Rapprochement)), Json) + "\n";
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is of another version.</exception>
    public static BreakModel Read(string json)
    {
        Form? form = JsonSerializer.Deserialize<Form>(json, Json);
        return form is { Method: BreakFinder.Rule, Rift: { } rift, Rapprochement: { } rapprochement }
            ? new BreakModel(Weights(rift, Turn.Rift), Weights(rapprochement, Turn.Rapprochement))
            : throw new InvalidDataException($"The model of turns is not of version '{BreakFinder.Rule}'.");
    }

    private static BreakModel ReadDefault()
    {
        using Stream? stream = typeof(BreakModel).Assembly.GetManifestResourceStream(Resource);
        if (stream is null) throw new InvalidOperationException($"{Resource} is not embedded; restore the EmbeddedResource line of Entente.csproj.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    private static TurnForm Name(BreakModel model, Turn turn) => new(Math.Round(model.Of(turn).Intercept, 4),
        SignalsOf(turn).Zip(model.Of(turn).Signals).ToDictionary(x => x.First, x => Math.Round(x.Second, 4), StringComparer.Ordinal),
        Circumstances.Zip(model.Of(turn).Circumstances).ToDictionary(x => x.First, x => Math.Round(x.Second, 4), StringComparer.Ordinal));

    private static TurnWeights Weights(TurnForm form, Turn turn) => new(form.Intercept,
        [.. SignalsOf(turn).Select(id => form.Signals.GetValueOrDefault(id))], [.. Circumstances.Select(id => form.Circumstances.GetValueOrDefault(id))]);

    private sealed record Form(string Method, TurnForm? Rift, TurnForm? Rapprochement);

    private sealed record TurnForm(double Intercept, Dictionary<string, double> Signals, Dictionary<string, double> Circumstances);
}
