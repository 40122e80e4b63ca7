namespace Entente;

/// <summary>A measured number, or the reason why there is none. Unknown is never zero.</summary>
public readonly record struct Measurement
{
    private readonly double _value;
    private readonly Unknown _reason;

    private Measurement(double value, Unknown reason, bool isKnown)
    {
        _value = value;
        _reason = reason;
        IsKnown = isKnown;
    }

    /// <summary>Why there is no value; null when there is one. <c>default(Measurement)</c> is <see cref="Unknown.NotReported"/>.</summary>
    public Unknown? Reason => IsKnown ? null : _reason;

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown { get; }

    /// <summary>The value, in the indicator's unit.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public double Value => IsKnown ? _value : throw new InvalidOperationException($"No value: {Reason}. Ask IsKnown first.");

    /// <summary>The value, or null.</summary>
    public double? ValueOrNull => IsKnown ? _value : null;

    /// <summary>A value.</summary>
    /// <exception cref="ArgumentException">The value is not a finite number.</exception>
    public static Measurement Of(double value) => double.IsFinite(value)
        ? new Measurement(value, default, true)
        : throw new ArgumentException("A measurement is a finite number.", nameof(value));

    /// <summary>No value, for a reason.</summary>
    public static Measurement Missing(Unknown reason) => new(0, reason, false);

    /// <inheritdoc/>
    public override string ToString() => IsKnown ? _value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture) : $"unknown ({Reason})";
}

/// <summary>Why a value is unknown.</summary>
public enum Unknown
{
    /// <summary>The source covers the year and the states, and says nothing.</summary>
    NotReported,

    /// <summary>The year lies outside the dataset's coverage.</summary>
    OutsideCoverage,

    /// <summary>The dataset does not cover these states (for example, visits of other states' leaders).</summary>
    StateNotCovered,

    /// <summary>One of the two was not a member of the state system in that year.</summary>
    NotAState,

    /// <summary>The dataset has not been imported.</summary>
    NotImported,

    /// <summary>The measure is not defined on these inputs (for example, a correlation of constants).</summary>
    Undefined,

    /// <summary>The source says too little for the measure to mean anything (for example, votes the two share).</summary>
    TooFew,

    /// <summary>The dataset's version was not, or not surely, out on the day asked for.</summary>
    NotYetPublished,
}
