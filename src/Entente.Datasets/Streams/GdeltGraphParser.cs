using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>Articles of GDELT's knowledge graph: who published, and the states whose places are named.</summary>
internal sealed class GdeltGraphParser(StreamLayout layout) : RowParser
{
    private readonly bool _second = layout.Format == StreamFormat.GdeltGkg2;
    private readonly int _date = layout.Columns.Of("date"), _sources = layout.Columns.Of("sourcecommonname", "sources"), _urls = layout.Columns.Of("documentidentifier", "sourceurls"),
        _places = layout.Columns.Of("locations"), _place = layout.Columns.Of("geocountrycode"), _tone = layout.Columns.Of("tone"), _id = layout.Columns.Of("gkgrecordid"), _articles = layout.Columns.Of("numarts");

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        string? date = Cell(record, _date);
        if (date is null || date.Length != (_second ? 14 : 8) || Day(date[..8]) is not { } day) return Bad($"DATE is {Quoted(date)}, no day");
        string? id = _second ? Cell(record, _id) : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{record.Line}");
        if (id is null) return Bad("GKGRECORDID is empty");
        if (!Whole(Cell(record, _articles), out _)) return Bad($"NUMARTS is {Quoted(Cell(record, _articles))}, no whole number");
        double? tone = null;
        if (Cell(record, _tone) is { } tones)
        {
            tone = Number(tones.Split(',')[0], -100, 100);
            if (tone is null) return Bad($"TONE is {Quoted(tones)}, no numbers");
        }
        IEnumerable<string> codes = _place >= 0 ? [Cell(record, _place) ?? ""] : Countries(record.Text(_places));
        return (new StreamArticle
        {
            Id = id,
            Day = day,
            Publishers = Cell(record, _sources),
            Url = Cell(record, _urls),
            States = string.Join(' ', codes.Select(c => StreamActors.Fips.Of(c, day)).OfType<StateId>().Distinct().Order().Select(s => s.Code)),
            Tone = tone,
        }, null);
    }

    // type#name#country#adm1#lat#long#id, parted by semicolons; the name may hold neither mark.
    private static IEnumerable<string> Countries(string places) =>
        places.Split(';').Select(p => p.Split('#')).Where(f => f.Length >= 3).Select(f => f[2]);
}
