namespace Entente.Language.Segmenting;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap : byte { None, Space, Wide, Line }

/// <summary>A word with what the splitter of sentences asks about it.</summary>
internal readonly struct Piece(int start, int length, bool continues, Gap gap, ReadOnlySpan<char> form)
{
    public readonly int Start = start, Length = length;
    public readonly bool Continues = continues;
    public readonly Gap Gap = gap;
    public readonly WordShape Shape = WordShapes.Of(form);
    public readonly uint Exact = FeatureHash.Exact(form), Lower = FeatureHash.Lower(form), Suffix = FeatureHash.Suffix(form, 3);

    public int End => Start + Length;
}
