using System.Text.Json;
using Entente.Measures.Factors;

namespace Entente.Measures;

/// <summary>The learned model as a JSON file. What is fixed by design is in the code; the file names the method and the items, so that it cannot be read by another version.</summary>
public static class AlignmentModelJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the model, numbers rounded to six digits after the point.</summary>
    public static string Write(AlignmentModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return JsonSerializer.Serialize(new Form(AlignmentModel.Method, model.FirstYear, model.LastYear, Round(model.Factors.Drift),
            new ScaleForm(Round(model.Scale.Zero), Round(model.Scale.Below), Round(model.Scale.Above)),
            [.. model.Factors.Items.Select((item, j) => Item(item, model.Factors.Learned[j], model.Standards[j]))]), Options) + "\n";
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is of another method or other items; the message says which.</exception>
    public static AlignmentModel Read(string json)
    {
        Form form;
        try
        {
            form = JsonSerializer.Deserialize<Form>(json, Options) ?? throw new InvalidDataException("The alignment model is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The alignment model is no JSON: {e.Message}", e);
        }
        if (!string.Equals(form.Method, AlignmentModel.Method, StringComparison.Ordinal))
            throw new InvalidDataException($"The alignment model is of method '{form.Method}'; this version reads '{AlignmentModel.Method}'. Build the panel again with `entente record build-panel`.");
        string[] expected = [.. AlignmentItems.All.Select(i => i.Indicator.Id)];
        if (form.Items is null || form.Scale is null || !form.Items.Select(i => i.Id).SequenceEqual(expected, StringComparer.Ordinal))
            throw new InvalidDataException("The alignment model has other items than this version. Build the panel again with `entente record build-panel`.");
        return new AlignmentModel(form.FirstYear, form.LastYear,
            new FactorModel([.. AlignmentItems.All.Select(i => i.Item)],
                [.. form.Items.Select(i => new ItemParameters(i.Loading, i.Intercept, i.Noise, [.. i.Thresholds ?? []], i.OwnStart, i.OwnDrift))],
                Enum.GetValues<Dimension>().Length, form.Drift),
            [.. form.Items.Select(i => new ItemStandard([.. i.Means ?? []], i.Deviation, [.. i.Knots ?? []]))],
            new AlignmentScale(form.Scale.Zero, form.Scale.Below, form.Scale.Above));
    }

    private static ItemForm Item(FactorItem item, ItemParameters p, ItemStandard s) => new(item.Id, Round(p.Loading), Round(p.Intercept), Round(p.Noise),
        [.. p.Thresholds.Select(Round)], Round(p.OwnStart), Round(p.OwnDrift), [.. s.Means], s.Deviation, s.Knots.IsEmpty ? null : [.. s.Knots]);

    private static double Round(double x) => Math.Round(x, 6);

    private sealed record Form(string Method, int FirstYear, int LastYear, double Drift, ScaleForm? Scale, ItemForm[]? Items);

    private sealed record ScaleForm(double Zero, double Below, double Above);

    private sealed record ItemForm(string Id, double Loading, double Intercept, double Noise, double[]? Thresholds, double OwnStart, double OwnDrift, double[]? Means, double Deviation, double[]? Knots);
}
