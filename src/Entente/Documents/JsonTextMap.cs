using System.Globalization;
using System.Text;
using Entente.Text;

namespace Entente.Documents;

/// <summary>Unescapes a JSON string while remembering the bytes of each character.</summary>
internal static class JsonTextMap
{
    /// <param name="raw">Valid UTF-8 JSON string content between its quotes.</param>
    /// <param name="start">Position of its first byte in the original.</param>
    public static (string Text, OffsetMap ToBytes) Unescape(ReadOnlySpan<byte> raw, long start)
    {
        var text = new StringBuilder(raw.Length);
        var map = new OffsetMap.Builder();
        for (int at = 0; at < raw.Length;)
        {
            if (raw[at] == '\\')
            {
                int used = raw[at + 1] == 'u' ? 6 : 2;
                text.Append(used == 6
                    ? (char)int.Parse(Encoding.ASCII.GetString(raw.Slice(at + 2, 4)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                    : Plain(raw[at + 1]));
                map.Replace(1, start + at, used);
                at += used;
                continue;
            }
            if (raw[at] < 0x80)
            {
                int run = raw[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                int escape = raw[at..].IndexOf((byte)'\\');
                if (run < 0) run = raw.Length - at;
                if (escape >= 0 && escape < run) run = escape;
                text.Append(Encoding.ASCII.GetString(raw.Slice(at, run)));
                map.Copy(run, start + at);
                at += run;
                continue;
            }
            Rune.DecodeFromUtf8(raw[at..], out Rune rune, out int bytes);
            text.Append(rune.ToString());
            map.Replace(rune.Utf16SequenceLength, start + at, bytes);
            at += bytes;
        }
        return (text.ToString(), map.ToMap());
    }

    private static char Plain(byte escaped) => (char)escaped switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        char c => c,
    };
}
