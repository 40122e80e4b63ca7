namespace Entente.Intake.Downloads;

/// <summary>Tells from its first bytes what a file is not.</summary>
internal static class FormCheck
{
    /// <summary>First bytes looked at.</summary>
    public const int Needed = 1024;

    /// <summary>Why the file is not of the form; null when it may be.</summary>
    public static string? Fault(ReadOnlySpan<byte> head, FileForm form)
    {
        if (head.IsEmpty) return "The file is empty.";
        ReadOnlySpan<byte> text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (Begins(text, "<!doctype html"u8) || Begins(text, "<html"u8) || Begins(text, "<head"u8) || Begins(text, "<!--"u8))
            return "It is a web page and not the file: the address may have moved, or ask for consent first.";
        return form switch
        {
            FileForm.Zip when !head.StartsWith("PK\x3\x4"u8) => "It is no zip archive.",
            FileForm.Gzip when !head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => "It is no gzip file.",
            FileForm.Text when head.Contains((byte)0) => "It is no text.",
            FileForm.Text when text.Length > 0 && text[0] is (byte)'<' or (byte)'{' => "It is no CSV: it begins like a page or a message of the server.",
            _ => null,
        };
    }

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> with)
    {
        if (text.Length < with.Length) return false;
        for (int i = 0; i < with.Length; i++)
            if (char.ToLowerInvariant((char)text[i]) != (char)with[i]) return false;
        return true;
    }
}
