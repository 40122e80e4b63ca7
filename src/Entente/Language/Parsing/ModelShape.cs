namespace Entente.Language.Parsing;

/// <summary>Sizes of the network, as the model file states them.</summary>
internal sealed record ModelShape
{
    /// <summary>Elements of a form's embedding.</summary>
    public int FormWidth { get; init; } = 128;

    /// <summary>Elements of an affix's embedding.</summary>
    public int AffixWidth { get; init; } = 128;

    /// <summary>Buckets that affixes and shapes are hashed into.</summary>
    public int AffixBuckets { get; init; } = 32768;

    /// <summary>Outputs of one direction of a recurrent layer; a multiple of 8.</summary>
    public int Hidden { get; init; } = 192;

    /// <summary>Elements of a word as a possible dependent or head.</summary>
    public int ArcWidth { get; init; } = 160;

    /// <summary>Elements of an arc whose relation is asked for.</summary>
    public int RelationWidth { get; init; } = 128;

    /// <summary>Elements of a word's input.</summary>
    public int InputWidth => FormWidth + AffixWidth;

    /// <summary>Elements of a word read in both directions.</summary>
    public int OutputWidth => 2 * Hidden;

    /// <summary>What is made of a word for the arcs: as dependent, as head, and each for the relation.</summary>
    public int ArcOutputs => 2 * ArcWidth + 2 * RelationWidth;
}
