using Entente.Measures.Similarity;

namespace Entente.Datasets;

/// <summary>Reads ATOP's dyad-years as commitments on its ordered scale.</summary>
public static class AllianceReader
{
    private const string FileName = "atop_5_1_dyad_year.csv";

    /// <summary>Commitments by year.</summary>
    /// <exception cref="FileNotFoundException">The file is not there; the message says how to get it.</exception>
    /// <exception cref="InvalidDataException">It lacks a column.</exception>
    public static Dictionary<int, List<AllianceCommitment>> Read(RecordFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        string path = files.Given ?? files.Find(FileName) ?? throw new FileNotFoundException(
            $"No alliances are imported. Run `entente record import atop {FileName}` or `entente record import --all DIR`, or point --record at the folder or file as published.");
        using CsvFile file = CsvFile.Open(path);
        int one = file.Column("ccode1"), other = file.Column("ccode2"), year = file.Column("year");
        (int Column, int Level)[] pledges =
        [
            (file.Column("atop_defense"), 3), (file.Column("atop_offense"), 3), (file.Column("atop_neutral"), 2), (file.Column("atop_consul"), 2), (file.Column("atop_nonagg"), 1),
        ];
        var years = new Dictionary<int, List<AllianceCommitment>>();
        while (file.Read())
        {
            if (file.Whole(one) is not { } a || file.Whole(other) is not { } b || file.Whole(year) is not { } y) continue;
            int level = 0;
            foreach ((int column, int pledge) in pledges)
                if (file.Whole(column) == 1) level = Math.Max(level, pledge);
            if (!years.TryGetValue(y, out List<AllianceCommitment>? list)) years[y] = list = [];
            if (level > 0) list.Add(new AllianceCommitment(a, b, level));
        }
        return years;
    }
}
