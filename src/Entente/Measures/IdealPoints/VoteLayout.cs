using System.Runtime.InteropServices;
using Entente.Record;

namespace Entente.Measures.IdealPoints;

/// <summary>A stretch of <see cref="VoteLayout.Point"/> that belongs to one roll call and one choice.</summary>
internal readonly record struct VoteSegment(int Item, int Start, int End);

/// <summary>A set of parameters and where its votes lie: yes, then abstentions, then no. Each part begins on a multiple of four and is filled up with votes of nobody.</summary>
internal readonly record struct ItemVotes(int Yes, int YesEnd, int Abstain, int AbstainEnd, int No, int NoEnd);

/// <summary>Votes laid out for the sampler: by item, then choice, then roll call; state-sessions by session.</summary>
internal sealed class VoteLayout
{
    private const int Lanes = 4;

    private readonly List<int> _point = [];

    public VoteLayout(IReadOnlyList<RollCall> calls, IEnumerable<MatchedResolutions> pairs)
    {
        Sessions = [.. calls.Select(c => c.Session).Distinct().Order()];
        var sessionAt = Sessions.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        var slots = new SortedDictionary<(int Session, int Ccode), int>();
        foreach (RollCall call in calls)
            foreach (CastVote vote in call.Votes)
            {
                slots.TryGetValue((sessionAt[call.Session], vote.Ccode), out int n);
                slots[(sessionAt[call.Session], vote.Ccode)] = n + 1;
            }
        Slots = [.. slots.Select(s => (s.Key.Session, s.Key.Ccode, s.Value))];
        SessionStart = [.. Enumerable.Range(0, Sessions.Length + 1).Select(s => Array.FindIndex(Slots, x => x.Session >= s) is >= 0 and int at ? at : Slots.Length)];
        var slotOf = Slots.Select((s, i) => (s, i)).ToDictionary(p => (p.s.Session, p.s.Ccode), p => p.i);
        (Previous, Next) = Neighbours();

        var order = calls.Select((c, i) => (c.Id, i)).ToDictionary(p => p.Id, p => p.i);
        Dictionary<int, int> earliest = ResolutionBridges.Earliest(order, pairs);
        List<RollCall>[] items = [.. calls.GroupBy(c => earliest.GetValueOrDefault(c.Id, c.Id)).OrderBy(g => order[g.Key]).Select(g => g.ToList())];
        Items = new ItemVotes[items.Length];
        Segments = [.. Sessions.Select(_ => new List<VoteSegment>())];
        for (int item = 0; item < items.Length; item++)
        {
            (int yes, int yesEnd) = Lay(items[item], item, VoteChoice.Yes, slotOf, sessionAt);
            (int abstain, int abstainEnd) = Lay(items[item], item, VoteChoice.Abstain, slotOf, sessionAt);
            (int no, int noEnd) = Lay(items[item], item, VoteChoice.No, slotOf, sessionAt);
            Items[item] = new ItemVotes(yes, yesEnd, abstain, abstainEnd, no, noEnd);
        }
    }

    /// <summary>Sessions present, in order.</summary>
    public int[] Sessions { get; }

    /// <summary>State-sessions: index of the session, state, votes cast. By session, then number.</summary>
    public (int Session, int Ccode, int Votes)[] Slots { get; }

    /// <summary>First slot of each session, and the number of slots at the end.</summary>
    public int[] SessionStart { get; }

    /// <summary>The slot of the state's session before, or −1.</summary>
    public int[] Previous { get; }

    /// <summary>The slot of the state's session after, or −1.</summary>
    public int[] Next { get; }

    /// <summary>Items with their votes.</summary>
    public ItemVotes[] Items { get; }

    /// <summary>By session: its votes, in stretches.</summary>
    public List<VoteSegment>[] Segments { get; }

    /// <summary>For each vote the slot of who cast it; the number of slots for a vote of nobody.</summary>
    public ReadOnlySpan<int> Point => CollectionsMarshal.AsSpan(_point);

    private (int Start, int End) Lay(List<RollCall> calls, int item, VoteChoice choice, Dictionary<(int, int), int> slotOf, Dictionary<int, int> sessionAt)
    {
        int start = _point.Count;
        foreach (RollCall call in calls)
        {
            int session = sessionAt[call.Session], from = _point.Count;
            foreach (CastVote vote in call.Votes)
                if (vote.Choice == choice) _point.Add(slotOf[(session, vote.Ccode)]);
            if (_point.Count > from) Segments[session].Add(new VoteSegment(item, from, _point.Count));
        }
        int end = _point.Count;
        while (_point.Count % Lanes != 0) _point.Add(Slots.Length);
        return (start, end);
    }

    private (int[] Previous, int[] Next) Neighbours()
    {
        int[] previous = new int[Slots.Length], next = new int[Slots.Length];
        Array.Fill(next, -1);
        var last = new Dictionary<int, int>();
        for (int i = 0; i < Slots.Length; i++)
        {
            previous[i] = last.GetValueOrDefault(Slots[i].Ccode, -1);
            if (previous[i] >= 0) next[previous[i]] = i;
            last[Slots[i].Ccode] = i;
        }
        return (previous, next);
    }
}
