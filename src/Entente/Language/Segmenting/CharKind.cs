using System.Globalization;

namespace Entente.Language.Segmenting;

/// <summary>What a character is, as far as cutting text goes.</summary>
internal enum CharKind : byte
{
    Space, Lower, Upper, Digit, Mark, Stop, Comma, Apostrophe, Quote, Open, Close, Dash, Slash, Currency, Symbol, Other,
}

/// <summary>Kinds of characters, by table for ASCII and by Unicode category beyond.</summary>
internal static class CharKinds
{
    private static readonly CharKind[] Ascii = Build();

    public static CharKind Of(char c) => c < 128 ? Ascii[c] : Beyond(c);

    /// <summary>Whether a word may be made of it.</summary>
    public static bool IsLetter(CharKind kind) => kind is CharKind.Lower or CharKind.Upper or CharKind.Mark;

    private static CharKind Beyond(char c) => c switch
    {
        '’' or '‘' or 'ʼ' or '＇' => CharKind.Apostrophe,
        '“' or '”' or '„' or '«' or '»' or '‟' or '‹' or '›' or '「' or '」' or '『' or '』' => CharKind.Quote,
        '–' or '—' or '‐' or '‑' or '‒' or '―' => CharKind.Dash,
        '…' or '。' or '！' or '？' or '؟' or '।' => CharKind.Stop,
        '•' or '·' or '‣' or '◦' or '※' or '†' or '‡' => CharKind.Symbol,
        '，' or '、' or '；' or '：' or '،' => CharKind.Comma,
        _ => char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharKind.Upper,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharKind.Lower,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format => CharKind.Mark,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharKind.Digit,
            UnicodeCategory.OpenPunctuation => CharKind.Open,
            UnicodeCategory.ClosePunctuation => CharKind.Close,
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => CharKind.Quote,
            UnicodeCategory.DashPunctuation => CharKind.Dash,
            UnicodeCategory.CurrencySymbol => CharKind.Currency,
            UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Surrogate => CharKind.Symbol,
            _ => char.IsWhiteSpace(c) ? CharKind.Space : CharKind.Other,
        },
    };

    private static CharKind[] Build()
    {
        var kinds = new CharKind[128];
        for (int i = 0; i < 128; i++)
        {
            char c = (char)i;
            kinds[i] = char.IsWhiteSpace(c) ? CharKind.Space
                : char.IsAsciiLetterLower(c) ? CharKind.Lower : char.IsAsciiLetterUpper(c) ? CharKind.Upper : char.IsAsciiDigit(c) ? CharKind.Digit
                : c switch
                {
                    '.' or '!' or '?' => CharKind.Stop,
                    ',' or ';' or ':' => CharKind.Comma,
                    '\'' or '`' => CharKind.Apostrophe,
                    '"' => CharKind.Quote,
                    '(' or '[' or '{' or '<' => CharKind.Open,
                    ')' or ']' or '}' or '>' => CharKind.Close,
                    '-' or '_' => CharKind.Dash,
                    '/' or '\\' or '@' or '|' => CharKind.Slash,
                    '$' => CharKind.Currency,
                    _ => CharKind.Symbol,
                };
        }
        return kinds;
    }
}
