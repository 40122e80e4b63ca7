namespace Entente.Training.Language;

/// <summary>How much is left out at random while learning.</summary>
internal sealed record DropoutRates
{
    /// <summary>None: for checks of gradients.</summary>
    public static DropoutRates None { get; } = new() { Form = 0, Input = 0, Recurrent = 0, Layer = 0, Arc = 0 };

    /// <summary>A word's own form, as if unknown.</summary>
    public float Form { get; init; } = 0.08f;

    /// <summary>Elements of a word's input.</summary>
    public float Input { get; init; } = 0.25f;

    /// <summary>Elements carried from step to step.</summary>
    public float Recurrent { get; init; } = 0.2f;

    /// <summary>Elements of a layer's output.</summary>
    public float Layer { get; init; } = 0.3f;

    /// <summary>Elements of arcs and relations.</summary>
    public float Arc { get; init; } = 0.25f;
}
