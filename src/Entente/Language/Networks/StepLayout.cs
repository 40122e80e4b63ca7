namespace Entente.Language.Networks;

/// <summary>Where the words of a batch of sentences stand when a recurrent network reads them step by step.</summary>
/// <remarks>Sentences are ordered by falling length; the rows of a step are contiguous and hold the sentences still running, in that order.
/// So a step of the whole batch is one product of matrices, and no sentence is padded.</remarks>
internal sealed class StepLayout
{
    private int[] _order = [];
    private int[] _lengths = [];
    private int[] _offsets = [];

    /// <summary>Sentences of the batch.</summary>
    public int Sentences { get; private set; }

    /// <summary>Steps: the length of the longest sentence.</summary>
    public int Steps { get; private set; }

    /// <summary>Words of the batch.</summary>
    public int Words { get; private set; }

    /// <summary>First row of a step.</summary>
    public int Offset(int step) => _offsets[step];

    /// <summary>Sentences that have a word at a step.</summary>
    public int Active(int step) => step < Steps ? _offsets[step + 1] - _offsets[step] : 0;

    /// <summary>Index in the caller's list of the sentence at a rank of the order.</summary>
    public int Sentence(int rank) => _order[rank];

    /// <summary>Length of the sentence at a rank of the order.</summary>
    public int Length(int rank) => _lengths[rank];

    /// <summary>Row of the word <paramref name="step"/> of the sentence at a rank.</summary>
    public int Row(int rank, int step) => _offsets[step] + rank;

    /// <summary>Lays out sentences of the given lengths; equal lengths keep their order.</summary>
    public void Arrange(ReadOnlySpan<int> lengths)
    {
        Sentences = lengths.Length;
        if (_order.Length < Sentences) (_order, _lengths) = (new int[Sentences], new int[Sentences]);
        Words = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            (_order[i], _lengths[i]) = (i, lengths[i]);
            Words += lengths[i];
        }
        Span<long> keys = Sentences <= 256 ? stackalloc long[Sentences] : new long[Sentences];
        for (int i = 0; i < lengths.Length; i++) keys[i] = ((long)(int.MaxValue - lengths[i]) << 32) | (uint)i;
        keys.Sort();
        for (int i = 0; i < keys.Length; i++) (_order[i], _lengths[i]) = ((int)keys[i], int.MaxValue - (int)(keys[i] >> 32));
        Steps = Sentences == 0 ? 0 : _lengths[0];
        if (_offsets.Length < Steps + 1) _offsets = new int[Steps + 1];
        _offsets[0] = 0;
        for (int step = 0, active = Sentences; step < Steps; step++)
        {
            while (active > 0 && _lengths[active - 1] <= step) active--;
            _offsets[step + 1] = _offsets[step] + active;
        }
    }
}
