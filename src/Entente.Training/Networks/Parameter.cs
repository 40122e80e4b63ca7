namespace Entente.Training.Networks;

/// <summary>A matrix that is learned, with its gradient.</summary>
internal sealed class Parameter
{
    private readonly bool[]? _touched;

    private Parameter(string name, int rows, int columns, float[] value, bool sparse)
    {
        (Name, Rows, Columns, Value, IsSparse) = (name, rows, columns, value, sparse);
        Gradient = new float[value.Length];
        if (sparse) _touched = new bool[rows];
    }

    /// <summary>A matrix of zeros.</summary>
    /// <param name="name">Its section in the model file.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="sparse">Whether a batch changes few of its rows, as with embeddings.</param>
    public Parameter(string name, int rows, int columns, bool sparse = false) : this(name, rows, columns, new float[rows * columns], sparse) { }

    /// <summary>Its section in the model file.</summary>
    public string Name { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Whether a batch changes few of its rows.</summary>
    public bool IsSparse { get; }

    /// <summary>Its share of the learning rate: less than 1 for what was learned before.</summary>
    public float Pace { get; set; } = 1;

    /// <summary>Elements, row by row.</summary>
    public float[] Value { get; }

    /// <summary>Gradient of the loss, summed over the words of the batch.</summary>
    public float[] Gradient { get; }

    /// <summary>Rows with a gradient, in the order they were first touched; only of a sparse one.</summary>
    public List<int> TouchedRows { get; } = [];

    /// <summary>The same values with a gradient of its own, for another thread.</summary>
    public Parameter Replica() => new(Name, Rows, Columns, Value, IsSparse);

    /// <summary>The gradient of one row of a sparse matrix, to be added to.</summary>
    public Span<float> Touch(int row)
    {
        if (!_touched![row])
        {
            _touched[row] = true;
            TouchedRows.Add(row);
        }
        return Gradient.AsSpan(row * Columns, Columns);
    }

    /// <summary>Adds a replica's gradient to this one's, and sets the replica's to zero.</summary>
    public void Absorb(Parameter replica)
    {
        if (!IsSparse) VectorMath.Add(replica.Gradient, Gradient);
        foreach (int row in replica.TouchedRows) VectorMath.Add(replica.Gradient.AsSpan(row * Columns, Columns), Touch(row));
        replica.ClearGradient();
    }

    /// <summary>Sets the gradient to zero.</summary>
    public void ClearGradient()
    {
        if (!IsSparse)
        {
            Array.Clear(Gradient);
            return;
        }
        foreach (int row in TouchedRows)
        {
            _touched![row] = false;
            Gradient.AsSpan(row * Columns, Columns).Clear();
        }
        TouchedRows.Clear();
    }

    /// <summary>Glorot and Bengio's uniform initialisation.</summary>
    public Parameter Glorot(SeededRandom random, int blocks = 1)
    {
        float limit = MathF.Sqrt(6f / (Rows + (float)Columns / blocks));
        for (int i = 0; i < Value.Length; i++) Value[i] = (2 * random.NextSingle() - 1) * limit;
        return this;
    }

    /// <summary>Normally distributed values.</summary>
    public Parameter Normal(SeededRandom random, float deviation)
    {
        for (int i = 0; i < Value.Length; i++) Value[i] = random.NextNormal() * deviation;
        return this;
    }
}
