using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Reading;
using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>UCDP georeferenced events: use of force between two sides; a side is a state where it has a Gleditsch–Ward number.</summary>
internal sealed class UcdpParser(StreamLayout layout) : RowParser
{
    private static readonly ILookup<int, State> s_numbers = StateRegistry.Default.All.SelectMany(s => s.Gw.Select(n => (n, s))).ToLookup(p => p.n, p => p.s);

    private readonly int _id = layout.Columns.Of("id"), _start = layout.Columns.Of("datestart"), _end = layout.Columns.Of("dateend"), _precision = layout.Columns.Of("dateprec"), _kind = layout.Columns.Of("typeofviolence"), _sideA = layout.Columns.Of("sidea"),
        _sideB = layout.Columns.Of("sideb"), _numberA = layout.Columns.Of("gwnoa"), _numberB = layout.Columns.Of("gwnob"), _offices = layout.Columns.Of("sourceoffice"), _sources = layout.Columns.Of("numberofsources");

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        if (Cell(record, _id) is not { } id || !id.All(char.IsAsciiDigit)) return Bad($"id is {Quoted(Cell(record, _id))}, no whole number");
        if (Day(Cell(record, _start)) is not { } day) return Bad($"date_start is {Quoted(Cell(record, _start))}, no day");
        if (Cell(record, _kind) is not ("1" or "2" or "3") || Cell(record, _kind) is not { } kind) return Bad($"type_of_violence is {Quoted(Cell(record, _kind))}, not 1, 2 or 3");
        // −1 says that the number of sources is not known.
        string? count = Cell(record, _sources);
        return (new StreamEvent
        {
            Id = id,
            Day = day,
            SourceCode = Cell(record, _sideA),
            TargetCode = Cell(record, _sideB),
            Source = Number(Cell(record, _numberA), day),
            Target = Number(Cell(record, _numberB), day),
            Code = $"violence-{kind}",
            Type = PloverType.Assault,
            Reports = Whole(count, out int? sources) ? sources : null,
            Publishers = Cell(record, _offices),
        }, null);
    }

    private static StateId? Number(string? text, DateOnly day) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? s_numbers[number].FirstOrDefault(s => s.Spells.Any(p => p.From <= day && (p.To is null || day <= p.To)))?.Id
        : null;
}

/// <summary>ACLED, in the columns its export has; a side is a state where it is its forces, police or government.</summary>
internal sealed partial class AcledParser(StreamLayout layout) : RowParser
{
    private readonly int _id = layout.Columns.Of("eventidcnty"), _date = layout.Columns.Of("eventdate"), _type = layout.Columns.Of("eventtype"), _sub = layout.Columns.Of("subeventtype"),
        _actor1 = layout.Columns.Of("actor1"), _actor2 = layout.Columns.Of("actor2"), _source = layout.Columns.Of("source");

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        if (Cell(record, _id) is not { } id) return Bad("event_id_cnty is empty");
        string? date = Cell(record, _date);
        DateOnly? read = Day(date) ?? (date is null ? null : Exact(date, "d MMMM yyyy") ?? Exact(date, "dd MMMM yyyy") ?? Exact(date, "d-MMMM-yyyy") ?? Exact(date, "dd-MMMM-yyyy"));
        if (read is not { } day) return Bad($"event_date is {Quoted(date)}, no day");
        if (Cell(record, _type) is not { } type || !Listed(type)) return Bad($"event_type is {Quoted(Cell(record, _type))}, which ACLED does not have");
        string? sub = Cell(record, _sub);
        return (new StreamEvent
        {
            Id = id,
            Day = day,
            SourceCode = Cell(record, _actor1),
            TargetCode = Cell(record, _actor2),
            Source = State(Cell(record, _actor1), day),
            Target = State(Cell(record, _actor2), day),
            Code = sub ?? type,
            Type = (sub is null ? null : StreamTypes.Acled.OfName(sub)) ?? StreamTypes.Acled.OfName(type),
            Publishers = Cell(record, _source)?.Replace("; ", ";", StringComparison.Ordinal),
            Reports = Cell(record, _source)?.Split(';').Length,
        }, null);
    }

    private static bool Listed(string type) => StreamTypes.Acled.Knows(type);

    private static StateId? State(string? actor, DateOnly day)
    {
        if (actor is null) return null;
        Match match = Forces().Match(actor);
        return match.Success ? StreamActors.OfName(match.Groups[1].Value, day) : null;
    }

    [GeneratedRegex(@"^(?:Military Forces|Police Forces|Government) of (?:the )?([^(]{2,60}?) \(", RegexOptions.NonBacktracking)]
    private static partial Regex Forces();
}

/// <summary>POLECAT: PLOVER types, ISO codes or names of countries.</summary>
internal sealed class PolecatParser(StreamLayout layout) : RowParser
{
    private readonly int _id = layout.Columns.Of("eventid"), _date = layout.Columns.Of("eventdate"), _type = layout.Columns.Of("eventtype"), _mode = layout.Columns.Of("eventmode"), _intensity = layout.Columns.Of("intensity", "eventintensity"),
        _actor = layout.Columns.Of("actorname"), _actorCountry = layout.Columns.Of("actorcountry"), _recipient = layout.Columns.Of("recipientname"), _recipientCountry = layout.Columns.Of("recipientcountry"), _source = layout.Columns.Of("source");

    private readonly NamedStates _names = new();

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        if (Cell(record, _id) is not { } id) return Bad("Event ID is empty");
        if (Day(Cell(record, _date)) is not { } day) return Bad($"Event Date is {Quoted(Cell(record, _date))}, no day");
        string? name = Cell(record, _type);
        if (name is null || name.Any(c => !char.IsAsciiLetter(c)) || !Enum.TryParse(name, ignoreCase: true, out PloverType type)) return Bad($"Event Type is {Quoted(name)}, which PLOVER does not have");
        string? given = Cell(record, _intensity);
        double? intensity = Number(given, -10, 10);
        if (given is not null && intensity is null) return Bad($"Intensity is {Quoted(given)}, no number from -10 to 10");
        return (new StreamEvent
        {
            Id = id,
            Day = day,
            SourceCode = Cell(record, _actor),
            TargetCode = Cell(record, _recipient),
            Source = Country(Cell(record, _actorCountry), day),
            Target = Country(Cell(record, _recipientCountry), day),
            Code = Cell(record, _mode) is { } mode ? $"{name}:{mode}" : name,
            Type = type,
            Intensity = intensity,
            Reports = 1,
            Publishers = Cell(record, _source)?.Replace(';', ','),
        }, null);
    }

    private StateId? Country(string? text, DateOnly day) => text is { Length: 3 } && text.All(char.IsAsciiLetterUpper) ? StreamActors.Cameo.Of(text, day) : _names.Of(text, day);
}
