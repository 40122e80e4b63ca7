using Entente.Language.Networks;
using Entente.Training.Networks;

namespace Entente.Training.Language;

/// <content>Heads and relations.</content>
internal sealed partial class ParserNetwork
{
    private void Activate(SeededRandom random)
    {
        int words = _layout.Words, active = 2 * _shape.ArcWidth, outputs = _shape.ArcOutputs;
        Mask(ref _arcFactor, words * active, _dropout.Arc, random);
        for (int w = 0; w < words; w++)
        {
            Span<float> values = _arcs.AsSpan(w * outputs, active), factor = _arcFactor.AsSpan(w * active, active);
            for (int i = 0; i < active; i++)
            {
                if (values[i] < 0) factor[i] *= 0.1f;
                values[i] *= factor[i];
            }
        }
    }

    private float LearnArcs(ReadOnlySpan<EncodedSentence> batch)
    {
        int arc = _shape.ArcWidth, outputs = _shape.ArcOutputs;
        float loss = 0;
        for (int rank = 0; rank < _layout.Sentences; rank++)
        {
            int n = _layout.Length(rank);
            int[] heads = batch[_layout.Sentence(rank)].Heads;
            Span<float> query = Sized(ref _query, n * arc), head = Sized(ref _head, (n + 1) * arc), scores = Sized(ref _scores, n * (n + 1));
            _rootHead.Value.CopyTo(head);
            for (int i = 0; i < n; i++)
            {
                int row = _layout.Row(rank, i);
                _queries.AsSpan(row * arc, arc).CopyTo(query[(i * arc)..]);
                _arcs.AsSpan(row * outputs + arc, arc).CopyTo(head[((i + 1) * arc)..]);
            }
            _scratch.PackTransposed(head, arc, n + 1, arc);
            MatrixProduct.Multiply(query, arc, 1, n, _scratch, scores, n + 1, false);
            for (int i = 0; i < n; i++)
            {
                scores[i * (n + 1) + i + 1] = -1e9f;
                loss += VectorMath.SoftmaxGradient(scores.Slice(i * (n + 1), n + 1), heads[i] + 1, 1);
            }
            Span<float> queryPart = Sized(ref _queryPart, n * arc), headPart = Sized(ref _headPart, (n + 1) * arc);
            _scratch.Pack(head, n + 1, arc, arc);
            MatrixProduct.Multiply(scores, n + 1, 1, n, _scratch, queryPart, arc, false);
            _scratch.Pack(query, n, arc, arc);
            MatrixProduct.Multiply(scores, 1, n + 1, n + 1, _scratch, headPart, arc, false);
            VectorMath.Add(headPart[..arc], _rootHead.Gradient);
            for (int i = 0; i < n; i++)
            {
                int row = _layout.Row(rank, i);
                queryPart.Slice(i * arc, arc).CopyTo(_queryGradient.AsSpan(row * arc));
                VectorMath.Add(headPart.Slice((i + 1) * arc, arc), _arcGradient.AsSpan(row * outputs + arc, arc));
            }
        }
        return loss;
    }

    private float LearnRelations(ReadOnlySpan<EncodedSentence> batch, SeededRandom random)
    {
        int words = _layout.Words, relation = _shape.RelationWidth, outputs = _shape.ArcOutputs, kinds = _tags.Relations.Length;
        int asDependent = 2 * _shape.ArcWidth, asHead = asDependent + relation;
        Span<float> pairs = Sized(ref _pairs, words * relation);
        Mask(ref _pairFactor, words * relation, _dropout.Arc, random);
        for (int rank = 0; rank < _layout.Sentences; rank++)
        {
            int[] heads = batch[_layout.Sentence(rank)].Heads;
            for (int i = 0; i < heads.Length; i++)
            {
                int row = _layout.Row(rank, i);
                Span<float> pair = pairs.Slice(row * relation, relation), factor = _pairFactor.AsSpan(row * relation, relation);
                _arcs.AsSpan(row * outputs + asDependent, relation).CopyTo(pair);
                VectorMath.Add(heads[i] < 0 ? _rootRelation.Value : _arcs.AsSpan(_layout.Row(rank, heads[i]) * outputs + asHead, relation), pair);
                for (int k = 0; k < relation; k++)
                {
                    if (pair[k] < 0) factor[k] *= 0.1f;
                    pair[k] *= factor[k];
                }
            }
        }
        Affine(_pairs, relation, words, _relationPacked, _relationBias.Value, Sized(ref _relationScores, words * kinds));
        float loss = 0;
        for (int row = 0; row < words; row++)
            loss += VectorMath.SoftmaxGradient(_relationScores.AsSpan(row * kinds, kinds), batch[_rowSentence[row]].Relations[_rowWord[row]], 1);
        AffineBack(_pairs, relation, words, _relationScores, _relationTransposed, _relationWeights, _relationBias, Sized(ref _pairGradient, words * relation));
        VectorMath.Multiply(_pairFactor.AsSpan(0, words * relation), _pairGradient);
        for (int rank = 0; rank < _layout.Sentences; rank++)
        {
            int[] heads = batch[_layout.Sentence(rank)].Heads;
            for (int i = 0; i < heads.Length; i++)
            {
                int row = _layout.Row(rank, i);
                ReadOnlySpan<float> gradient = _pairGradient.AsSpan(row * relation, relation);
                VectorMath.Add(gradient, _arcGradient.AsSpan(row * outputs + asDependent, relation));
                VectorMath.Add(gradient, heads[i] < 0 ? _rootRelation.Gradient : _arcGradient.AsSpan(_layout.Row(rank, heads[i]) * outputs + asHead, relation));
            }
        }
        return loss;
    }
}
