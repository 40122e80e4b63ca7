using System.Globalization;
using System.Text.Json.Serialization;

namespace Entente.Evaluation.Measures;

/// <summary>How near estimates of ideal points lie to published ones.</summary>
/// <param name="N">State-sessions in both.</param>
/// <param name="Missing">Published state-sessions that the estimates lack.</param>
/// <param name="PooledR">Pearson's r over all of them.</param>
/// <param name="Mae">Mean absolute difference of means.</param>
/// <param name="InBand">Share of means inside the published 90 % band.</param>
/// <param name="BritainR">r over the sessions of the United Kingdom.</param>
/// <param name="MedianSessionR">Median over sessions of r over states.</param>
/// <param name="BandWidthRatio">Mean width of the 90 % band over that of the published one.</param>
public sealed record IdealPointScore(
    [property: JsonPropertyName("n")] int N,
    [property: JsonPropertyName("missing")] int Missing,
    [property: JsonPropertyName("pooled_r")] double? PooledR,
    [property: JsonPropertyName("mae")] double? Mae,
    [property: JsonPropertyName("in_band")] double? InBand,
    [property: JsonPropertyName("britain_r")] double? BritainR,
    [property: JsonPropertyName("median_session_r")] double? MedianSessionR,
    [property: JsonPropertyName("band_width_ratio")] double? BandWidthRatio);

/// <summary>Compares estimates (ccode,session,mean,q5,q50,q95) with published ones (ccode,session,NVotes,IdealPoint,Q5%,Q50%,Q95%,…).</summary>
public static class IdealPointScorer
{
    private const int UnitedKingdom = 200;

    /// <summary>Scores lines of both files, headers included.</summary>
    /// <exception cref="InvalidDataException">A file lacks a column; the message names it.</exception>
    public static IdealPointScore Score(IEnumerable<string> estimates, IEnumerable<string> published)
    {
        var ours = Read(estimates, "mean", "q5", "q95");
        var theirs = Read(published, "IdealPoint", "Q5%", "Q95%");
        var pairs = theirs.Where(p => ours.ContainsKey(p.Key)).Select(p => (p.Key.Ccode, p.Key.Session, Ours: ours[p.Key], Theirs: p.Value)).ToList();
        if (pairs.Count == 0) return new IdealPointScore(0, theirs.Count, null, null, null, null, null, null);
        double?[] sessions = [.. pairs.GroupBy(p => p.Session).Select(g => Correlation([.. g.Select(p => (p.Ours.Mean, p.Theirs.Mean))])).Where(r => r is not null).Order()];
        return new IdealPointScore(
            pairs.Count,
            theirs.Count - pairs.Count,
            Correlation([.. pairs.Select(p => (p.Ours.Mean, p.Theirs.Mean))]),
            pairs.Average(p => Math.Abs(p.Ours.Mean - p.Theirs.Mean)),
            pairs.Count(p => p.Ours.Mean >= p.Theirs.Low && p.Ours.Mean <= p.Theirs.High) / (double)pairs.Count,
            Correlation([.. pairs.Where(p => p.Ccode == UnitedKingdom).Select(p => (p.Ours.Mean, p.Theirs.Mean))]),
            sessions.Length == 0 ? null : sessions[sessions.Length / 2],
            pairs.Sum(p => p.Ours.High - p.Ours.Low) / pairs.Sum(p => p.Theirs.High - p.Theirs.Low));
    }

    private static Dictionary<(int Ccode, int Session), (double Mean, double Low, double High)> Read(IEnumerable<string> lines, string mean, string low, string high)
    {
        var points = new Dictionary<(int, int), (double, double, double)>();
        string[]? header = null;
        int[] at = [];
        foreach (string line in lines)
        {
            string[] fields = line.TrimEnd('\r').Split(',');
            if (header is null)
            {
                header = [.. fields.Select(f => f.Trim('"', '\uFEFF'))];
                at = [.. new[] { "ccode", "session", mean, low, high }.Select(c => Array.IndexOf(header, c) is >= 0 and int i ? i : throw new InvalidDataException($"The column '{c}' is lacking in {string.Join(',', header)}."))];
                continue;
            }
            if (fields.Length < header.Length) continue;
            double[] v = [.. at.Select(i => double.TryParse(fields[i].Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? x : double.NaN)];
            if (v.All(double.IsFinite)) points[((int)v[0], (int)v[1])] = (v[2], v[3], v[4]);
        }
        return points;
    }

    private static double? Correlation(IReadOnlyList<(double X, double Y)> pairs)
    {
        if (pairs.Count < 3) return null;
        double mx = pairs.Average(p => p.X), my = pairs.Average(p => p.Y), xy = 0, xx = 0, yy = 0;
        foreach ((double x, double y) in pairs)
        {
            xy += (x - mx) * (y - my);
            xx += (x - mx) * (x - mx);
            yy += (y - my) * (y - my);
        }
        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : null;
    }
}
