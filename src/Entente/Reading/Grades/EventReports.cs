namespace Entente.Reading;

/// <summary>One event and all reports of it.</summary>
/// <param name="Event">The event as the first report tells it.</param>
/// <param name="Reports">Its reports, in the order given.</param>
/// <param name="Independent">Reports left when copies, and repeats by one outlet, count once.</param>
/// <param name="Grade">The best reliability among the reports, and the credibility they give together.</param>
public sealed record ReportedEvent(EventObservation Event, IReadOnlyList<StoredObservation> Reports, int Independent, Grade Grade);

/// <summary>Gathers the reports of one event over documents.</summary>
public static class EventReports
{
    // Undated reports of one act stand in papers of the same or the next day, and share words.
    private const int DaysApart = 1;
    private const double SharedWords = 0.3;

    /// <summary>The events of observations, each with its reports, in order of first report. Reports of one type and pair of states are compared with each other only.</summary>
    /// <param name="observations">Observations of any kind; those that are no event said to have happened only count as denials.</param>
    public static IReadOnlyList<ReportedEvent> Gather(IEnumerable<StoredObservation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var groups = new List<List<StoredObservation>>();
        var byDay = new Dictionary<(Kind, int), List<List<StoredObservation>>>();
        var denials = new Dictionary<Kind, List<StoredObservation>>();
        foreach (StoredObservation one in observations)
        {
            if (one.Observation is not EventObservation e) continue;
            Kind kind = KindOf(e);
            if (e.Modality is Modality.Negated)
            {
                if (!denials.TryGetValue(kind, out List<StoredObservation>? said)) denials.Add(kind, said = []);
                said.Add(one);
            }
            if (e.Modality is not (Modality.Asserted or Modality.Reported)) continue;
            if (Known(byDay, kind, one) is { } known)
            {
                known.Add(one);
                continue;
            }
            List<StoredObservation> fresh = [one];
            groups.Add(fresh);
            if (DayOf(one) is not { } day) continue;
            if (!byDay.TryGetValue((kind, day.DayNumber), out List<List<StoredObservation>>? alike)) byDay.Add((kind, day.DayNumber), alike = []);
            alike.Add(fresh);
        }
        return [.. groups.Select(g => Report(g, denials))];
    }

    // Only groups of the days around are compared, so that long series of one kind stay cheap.
    private static List<StoredObservation>? Known(Dictionary<(Kind, int), List<List<StoredObservation>>> byDay, Kind kind, StoredObservation one)
    {
        if (DayOf(one) is not { } day) return null;
        for (int d = day.DayNumber - DaysApart; d <= day.DayNumber + DaysApart; d++)
            if (byDay.TryGetValue((kind, d), out List<List<StoredObservation>>? alike) && alike.Find(g => IsSame(g[0], one)) is { } found) return found;
        return null;
    }

    private static ReportedEvent Report(List<StoredObservation> reports, Dictionary<Kind, List<StoredObservation>> denials)
    {
        var e = (EventObservation)reports[0].Observation;
        int independent = reports.Count == 1 ? 1 : Independent(reports);
        bool denied = denials.TryGetValue(KindOf(e), out List<StoredObservation>? said)
            && said.Exists(d => !string.Equals(d.Document.Id, reports[0].Document.Id, StringComparison.Ordinal) && IsSame(d, reports[0]));
        Grade best = reports.Select(r => Grader.Of(r.Observation, r.Document.Outlet, r.Document.Url, independent, denied)).MinBy(g => (g.Source, g.Credibility))!;
        return new ReportedEvent(e, reports, independent, best);
    }

    /// <summary>Reports that are neither copies of each other nor of one outlet.</summary>
    private static int Independent(List<StoredObservation> reports)
    {
        var copies = new NearDuplicates();
        var outlets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int count = 0, number = 0;
        foreach (StoredObservation report in reports.DistinctBy(r => r.Document.Id, StringComparer.Ordinal))
        {
            bool copy = copies.Add(report.Observation.Evidence.Quoted) != number++;
            bool repeat = report.Document.Outlet is { } outlet && !outlets.Add(outlet);
            if (!copy && !repeat) count++;
        }
        return Math.Max(1, count);
    }

    private static Kind KindOf(EventObservation e)
    {
        string a = e.Source.State?.Code ?? e.Source.ActorId ?? e.Source.Name, b = e.Target?.State?.Code ?? e.Target?.ActorId ?? "";
        bool mutual = e.Type is PloverType.Consult or PloverType.Cooperate or PloverType.Agree or PloverType.Support;
        return mutual && string.CompareOrdinal(a, b) > 0 ? new Kind(e.Type, b, a) : new Kind(e.Type, a, b);
    }

    private static DateOnly? DayOf(StoredObservation o) => ((EventObservation)o.Observation).Date?.Latest ?? o.Document.Published;

    private static bool IsSame(StoredObservation x, StoredObservation y)
    {
        var a = (EventObservation)x.Observation;
        var b = (EventObservation)y.Observation;
        if (a.Date is { } on && b.Date is { } other) return on == other;
        // Two undated acts that one document keeps apart are two.
        if (string.Equals(x.Document.Id, y.Document.Id, StringComparison.Ordinal)) return false;
        return DayOf(x) is { } first && DayOf(y) is { } second && Math.Abs(first.DayNumber - second.DayNumber) <= DaysApart && Shared(a.Evidence.Quoted, b.Evidence.Quoted) >= SharedWords;
    }

    // Of the longer words of the shorter sentence, the share that the other has too.
    private static double Shared(string a, string b)
    {
        HashSet<string> first = LongWords(a), second = LongWords(b);
        int fewest = Math.Min(first.Count, second.Count);
        return fewest == 0 ? 0 : first.Count(second.Contains) / (double)fewest;
    }

    private static HashSet<string> LongWords(string text) =>
        text.Split([' ', ',', '.', '\n', ';', ':', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).Select(w => w.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    private readonly record struct Kind(PloverType Type, string Source, string Target);
}
