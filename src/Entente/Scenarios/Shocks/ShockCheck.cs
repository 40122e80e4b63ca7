using System.Globalization;
using Entente.Scenarios.Dynamics;

namespace Entente.Scenarios.Shocks;

/// <summary>Refuses shocks that cannot be: unknown or vanished states, impossible sizes, times out of the simulation, two that contradict each other.</summary>
internal sealed class ShockCheck(StateSystem system, SystemState origin, int originYear, int years)
{
    public static void Contradictions(IReadOnlyList<Shock> shocks)
    {
        foreach (IGrouping<string, Shock> same in shocks.GroupBy(Subject, StringComparer.Ordinal).Where(g => g.Count() > 1))
            throw new ShockException($"'{same.First().Text}' and '{same.ElementAt(1).Text}' both set the same thing; say it once, with one size and one time.");
    }

    public void Time(Shock shock)
    {
        if (shock.FirstYear is { } year && (year <= originYear || year > originYear + years))
            throw new ShockException(Say($"'{shock.Text}' begins in {year}; the simulation runs from {originYear + 1} to {originYear + years}."));
    }

    public (int One, int Other) Relation(RelationShock shock)
    {
        (int i, int j) = Pair(shock.Dyad, shock.Text);
        double score = 50 + (50 * origin.Alignment[(i * origin.Size) + j]);
        if (shock.Points is { } points && score + points is < 0 or > 100)
            throw new ShockException(Say($"'{shock.Text}': {shock.Dyad} stands at {score:0.0} in {originYear}, and alignment runs from 0 to 100: changes from {-score:0.0} to +{100 - score:0.0} are possible."));
        return (i, j);
    }

    public int Capability(CapabilityShock shock)
    {
        int i = Member(shock.State, shock.Text);
        if (float.IsNaN(origin.Capability[i])) throw new ShockException(Say($"'{shock.Text}': the record knows no capabilities of {Name(shock.State)} in {originYear}."));
        if (origin.Capability[i] * shock.Factor > 0.9)
            throw new ShockException(Say($"'{shock.Text}': {Name(shock.State)} has {origin.Capability[i]:P1} of the world's capabilities; that would make it {origin.Capability[i] * shock.Factor:P0}. Up to x{0.9 / origin.Capability[i]:0.0} is possible."));
        return i;
    }

    public int Regime(RegimeShock shock)
    {
        int i = Member(shock.State, shock.Text);
        float now = origin.Regime[i];
        if (float.IsNaN(now)) throw new ShockException(Say($"'{shock.Text}': the record knows no regime score of {Name(shock.State)} in {originYear}."));
        if (now + shock.Change is < 0 or > 1)
            throw new ShockException(Say($"'{shock.Text}': the electoral democracy of {Name(shock.State)} is {now:0.00}; changes from {-now:0.00} to +{1 - now:0.00} are possible."));
        return i;
    }

    public (int One, int Other) Trade(TradeShock shock)
    {
        (int i, int j) = Pair(shock.Dyad, shock.Text);
        if (float.IsNaN(system[originYear].Dependence[origin.Position[(i * origin.Size) + j]]))
            throw new ShockException(Say($"'{shock.Text}': the record knows no trade of {shock.Dyad} up to {originYear}."));
        return (i, j);
    }

    private (int One, int Other) Pair(UndirectedDyad dyad, string text)
    {
        int i = Member(dyad.First, text), j = Member(dyad.Second, text);
        if (!origin.Known[(i * origin.Size) + j]) throw new ShockException(Say($"'{text}': the record gives no alignment of {dyad} in {originYear}."));
        return (i, j);
    }

    private int Member(StateId state, string text)
    {
        int at = system.IndexOf(state) is >= 0 and int s ? Array.IndexOf(origin.Members, s) : -1;
        if (at >= 0) return at;
        State known = StateRegistry.Default[state];
        if (known.ContinuedBy is { } next) throw new ShockException(Say($"'{text}': {known.Name} does not exist in {originYear}; {StateRegistry.Default[next].Name} ({next}) continues it."));
        string spells = string.Join(", ", known.Spells.Select(s => s.To is { } to ? Say($"{s.From.Year} to {to.Year}") : Say($"since {s.From.Year}")));
        throw new ShockException(Say($"'{text}': {known.Name} was a member of the system of states {spells}; the record gives no alignment of it in {originYear}."));
    }

    private static string Subject(Shock shock) => shock switch
    {
        RelationShock r => $"relation {r.Dyad}",
        CapabilityShock c => $"capability {c.State}",
        RegimeShock g => $"regime {g.State}",
        TradeShock t => $"trade {t.Dyad}",
        _ => shock.Text,
    };

    private static string Name(StateId state) => StateRegistry.Default[state].Name;

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
