using System.Collections.Frozen;

namespace Entente.Record.Streams;

/// <summary>States that the codes of a stream mean on a day, from <c>data/streams/codes.tsv</c> and the register of states. Immutable and thread-safe.</summary>
public sealed class StreamActors
{
    private static readonly Lazy<StreamActors> s_cameo = new(() => new StreamActors("cameo", withStates: true));
    private static readonly Lazy<StreamActors> s_weis = new(() => new StreamActors("weis", withStates: false));
    private static readonly Lazy<StreamActors> s_fips = new(() => new StreamActors("fips", withStates: false));
    private static readonly Lazy<FrozenDictionary<string, StateId>> s_names = new(() => StreamTypes.Rows("codes")
        .Where(f => f[0] == "name").ToFrozenDictionary(f => f[1], f => new StateId(f[2]), StringComparer.OrdinalIgnoreCase));

    private readonly FrozenDictionary<string, Meaning[]> _codes;

    private StreamActors(string scheme, bool withStates)
    {
        List<(string Code, Meaning Meaning)> all = [];
        foreach (string[] f in StreamTypes.Rows("codes").Where(f => string.Equals(f[0], scheme, StringComparison.Ordinal)))
        {
            DateOnly from = f[4].Length == 0 ? DateOnly.MinValue : DateOnly.ParseExact(f[4], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            all.AddRange(Spells(new StateId(f[2]), f[3] == "line", from).Select(m => (f[1], m)));
        }
        if (withStates)
        {
            var listed = all.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
            all.AddRange(StateRegistry.Default.All.Where(s => !listed.Contains(s.Id.Code)).SelectMany(s => Spells(s.Id, true, DateOnly.MinValue).Select(m => (s.Id.Code, m))));
        }
        _codes = all.GroupBy(a => a.Code, a => a.Meaning, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.OrderBy(m => m.From).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>CAMEO's three letters, as GDELT, Phoenix and POLECAT use them.</summary>
    public static StreamActors Cameo => s_cameo.Value;

    /// <summary>Stems of the Kansas files that are coded in WEIS.</summary>
    public static StreamActors Weis => s_weis.Value;

    /// <summary>FIPS 10-4 codes of places.</summary>
    public static StreamActors Fips => s_fips.Value;

    /// <summary>Every spell in which a code means a state; spells of one code do not overlap. The same rule as <see cref="Of"/>, as a table to join with.</summary>
    public IEnumerable<(string Code, DateOnly From, DateOnly To, StateId State)> All => _codes.SelectMany(p => p.Value.Select(m => (p.Key, m.From, m.To, m.State)));

    /// <summary>The state of a code on a day, or null.</summary>
    public StateId? Of(string? code, DateOnly day)
    {
        if (code is null || !_codes.TryGetValue(code, out Meaning[]? meanings)) return null;
        foreach (Meaning m in meanings)
            if (m.From <= day && day <= m.To) return m.State;
        return null;
    }

    /// <summary>The state that a name means on a day, or null.</summary>
    public static StateId? OfName(string? name, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        StateId? state = s_names.Value.TryGetValue(name.Trim(), out StateId listed) ? listed : StateNames.Resolve(name).Match;
        return state is { } known ? Cameo.Of(known.Code, day) : null;
    }

    private static IEnumerable<Meaning> Spells(StateId id, bool line, DateOnly from)
    {
        IReadOnlyList<State> states = line ? StateRegistry.Default.Lineage(id) : [StateRegistry.Default[id]];
        return states.SelectMany(s => s.Spells.Select(p => new Meaning(p.From < from ? from : p.From, p.To ?? DateOnly.MaxValue, s.Id))).Where(m => m.From <= m.To);
    }

    private readonly record struct Meaning(DateOnly From, DateOnly To, StateId State);
}
