using System.Globalization;
using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>ICEWS coded events: names of countries, CAMEO codes, intensity on Goldstein's scale.</summary>
internal sealed class IcewsParser(StreamLayout layout) : RowParser
{
    private readonly int _id = layout.Columns.Of("eventid"), _date = layout.Columns.Of("eventdate"), _source = layout.Columns.Of("sourcename"), _sourceCountry = layout.Columns.Of("sourcecountry"),
        _target = layout.Columns.Of("targetname"), _targetCountry = layout.Columns.Of("targetcountry"), _code = layout.Columns.Of("cameocode"), _intensity = layout.Columns.Of("intensity"),
        _publisher = layout.Columns.Of("publisher"), _story = layout.Columns.Of("storyid"), _sentence = layout.Columns.Of("sentencenumber");

    private readonly NamedStates _names = new();

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        // The same event may stand in several stories and sentences: they are different rows under one id.
        if (Cell(record, _id) is not { } id || !id.All(char.IsAsciiDigit)) return Bad($"Event ID is {Quoted(Cell(record, _id))}, no whole number");
        if (Day(Cell(record, _date)) is not { } day) return Bad($"Event Date is {Quoted(Cell(record, _date))}, no day");
        if (Cell(record, _code) is not { } code || !code.All(char.IsAsciiDigit)) return Bad($"CAMEO Code is {Quoted(Cell(record, _code))}, no code");
        string? given = Cell(record, _intensity);
        double? intensity = Number(given, -10, 10);
        if (given is not null && intensity is null) return Bad($"Intensity is {Quoted(given)}, no number from -10 to 10");
        if (code.Length == 1 || (code.Length == 2 && code[0] != '0' && StreamTypes.Cameo.Of(code) is null)) code = "0" + code;
        return (new StreamEvent
        {
            Id = $"{id}.{Cell(record, _story)}.{Cell(record, _sentence)}",
            Day = day,
            SourceCode = Cell(record, _source),
            TargetCode = Cell(record, _target),
            Source = _names.Of(Cell(record, _sourceCountry), day),
            Target = _names.Of(Cell(record, _targetCountry), day),
            Code = code,
            Type = StreamTypes.Cameo.Of(code),
            Intensity = intensity,
            Reports = 1,
            Publishers = Cell(record, _publisher)?.Replace(';', ','),
        }, null);
    }
}

/// <summary>Phoenix: CAMEO codes, three-letter states, lists of publishers.</summary>
internal sealed class PhoenixParser(StreamLayout layout) : RowParser
{
    private readonly int _id = layout.Columns.Of("eventid"), _date = layout.Columns.Of("date8"), _source = layout.Columns.Of("source"), _sourceRoot = layout.Columns.Of("sourceroot"), _target = layout.Columns.Of("target"),
        _targetRoot = layout.Columns.Of("targetroot"), _code = layout.Columns.Of("code"), _goldstein = layout.Columns.Of("goldstein"), _urls = layout.Columns.Of("urls"), _publications = layout.Columns.Of("publications");

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        if (Cell(record, _id) is not { } id) return Bad("the event id is empty");
        if (Day(Cell(record, _date)) is not { } day) return Bad($"the date is {Quoted(Cell(record, _date))}, no day");
        if (Cell(record, _code) is not { } code || !code.All(char.IsAsciiDigit)) return Bad($"the code is {Quoted(Cell(record, _code))}, no CAMEO code");
        string? given = Cell(record, _goldstein);
        double? intensity = Number(given, -10, 10);
        if (given is not null && intensity is null) return Bad($"Goldstein is {Quoted(given)}, no number from -10 to 10");
        string? publications = Cell(record, _publications);
        return (new StreamEvent
        {
            Id = id,
            Day = day,
            SourceCode = Cell(record, _source),
            TargetCode = Cell(record, _target),
            Source = StreamActors.Cameo.Of(Cell(record, _sourceRoot), day),
            Target = StreamActors.Cameo.Of(Cell(record, _targetRoot), day),
            Code = code,
            Type = StreamTypes.Cameo.Of(code),
            Intensity = intensity,
            Reports = publications?.Split(';').Length,
            // A feed of one paper ("sfgate_national") is that paper.
            Publishers = publications is null ? null : string.Join(';', publications.Split(';').Select(p => p.Split('_')[0]).Distinct(StringComparer.Ordinal)),
            Url = Cell(record, _urls)?.Split(';')[0],
        }, null);
    }
}

/// <summary>Files of the Kansas and Penn State event data: date, source, target, code. They name no publisher and no intensity.</summary>
internal sealed class KedsParser(StreamLayout layout) : RowParser
{
    private readonly int _date = layout.Columns.Of("date"), _source = layout.Columns.Of("source"), _target = layout.Columns.Of("target"), _code = layout.Columns.Of("code");
    private readonly StreamActors _actors = layout.Format == StreamFormat.KedsCameo ? StreamActors.Cameo : StreamActors.Weis;
    private readonly StreamTypes _types = layout.Format == StreamFormat.KedsCameo ? StreamTypes.Cameo : StreamTypes.Weis;

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        string? date = Cell(record, _date);
        if ((date is { Length: 6 } ? Short(date) : Day(date)) is not { } day) return Bad($"the date is {Quoted(date)}, no day");
        if (Cell(record, _code) is not { } code || !code.All(char.IsAsciiDigit) || code.Length is < 2 or > 4) return Bad($"the code is {Quoted(Cell(record, _code))}, not two to four digits");
        string? source = Cell(record, _source), target = Cell(record, _target);
        return (new StreamEvent
        {
            Id = record.Line.ToString(CultureInfo.InvariantCulture),
            Day = day,
            SourceCode = source,
            TargetCode = target,
            Source = _actors.Of(Stem(source), day),
            Target = _actors.Of(Stem(target), day),
            Code = code,
            Type = _types.Of(code),
        }, null);
    }

    private static string? Stem(string? actor) => actor is { Length: >= 3 } ? actor[..3] : null;

    // Two digits of the year: no file of these projects is older than 1945 or younger than 2044.
    private static DateOnly? Short(string date) => Exact((string.CompareOrdinal(date, "45") >= 0 ? "19" : "20") + date, "yyyyMMdd");
}

/// <summary>Names of states as they come again and again in a file. Not thread-safe.</summary>
internal sealed class NamedStates
{
    private readonly Dictionary<(string Name, DateOnly Day), StateId?> _seen = [];

    public StateId? Of(string? name, DateOnly day)
    {
        if (name is null) return null;
        if (_seen.TryGetValue((name, day), out StateId? state)) return state;
        if (_seen.Count > 100_000) _seen.Clear();
        return _seen[(name, day)] = StreamActors.OfName(name, day);
    }
}
