namespace Entente.Language.Segmenting;

/// <summary>What a word or mark looks like, as far as the end of a sentence goes.</summary>
internal enum WordShape : byte
{
    None, Lower, Title, Capital, Capitals, Mixed, Number, Abbreviation, Ordinal, Address,
    Stop, Question, Exclamation, Ellipsis, Comma, Colon, Semicolon, Dash, Slash, Apostrophe, Quote, OpenQuote, CloseQuote, Open, Close, Bullet, Currency, Symbol, Other,
}

/// <summary>Finds the shape of a form.</summary>
internal static class WordShapes
{
    /// <summary>Whether a sentence may end with it by itself.</summary>
    public static bool IsTerminal(WordShape shape) => shape is WordShape.Stop or WordShape.Question or WordShape.Exclamation or WordShape.Ellipsis;

    /// <summary>Whether it is a mark that closes what stands before it.</summary>
    public static bool IsCloser(WordShape shape) => shape is WordShape.CloseQuote or WordShape.Close or WordShape.Quote or WordShape.Apostrophe;

    /// <summary>Whether it begins as a sentence does: with a capital or a number.</summary>
    public static bool Begins(WordShape shape) => shape is WordShape.Title or WordShape.Capital or WordShape.Capitals or WordShape.Mixed or WordShape.Number
        or WordShape.Abbreviation or WordShape.Ordinal;

    public static WordShape Of(ReadOnlySpan<char> form)
    {
        if (form.IsEmpty) return WordShape.None;
        CharKind first = CharKinds.Of(form[0]);
        if (CharKinds.IsLetter(first)) return OfLetters(form, first);
        if (first == CharKind.Digit) return OfDigits(form);
        if (form.Length > 1 && char.IsLetterOrDigit(form[^1])) return form.Contains('/') || form.Contains('@') ? WordShape.Address : WordShape.Other;
        return first switch
        {
            CharKind.Stop => form[0] switch
            {
                '.' => form.Length > 1 ? WordShape.Ellipsis : WordShape.Stop,
                '…' => WordShape.Ellipsis,
                '?' or '？' or '؟' => WordShape.Question,
                '!' or '！' => form.Contains('?') ? WordShape.Question : WordShape.Exclamation,
                _ => WordShape.Stop,
            },
            CharKind.Comma => form[0] is ',' or '，' or '、' or '،' ? WordShape.Comma : form[0] is ':' or '：' ? form.Length > 1 ? WordShape.Bullet : WordShape.Colon : WordShape.Semicolon,
            CharKind.Dash => form.Length > 4 ? WordShape.Bullet : WordShape.Dash,
            CharKind.Slash => WordShape.Slash,
            CharKind.Apostrophe => form[0] == '‘' || form[0] == '`' ? WordShape.OpenQuote : form is "''" ? WordShape.Quote : WordShape.Apostrophe,
            CharKind.Quote => form[0] is '“' or '„' or '«' or '「' or '『' ? WordShape.OpenQuote : form[0] is '”' or '»' or '」' or '』' ? WordShape.CloseQuote : WordShape.Quote,
            CharKind.Open => WordShape.Open,
            CharKind.Close => WordShape.Close,
            CharKind.Currency => WordShape.Currency,
            CharKind.Symbol => form[0] is '*' or '•' or '·' or '‣' or '◦' or '■' or '►' or '~' or '=' or '#' ? WordShape.Bullet : WordShape.Symbol,
            _ => WordShape.Other,
        };
    }

    private static WordShape OfLetters(ReadOnlySpan<char> form, CharKind first)
    {
        if (form.Length == 1) return first == CharKind.Upper ? WordShape.Capital : WordShape.Lower;
        bool upper = false, lower = false, inner = false, stop = form[^1] == '.';
        for (int i = 1; i < form.Length; i++)
        {
            switch (CharKinds.Of(form[i]))
            {
                case CharKind.Upper: upper = true; break;
                case CharKind.Lower: lower = true; break;
                case CharKind.Slash or CharKind.Comma: return WordShape.Address;
                case CharKind.Stop when i < form.Length - 1: inner = true; break;
            }
        }
        if (stop) return WordShape.Abbreviation;
        if (inner && form.Length > 6) return WordShape.Address;
        if (first == CharKind.Upper) return upper ? lower ? WordShape.Mixed : WordShape.Capitals : lower ? WordShape.Title : WordShape.Capital;
        return upper ? WordShape.Mixed : WordShape.Lower;
    }

    private static WordShape OfDigits(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
            if (char.IsLetter(c)) return WordShape.Ordinal;
        return form[^1] is '.' or ')' ? WordShape.Ordinal : WordShape.Number;
    }
}
