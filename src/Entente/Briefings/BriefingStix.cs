using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Entente.Briefings;

/// <summary>
/// A briefing as a STIX 2.1 bundle (OASIS standard, 10 June 2021): one identity for each state, one report, one note for each score and
/// each statement, with its sources as external references. The same briefing gives the same bytes.
/// </summary>
public static class BriefingStix
{
    // A namespace of this project's own, as section 2.9 of the standard asks of identifiers that are made from content.
    private static readonly Guid s_namespace = new("6f1d1f52-7f53-5e0c-9a3e-0f6b0d2f8c11");

    /// <summary>Renders the bundle.</summary>
    public static string Render(Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
            new Bundle(briefing, json).Write();
        return Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    // RFC 9562, version 5: SHA-1 of namespace and name.
    private static string Id(string type, string name)
    {
        Span<byte> space = stackalloc byte[16];
        s_namespace.TryWriteBytes(space, bigEndian: true, out _);
#pragma warning disable CA5350 // An identifier, not a safeguard: the standard names the function.
        byte[] hash = SHA1.HashData([.. space, .. Encoding.UTF8.GetBytes(type + "\n" + name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"{type}--{new Guid(hash.AsSpan(0, 16), bigEndian: true)}";
    }

    private sealed class Bundle(Briefing briefing, Utf8JsonWriter json)
    {
        private readonly string _moment = briefing.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00.000Z";
        private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"{briefing.Dyad}@{briefing.AsOf:yyyy-MM-dd}");
        private readonly string _author = Id("identity", "Entente");

        public void Write()
        {
            string[] states = [.. new[] { briefing.Dyad.First, briefing.Dyad.Second }.Select(s => Id("identity", s.Code))];
            List<(string Id, string Abstract, string Content, ImmutableArray<int> Sources)> notes = [.. Notes()];
            json.WriteStartObject();
            json.WriteString("type", "bundle");
            json.WriteString("id", Id("bundle", _name));
            json.WriteStartArray("objects");
            Identity(_author, "Entente", "system", null);
            foreach ((string id, StateId code) in states.Zip([briefing.Dyad.First, briefing.Dyad.Second])) Identity(id, StateRegistry.Default[code].Name, "organization", StateRegistry.Default[code]);
            foreach (var note in notes)
            {
                Begin("note", note.Id);
                json.WriteString("abstract", note.Abstract);
                json.WriteString("content", note.Content);
                Strings("object_refs", states);
                Sources(note.Sources);
                json.WriteEndObject();
            }
            Begin("report", Id("report", _name));
            json.WriteString("name", $"{briefing.NameA} – {briefing.NameB}");
            json.WriteString("description", briefing.Headline + " " + string.Join(" ", briefing.Limits));
            json.WriteString("published", _moment);
            Strings("report_types", ["threat-report"]);
            Strings("object_refs", [.. states, .. notes.Select(n => n.Id)]);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private IEnumerable<(string Id, string Abstract, string Content, ImmutableArray<int> Sources)> Notes()
        {
            foreach (ScoreLine s in briefing.Scores)
            {
                string value = s.Value is null ? "unknown" : string.Create(CultureInfo.InvariantCulture, $"{s.Value:0} of 100, 90 % interval {s.Low:0}–{s.High:0}, {s.InputsPresent} of {s.InputsAsked} inputs");
                yield return (Id("note", $"{_name}/{s.Label}"), string.Create(CultureInfo.InvariantCulture, $"Alignment, {s.Label}, {s.Year}"), $"{value}. {s.Note} ({briefing.Method})".Replace("  ", " ", StringComparison.Ordinal), s.Sources);
            }
            foreach (BriefingSection section in briefing.Sections)
                foreach ((int i, BriefingStatement s) in section.Statements.Index())
                    yield return (Id("note", string.Create(CultureInfo.InvariantCulture, $"{_name}/{section.Heading}/{i}")), section.Heading, s.Quoted is null ? s.Text : $"{s.Text} “{s.Quoted}”", s.Sources);
        }

        private void Identity(string id, string name, string kind, State? state)
        {
            Begin("identity", id);
            json.WriteString("name", name);
            json.WriteString("identity_class", kind);
            if (state is not null)
            {
                json.WriteStartArray("external_references");
                Reference("iso-3166-1", null, state.Id.Code);
                Reference("correlates-of-war", null, state.Cow.ToString(CultureInfo.InvariantCulture));
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }

        private void Begin(string type, string id)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("spec_version", "2.1");
            json.WriteString("id", id);
            if (id != _author) json.WriteString("created_by_ref", _author);
            json.WriteString("created", _moment);
            json.WriteString("modified", _moment);
        }

        private void Sources(ImmutableArray<int> numbers)
        {
            BriefingSource[] sources = [.. briefing.Sources.Where(s => numbers.Contains(s.Number))];
            if (sources.Length == 0) return;
            json.WriteStartArray("external_references");
            foreach (BriefingSource s in sources) Reference("entente-" + s.Kind, $"{s.Text} ({s.Detail})", s.Id);
            json.WriteEndArray();
        }

        private void Reference(string source, string? description, string? id)
        {
            json.WriteStartObject();
            json.WriteString("source_name", source);
            if (description is not null) json.WriteString("description", description);
            if (id is not null) json.WriteString("external_id", id);
            json.WriteEndObject();
        }

        private void Strings(string name, IReadOnlyList<string> values)
        {
            json.WriteStartArray(name);
            foreach (string value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
    }
}
