namespace Entente.Reading;

/// <summary>How far a source is to be relied on, by what it is. <c>docs/observations.md</c> gives the rules.</summary>
public enum SourceReliability
{
    /// <summary>The official record of the state that acts: completely reliable as to its own acts.</summary>
    A,
    /// <summary>A news agency, or the official record of another state: usually reliable.</summary>
    B,
    /// <summary>A named newspaper, broadcaster or digest: fairly reliable.</summary>
    C,
    /// <summary>Media that a party to the event runs: not usually reliable as to it.</summary>
    D,
    /// <summary>Unreliable. No rule gives it: the program judges kinds of sources, not their past.</summary>
    E,
    /// <summary>Not known who publishes: reliability cannot be judged.</summary>
    F,
}

/// <summary>Reliability of the source and credibility of what it says, by stated rules; beside them the coder's confidence says how sure the reading is.</summary>
/// <param name="Source">A to F.</param>
/// <param name="Credibility">1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable (denied by another source), 6 cannot be judged.</param>
/// <param name="Why">The rules that gave both, for people.</param>
public sealed record Grade(SourceReliability Source, int Credibility, string Why)
{
    /// <summary>As analysts write it: <c>B2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source}{Credibility}");
}
