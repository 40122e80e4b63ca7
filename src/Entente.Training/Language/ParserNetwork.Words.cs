using Entente.Language.Parsing;
using Entente.Training.Networks;

namespace Entente.Training.Language;

/// <content>Words as they enter, and their tags.</content>
internal sealed partial class ParserNetwork
{
    private void Embed(ReadOnlySpan<EncodedSentence> batch, SeededRandom random)
    {
        int width = _shape.InputWidth, formWidth = _shape.FormWidth, words = _layout.Words;
        Sized(ref _input, words * width);
        for (int row = 0; row < words; row++)
        {
            EncodedSentence s = batch[_rowSentence[row]];
            int form = s.Forms[_rowWord[row]];
            Span<float> x = _input.AsSpan(row * width, width);
            if (_dropout.Form > 0 && random.NextSingle() < _dropout.Form) form = 0;
            Known.AsSpan(form * formWidth, formWidth).CopyTo(x);
            // A form that the treebanks hold once is learned half as itself, half as one they do not hold.
            bool learned = form < _counts.Length && (_dropout.Form == 0 || random.NextSingle() >= 1f / (1 + _counts[form]));
            _rowForm[row] = learned ? form : 0;
            VectorMath.Add(_forms.Value.AsSpan(_rowForm[row] * formWidth, formWidth), x[..formWidth]);
            Span<float> affixes = x[formWidth..];
            affixes.Clear();
            foreach (int a in s.Affixes[_rowWord[row]]) VectorMath.Add(_affixes.Value.AsSpan(a * _shape.AffixWidth, _shape.AffixWidth), affixes);
        }
        Mask(ref _inputMask, words * width, _dropout.Input, random);
        VectorMath.Multiply(_inputMask.AsSpan(0, words * width), _input);
    }

    private void EmbedBack(ReadOnlySpan<EncodedSentence> batch)
    {
        int width = _shape.InputWidth, words = _layout.Words;
        VectorMath.Multiply(_inputMask.AsSpan(0, words * width), _inputGradient);
        for (int row = 0; row < words; row++)
        {
            ReadOnlySpan<float> gradient = _inputGradient.AsSpan(row * width, width);
            VectorMath.Add(gradient[.._shape.FormWidth], _forms.Touch(_rowForm[row]));
            foreach (int a in batch[_rowSentence[row]].Affixes[_rowWord[row]]) VectorMath.Add(gradient[_shape.FormWidth..], _affixes.Touch(a));
        }
    }

    private float LearnTags(ReadOnlySpan<EncodedSentence> batch)
    {
        int words = _layout.Words, width = _shape.OutputWidth, scores = _tags.Scores;
        Affine(_first.Output, width, words, _tagPacked, _tagBias.Value, Sized(ref _tagScores, words * scores));
        float loss = 0;
        for (int row = 0; row < words; row++)
        {
            (int upos, int xpos, int features) = batch[_rowSentence[row]].Tags[_rowWord[row]];
            Span<float> s = _tagScores.AsSpan(row * scores, scores);
            loss += VectorMath.SoftmaxGradient(s[..TagInventory.UposCount], upos, TagWeight);
            loss += VectorMath.SoftmaxGradient(s.Slice(TagInventory.UposCount, _tags.Xpos.Length), xpos, TagWeight);
            loss += VectorMath.SoftmaxGradient(s[(TagInventory.UposCount + _tags.Xpos.Length)..], features, TagWeight);
        }
        AffineBack(_first.Output, width, words, _tagScores, _tagTransposed, _tagWeights, _tagBias, Sized(ref _firstGradient, words * width));
        return loss;
    }
}
