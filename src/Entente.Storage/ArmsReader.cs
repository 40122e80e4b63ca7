using System.Globalization;
using DuckDB.NET.Data;
using Entente.Order.Pressure;

namespace Entente.Storage;

/// <summary>Arms that two states took in, from each other and from all, out of a panel directory.</summary>
public static class ArmsReader
{
    /// <summary>Sums deliveries over years.</summary>
    /// <param name="panelDirectory">A panel directory.</param>
    /// <param name="a">One state.</param>
    /// <param name="b">The other.</param>
    /// <param name="firstYear">First year.</param>
    /// <param name="lastYear">Last year.</param>
    /// <exception cref="DuckDBException">The panel cannot be read.</exception>
    public static (ArmsImports A, ArmsImports B) Read(string panelDirectory, StateId a, StateId b, int firstYear, int lastYear)
    {
        string ours = Numbers(a, firstYear, lastYear), theirs = Numbers(b, firstYear, lastYear), panel = PanelWriter.Quote(Path.Combine(panelDirectory, PanelWriter.PanelName));
        // A delivery from x to y is in the column ab of the row (x, y) or in ba of (y, x).
        (string To, string? From)[] flows = [(ours, null), (ours, theirs), (theirs, null), (theirs, ours)];
        string sums = string.Join(", ", flows.Select(s =>
            $"coalesce(sum(CASE WHEN cow_b IN ({s.To}){(s.From is null ? "" : $" AND cow_a IN ({s.From})")} THEN arms_transfers_ab END), 0) + coalesce(sum(CASE WHEN cow_a IN ({s.To}){(s.From is null ? "" : $" AND cow_b IN ({s.From})")} THEN arms_transfers_ba END), 0)"));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"SELECT {sums} FROM {panel} WHERE year BETWEEN {firstYear} AND {lastYear} AND (cow_a IN ({ours}, {theirs}) OR cow_b IN ({ours}, {theirs}))");
        using DuckDBDataReader reader = command.ExecuteReader();
        reader.Read();
        double At(int column) => Convert.ToDouble(reader.GetValue(column), CultureInfo.InvariantCulture);
        return (new ArmsImports(At(1), At(0), firstYear, lastYear), new ArmsImports(At(3), At(2), firstYear, lastYear));
    }

    private static string Numbers(StateId state, int firstYear, int lastYear) => string.Join(", ", StateRegistry.Default.Lineage(state)
        .Where(s => Enumerable.Range(firstYear, lastYear - firstYear + 1).Any(s.ExistedIn)).Select(s => s.Cow.ToString(CultureInfo.InvariantCulture)).Append("-1").Distinct(StringComparer.Ordinal));
}
