using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Entente.Cli.Scenarios;

/// <summary>A scenario kept in a file: <c>name</c>, <c>dyad</c> (two states), <c>years</c> and <c>shocks</c> (a list of lines as <c>--if</c> takes them).</summary>
internal sealed record ScenarioFile(string? Name, string[] Dyad, int? Years, string[] Shocks)
{
    private const int LargestFile = 64 * 1024, MostEvents = 500, MostShocks = 40;

    /// <summary>Reads one. Anchors, aliases, tags and nesting are refused, so that no file unfolds into more than it holds.</summary>
    /// <exception cref="FormatException">It is none; the message says where and why.</exception>
    public static ScenarioFile Read(FileInfo file)
    {
        if (!file.Exists) throw new FormatException($"There is no file {file.FullName}.");
        if (file.Length > LargestFile) throw new FormatException($"{file.Name} has {file.Length} bytes; a scenario has at most {LargestFile}.");
        var fields = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using StreamReader text = file.OpenText();
            var parser = new Parser(text);
            string? key = null;
            bool list = false, open = false;
            int events = 0;
            while (parser.MoveNext())
            {
                ParsingEvent e = parser.Current!;
                if (++events > MostEvents) throw Fault(file, e, "it is too long");
                switch (e)
                {
                    case AnchorAlias:
                        throw Fault(file, e, "aliases are not taken");
                    case NodeEvent { Anchor.IsEmpty: false }:
                        throw Fault(file, e, "anchors are not taken");
                    case NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } }:
                        throw Fault(file, e, "tags are not taken");
                    case MappingStart when !open:
                        open = true;
                        break;
                    case MappingStart:
                        throw Fault(file, e, "nothing is nested here; write each shock as one line, as --if takes it");
                    case SequenceStart when open && key is not null && !list:
                        list = true;
                        break;
                    case SequenceStart:
                        throw Fault(file, e, "a list is not expected here");
                    case SequenceEnd:
                        (list, key) = (false, null);
                        break;
                    case YamlScalar s when !open:
                        throw Fault(file, s, "fields are expected: name, dyad, years, shocks");
                    case YamlScalar s when key is null:
                        key = s.Value;
                        if (key is not ("name" or "dyad" or "years" or "shocks")) throw Fault(file, s, $"'{Short(key)}' is no field; there are name, dyad, years and shocks");
                        if (!fields.TryAdd(key, [])) throw Fault(file, s, $"'{key}' stands twice");
                        break;
                    case YamlScalar s:
                        fields[key].Add(s.Value);
                        if (!list) key = null;
                        break;
                }
            }
        }
        catch (YamlException e)
        {
            throw new FormatException($"{file.Name}, line {e.Start.Line}: no YAML: {Short(e.Message)}", e);
        }
        string[] shocks = [.. fields.GetValueOrDefault("shocks") ?? []];
        if (shocks.Length is 0 or > MostShocks) throw new FormatException($"{file.Name}: 1 to {MostShocks} shocks are expected under 'shocks'; {shocks.Length} found.");
        string[] dyad = [.. fields.GetValueOrDefault("dyad") ?? []];
        if (dyad.Length is not (0 or 2)) throw new FormatException($"{file.Name}: 'dyad' is a list of two states, as [china, russia].");
        int? years = null;
        if (fields.GetValueOrDefault("years") is [var said])
            years = int.TryParse(said, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n) ? n : throw new FormatException($"{file.Name}: 'years' is a whole number, not '{Short(said)}'.");
        return new ScenarioFile(fields.GetValueOrDefault("name")?.FirstOrDefault(), dyad, years, shocks);
    }

    private static FormatException Fault(FileInfo file, ParsingEvent at, string why) => new($"{file.Name}, line {at.Start.Line}: {why}.");

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
