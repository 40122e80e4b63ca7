namespace Entente.Record;

/// <summary>Where the panel and the datasets' descriptions are kept.</summary>
public interface IRecordStore
{
    /// <summary>What the panel was computed from.</summary>
    IReadOnlyList<DatasetInfo> Datasets { get; }

    /// <summary>Everything about two states; their predecessors' years are joined in.</summary>
    DyadPanel ReadDyad(UndirectedDyad dyad);

    /// <summary>Every dyad of a year, one year long each, without episodes: the cross-section that ranks need.</summary>
    IReadOnlyList<DyadPanel> ReadYear(int year);

    /// <summary>Context of every state and year from 1946 on: capabilities, regime, changes of leader and regime.</summary>
    IReadOnlyDictionary<(StateId State, int Year), StateYear> ReadStates();

    /// <summary>Distance and contiguity of every dyad from 1946 on, in spells, oldest first.</summary>
    IReadOnlyDictionary<UndirectedDyad, IReadOnlyList<Proximity>> ReadProximities();
}
