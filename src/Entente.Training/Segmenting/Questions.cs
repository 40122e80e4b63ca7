using Entente.Language.Segmenting;

namespace Entente.Training.Segmenting;

/// <summary>Questions with their features and gold answers, gathered while gold text is cut.</summary>
internal sealed class Questions(int featuresEach)
{
    private readonly List<uint> _features = [];
    private readonly List<byte> _answers = [];

    public int Count => _answers.Count;

    public int Answer(int i) => _answers[i];

    public ReadOnlySpan<uint> Features(int i) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features).Slice(i * featuresEach, featuresEach);

    public void Add(ReadOnlySpan<uint> features, int answer)
    {
        _features.AddRange(features);
        _answers.Add((byte)answer);
    }
}

/// <summary>Answers as the treebank does, and keeps question and answer.</summary>
/// <param name="gold">Answers by position; 0 where there is none.</param>
/// <param name="into">Receives the questions.</param>
internal readonly struct GoldDecider(IReadOnlyDictionary<int, int> gold, Questions into) : IDecider
{
    public int Decide(int position, ReadOnlySpan<uint> features)
    {
        int answer = gold.GetValueOrDefault(position);
        into.Add(features, answer);
        return answer;
    }
}
