using System.Collections.Frozen;

namespace Entente.Reading;

/// <summary>What publishes a text.</summary>
internal enum OutletKind
{
    /// <summary>Not in the table, but named.</summary>
    Named,
    /// <summary>A government or an organisation of states.</summary>
    Official,
    /// <summary>A news agency that no state directs.</summary>
    Agency,
    /// <summary>Media that a state directs.</summary>
    StateMedia,
}

/// <summary>The table <c>data/codebook/outlets.tsv</c>: names of outlets and hosts of addresses, their kind, and the state they belong to.</summary>
internal sealed class OutletKinds
{
    private static readonly Lazy<OutletKinds> Shipped = new(Load);

    private readonly FrozenDictionary<string, (OutletKind, StateId?)> _hosts;
    private readonly (string Name, OutletKind Kind, StateId? State)[] _names;

    private OutletKinds(IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        _hosts = all.Where(r => r[1].Contains('.', StringComparison.Ordinal)).ToFrozenDictionary(r => r[1], r => (Kind(r[0]), State(r[2])), StringComparer.OrdinalIgnoreCase);
        _names = [.. all.Where(r => !r[1].Contains('.', StringComparison.Ordinal)).Select(r => (r[1], Kind(r[0]), State(r[2])))];
    }

    public static OutletKinds Default => Shipped.Value;

    /// <summary>Kind and state of what published a document; null when neither outlet nor address is known.</summary>
    public (OutletKind Kind, StateId? State)? Of(string? outlet, string? url)
    {
        if (url is not null && Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
            for (string host = address.Host; host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
                if (_hosts.TryGetValue(host, out (OutletKind, StateId?) found)) return found;
        if (outlet is not null)
            foreach ((string name, OutletKind kind, StateId? state) in _names)
                if (outlet.Contains(name, StringComparison.OrdinalIgnoreCase)) return (kind, state);
        return outlet is null && url is null ? null : (OutletKind.Named, null);
    }

    private static OutletKind Kind(string word) => word switch { "official" => OutletKind.Official, "agency" => OutletKind.Agency, "state-media" => OutletKind.StateMedia, _ => OutletKind.Named };

    private static StateId? State(string code) => code.Length == 0 ? null : new StateId(code);

    private static OutletKinds Load()
    {
        using Stream stream = typeof(OutletKinds).Assembly.GetManifestResourceStream("data/codebook/outlets.tsv")
            ?? throw new InvalidOperationException("The table of outlets is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new OutletKinds(reader.ReadToEnd().Split('\n').Skip(1).Select(r => r.TrimEnd('\r').Split('\t')).Where(r => r.Length == 3));
    }
}
