namespace Entente.Measures.Similarity;

/// <summary>The published measures of the likeness of two states' foreign policies. Names and order are permanent.</summary>
public enum SimilarityMeasure
{
    /// <summary>S by absolute distance: 1 − 2·Σw|x−y| / (d·Σw). Signorino and Ritter 1999, eq. 5.</summary>
    S,

    /// <summary>S by squared distance: 1 − 2·Σw(x−y)² / (d²·Σw).</summary>
    SSquared,

    /// <summary>Cohen's κ with squared disagreement weights: 1 − Σv·p / Σv·p_row·p_col, v = (|i−j| / range)². Cohen 1968; Häge 2011.</summary>
    Kappa,

    /// <summary>Cohen's κ with linear disagreement weights.</summary>
    KappaLinear,

    /// <summary>Scott's π as published, nominal: (p_o − Σm²) / (1 − Σm²), m the mean of both margins. Scott 1955.</summary>
    Pi,

    /// <summary>Scott's π with squared disagreement weights: 1 − Σv·p / Σv·m·m. Häge 2011.</summary>
    PiWeighted,

    /// <summary>Scott's π with linear disagreement weights.</summary>
    PiLinear,

    /// <summary>Kendall's τ_b, Bueno de Mesquita's measure of 1975.</summary>
    TauB,

    /// <summary>Benati and Capurri's A by absolute distance: S of the table less S of the product of its margins.</summary>
    A,

    /// <summary>Benati and Capurri's A by squared distance.</summary>
    ASquared,

    /// <summary>Voeten's agreement: mean of 1 − |x−y| / d; of votes, those on which all voted alike left out beforehand.</summary>
    Agreement,
}

/// <summary>Why a measure has no value.</summary>
public enum NoSimilarity
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The two have no target in common.</summary>
    NothingShared,

    /// <summary>Both profiles are constant: nothing tells agreement from chance.</summary>
    BothConstant,

    /// <summary>One profile is constant: nothing can be ordered by it (τ_b only).</summary>
    OneConstant,
}
