using System.Globalization;
using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>Events of GDELT 1.0 and 2.0, raw or with a header, also with the columns renamed as some projects do.</summary>
internal sealed class GdeltEventParser : RowParser
{
    private readonly bool _raw;
    private readonly int _id, _day, _actor1, _actor2, _country1, _country2, _code, _root, _goldstein, _articles, _url;

    public GdeltEventParser(StreamLayout layout)
    {
        StreamColumns c = layout.Columns;
        _raw = layout.Raw;
        _id = c.Of("globaleventid");
        _day = c.Of("sqldate", "day", "dateevent");
        // Where a project names the country "ABBR", its "country code" is the actor's.
        bool renamed = c.Has("actor1countryabbr");
        _actor1 = c.Of("actor1code", renamed ? "actor1countrycode" : "");
        _actor2 = c.Of("actor2code", renamed ? "actor2countrycode" : "");
        _country1 = c.Of(renamed ? "actor1countryabbr" : "actor1countrycode");
        _country2 = c.Of(renamed ? "actor2countryabbr" : "actor2countrycode");
        _code = c.Of("eventcode");
        _root = c.Of("eventrootcode");
        _goldstein = c.Of("goldsteinscale");
        _articles = c.Of("numarticles");
        _url = c.Of("sourceurl");
        if (_day < 0 || _country1 < 0 || _country2 < 0) throw new StreamFormatException("It has GDELT's events but lacks their day or the actors' countries.");
    }

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        string? id = Field(record, _id);
        if (id is null || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number.ToString(CultureInfo.InvariantCulture) != id)
            return Bad($"GLOBALEVENTID is {Quoted(id)}, no whole number");
        string? date = Field(record, _day);
        if (Day(date) is not { } day) return Bad($"SQLDATE is {Quoted(date)}, no day");
        if (Field(record, _code) is not { } code) return Bad("EventCode is empty");
        string? goldstein = Field(record, _goldstein);
        double? intensity = Number(goldstein, -10, 10);
        if (goldstein is not null && intensity is null) return Bad($"GoldsteinScale is {Quoted(goldstein)}, no number from -10 to 10");
        if (!Whole(Field(record, _articles), out int? articles)) return Bad($"NumArticles is {Quoted(Field(record, _articles))}, no whole number");
        // A program that took codes for numbers dropped their zeros; the root, one digit then, tells.
        if (Field(record, _root) is { Length: 1 }) code = "0" + code;
        return (new StreamEvent
        {
            Id = id,
            Day = day,
            SourceCode = Field(record, _actor1),
            TargetCode = Field(record, _actor2),
            Source = StreamActors.Cameo.Of(Field(record, _country1), day),
            Target = StreamActors.Cameo.Of(Field(record, _country2), day),
            Code = code,
            Type = StreamTypes.Cameo.Of(code),
            Intensity = intensity,
            Reports = articles,
            Url = Field(record, _url),
        }, null);
    }

    // GDELT leaves a cell empty where it has nothing; only programs that wrote its files anew put NA there.
    private string? Field(DelimitedRecords record, int at)
    {
        if (!_raw) return Cell(record, at);
        string text = record.Text(at);
        return text.Length == 0 ? null : text;
    }
}
