using System.Globalization;
using Entente.Record;

namespace Entente.Datasets;

public sealed partial class PanelBuilder
{
    /// <summary>Interstate conflicts of UCDP: everyone on one side against everyone on the other, states in support included.</summary>
    private void ReadConflicts()
    {
        DatasetInfo about = About("conflicts");
        var cows = new Dictionary<(int Gw, int Year), int>();
        ReadRows("state-codes", t =>
        {
            if (t.Whole("gwcode") is { } gw && t.Whole("ccode") is { } cow) cows[(gw, t.Key("year"))] = cow;
        });
        var years = new SortedDictionary<(int A, int B, int Conflict, int Year), int>();
        bool read = ReadRows("conflicts", t =>
        {
            if (!string.Equals(t.Text("type_of_conflict"), "interstate", StringComparison.Ordinal)) return;
            int year = t.Key("year"), level = t.Key("intensity_level"), conflict = t.Key("conflict_id");
            foreach (int a in Side(t, "gwno_a", year))
                foreach (int b in Side(t, "gwno_b", year))
                {
                    if (a == b) continue;
                    _grid.Set(Indicators.ArmedConflict, a, b, year, v => Higher(v, level));
                    years[(Math.Min(a, b), Math.Max(a, b), conflict, year)] = level;
                }
        });
        if (!read) return;
        _grid.ZeroWhereSilent(Indicators.ArmedConflict, about.FirstYear, about.LastYear);
        foreach (var conflict in years.GroupBy(y => (y.Key.A, y.Key.B, y.Key.Conflict)))
            foreach (var (from, to) in Joined([.. conflict.Select(y => (y.Key.Year, y.Key.Year))]))
                AddEpisode(conflict.Key.A, conflict.Key.B, new Episode(EpisodeKind.ArmedConflict, from, to >= about.LastYear ? null : to,
                    conflict.Where(y => y.Key.Year >= from && y.Key.Year <= to).Max(y => y.Value),
                    string.Create(CultureInfo.InvariantCulture, $"armed conflict {conflict.Key.Conflict} between states"), "conflicts",
                    string.Create(CultureInfo.InvariantCulture, $"conflict_id {conflict.Key.Conflict}")));

        IEnumerable<int> Side(DatasetTable t, string column, int year)
        {
            foreach (string name in new[] { column, column + "_2nd" })
                if (t.Whole(name) is { } gw && cows.TryGetValue((gw, year), out int cow)) yield return cow;
        }
    }

    /// <summary>American troops abroad; the largest figure where two places share a state's number.</summary>
    private void ReadTroops() => ReadRows("troops", t =>
    {
        if (t.Whole("ccode") is { } target && t.Number("troops_ad") is >= 0 and double troops && target != UnitedStates && _grid.IsMember(target, t.Key("year")))
            _grid.Set(Indicators.Troops, UnitedStates, target, t.Key("year"), v => Higher(v, troops));
    });
}
