using Entente.Record.Streams;

namespace Entente.Datasets.Streams;

/// <summary>How a file is laid out.</summary>
/// <param name="Format">What it is.</param>
/// <param name="Delimiter">Tab or comma.</param>
/// <param name="Quoted">Whether cells may be quoted.</param>
/// <param name="Header">Whether its first record names the columns.</param>
/// <param name="Columns">The columns.</param>
internal sealed record StreamLayout(StreamFormat Format, char Delimiter, bool Quoted, bool Header, StreamColumns Columns)
{
    /// <summary>Whether it is as GDELT ships it, so that nothing in it needs a reader of its own.</summary>
    public bool Raw => !Header && !Quoted && Format is StreamFormat.Gdelt1 or StreamFormat.Gdelt2;

    /// <summary>Numbers of fields a record may have.</summary>
    public bool Fits(int fields) => fields == Columns.Count || (Format == StreamFormat.Gdelt1 && !Header && fields == 57);
}
