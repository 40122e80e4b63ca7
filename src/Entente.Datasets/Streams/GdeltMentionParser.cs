using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>Mentions of GDELT 2.0: one row for each article that reports an event.</summary>
internal sealed class GdeltMentionParser(StreamLayout layout) : RowParser
{
    private readonly int _id = layout.Columns.Of("globaleventid"), _time = layout.Columns.Of("mentiontimedate"), _name = layout.Columns.Of("mentionsourcename"),
        _identifier = layout.Columns.Of("mentionidentifier"), _confidence = layout.Columns.Of("confidence");

    public override (StreamItem?, string?) Parse(DelimitedRecords record)
    {
        string? id = Cell(record, _id);
        if (id is null || !id.All(char.IsAsciiDigit)) return Bad($"GLOBALEVENTID is {Quoted(id)}, no whole number");
        string? time = Cell(record, _time);
        if (time is not { Length: 14 } || Day(time[..8]) is not { } day) return Bad($"MentionTimeDate is {Quoted(time)}, no time");
        if (!Whole(Cell(record, _confidence), out int? confidence)) return Bad($"Confidence is {Quoted(Cell(record, _confidence))}, no whole number");
        return (new StreamMention { Id = id, Day = day, Publishers = Cell(record, _name), Url = Cell(record, _identifier), Confidence = confidence }, null);
    }
}
