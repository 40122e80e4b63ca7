namespace Entente.Record.Streams;

/// <summary>The layouts of event streams that are read. Names are stored.</summary>
public enum StreamFormat
{
    /// <summary>GDELT 1.0 events: 57 or 58 columns.</summary>
    Gdelt1,
    /// <summary>GDELT 2.0 events: 61 columns.</summary>
    Gdelt2,
    /// <summary>GDELT 2.0 mentions: who reported an event.</summary>
    GdeltMentions,
    /// <summary>GDELT 1.0 knowledge graph: articles.</summary>
    GdeltGkg1,
    /// <summary>GDELT 1.0 counts of the knowledge graph.</summary>
    GdeltCounts,
    /// <summary>GDELT 2.1 knowledge graph: articles.</summary>
    GdeltGkg2,
    /// <summary>ICEWS coded events as its Dataverse hands them out.</summary>
    Icews,
    /// <summary>Phoenix, coded by PETRARCH.</summary>
    Phoenix,
    /// <summary>Kansas and Penn State event data, CAMEO codes.</summary>
    KedsCameo,
    /// <summary>Kansas and Penn State event data, WEIS codes.</summary>
    KedsWeis,
    /// <summary>UCDP georeferenced events, coded by people.</summary>
    UcdpGed,
    /// <summary>POLECAT, coded by NGEC in PLOVER.</summary>
    Polecat,
    /// <summary>ACLED, coded by people.</summary>
    Acled,
}

/// <summary>What a stream's rows are worth before anything corroborates them.</summary>
public static class StreamGrade
{
    /// <summary>
    /// Admiralty letter of a format's rows: B for those that people coded and revised (UCDP, ACLED); C for those that a machine coded from named
    /// publishers; F (cannot be judged) where rows name no publisher (KEDS).
    /// </summary>
    public static char Reliability(StreamFormat format) => format switch
    {
        StreamFormat.UcdpGed or StreamFormat.Acled => 'B',
        StreamFormat.KedsCameo or StreamFormat.KedsWeis => 'F',
        _ => 'C',
    };

    /// <summary>Admiralty digit of an event by the publishers that report it: 2 (probably true) for two or more, 3 (possibly true) for one, 6 (cannot be judged) where none is named. Never 1: nobody confirmed it.</summary>
    public static int Credibility(int publishers) => publishers switch { 0 => 6, 1 => 3, _ => 2 };
}
