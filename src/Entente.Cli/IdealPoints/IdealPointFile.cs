using System.CommandLine;
using System.Globalization;
using Entente.Measures.IdealPoints;

namespace Entente.Cli.IdealPoints;

/// <summary>Estimates as <c>entente ideal-points fit</c> wrote them.</summary>
internal static class IdealPointFile
{
    public static Option<FileInfo> FromOption() => new("--from") { Description = "Estimates written by `entente ideal-points fit --out FILE`.", Required = true };

    /// <summary>Reads the estimates; votes are not in the file and are 0.</summary>
    /// <exception cref="InvalidDataException">It is not of that form; the message names the line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static List<IdealPoint> Read(string path)
    {
        var points = new List<IdealPoint>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (number == 1 && line == "ccode,session,mean,q5,q50,q95") continue;
            string[] f = line.Split(',');
            double[] values = new double[4];
            bool ok = f.Length == 6 && int.TryParse(f[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(f[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
            for (int i = 0; ok && i < 4; i++) ok = double.TryParse(f[i + 2], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) && double.IsFinite(values[i]);
            if (number == 1 || !ok)
                throw new InvalidDataException($"{Path.GetFileName(path)}, line {number}: no ideal point; the file is made by `entente ideal-points fit --out FILE`, its header is ccode,session,mean,q5,q50,q95.");
            points.Add(new IdealPoint(int.Parse(f[0], CultureInfo.InvariantCulture), int.Parse(f[1], CultureInfo.InvariantCulture), 0, values[0], values[1], values[2], values[3]));
        }
        return points;
    }

    /// <summary>The states meant, as a name and the numbers of its lineage in order: Germany is 260, then 255; null when a name is none.</summary>
    public static List<(string Name, HashSet<int> Ccodes)>? States(string[] names)
    {
        var states = new List<(string, HashSet<int>)>();
        foreach (string name in names)
        {
            if (StateArgument.Ccode(name) is not { } ccode) return null;
            State state = StateRegistry.Default.All.Last(s => s.Cow == ccode);
            states.Add((state.Name, [.. StateRegistry.Default.Lineage(state.Id).Select(s => s.Cow), ccode]));
        }
        return states;
    }
}
