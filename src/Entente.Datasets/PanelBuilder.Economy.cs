using System.Globalization;
using Entente.Record;

namespace Entente.Datasets;

public sealed partial class PanelBuilder
{
    /// <summary>Trade dependence: COW trade while it lasts, ITPD-E in the years after; never both in one year, since their totals differ.</summary>
    /// <remarks>A pair with one flow unknown is not reported, though the known flow counts in the state's total.</remarks>
    private void ReadTrade()
    {
        int cowLast = About("trade").LastYear;
        var flows = new Dictionary<(int Importer, int Exporter, int Year), double>();
        bool cow = ReadRows("trade", t =>
        {
            int year = t.Key("year");
            if (year < PanelGrid.FirstYear) return;
            if (t.Number("flow1") is >= 0 and double one) flows[(t.Key("ccode1"), t.Key("ccode2"), year)] = one;
            if (t.Number("flow2") is >= 0 and double two) flows[(t.Key("ccode2"), t.Key("ccode1"), year)] = two;
        });
        ReadRows("trade-itpde", t =>
        {
            if (cow && t.Key("year") <= cowLast) return;
            if (t.Whole("importer_ccode") is { } importer && t.Whole("exporter_ccode") is { } exporter && importer != exporter
                && t.Number("value_2010usd_millions") is >= 0 and double value)
                flows[(importer, exporter, t.Key("year"))] = value + flows.GetValueOrDefault((importer, exporter, t.Key("year")));
        });
        var totals = new Dictionary<(int Cow, int Year), double>();
        foreach (var ((importer, exporter, year), value) in flows)
        {
            totals[(importer, year)] = totals.GetValueOrDefault((importer, year)) + value;
            totals[(exporter, year)] = totals.GetValueOrDefault((exporter, year)) + value;
        }
        foreach (var ((importer, exporter, year), imports) in flows)
            if (flows.TryGetValue((exporter, importer, year), out double exports) && totals[(importer, year)] is > 0 and double total)
                _grid.Set(Indicators.TradeDependence, importer, exporter, year, _ => Math.Round((imports + exports) / total, 6));
    }

    /// <summary>Trade agreements: distinct base treaties both have signed, from the year the later signed, until a withdrawal.</summary>
    private void ReadTradeAgreements()
    {
        var spells = new SortedDictionary<(int A, int B, int Treaty), (int From, int To, string Name)>();
        bool read = ReadRows("desta", t =>
        {
            if (t.Whole("ccode1") is not { } one || t.Whole("ccode2") is not { } two || one == two) return;
            (int, int, int) key = (Math.Min(one, two), Math.Max(one, two), t.Key("base_treaty"));
            int year = t.Key("year");
            bool there = spells.TryGetValue(key, out var spell);
            switch (t.Text("entry_type"))
            {
                case "base_treaty" or "accession":
                    spells[key] = there ? (Math.Min(spell.From, year), spell.To, spell.Name) : (year, int.MaxValue, t.Text("name"));
                    break;
                case "withdrawal" when there:
                    spells[key] = (spell.From, year, spell.Name);
                    break;
            }
        });
        if (!read) return;
        int last = About("desta").LastYear;
        foreach (var ((a, b, treaty), (from, to, name)) in spells)
        {
            for (int year = from; year <= Math.Min(last, to); year++)
                if (_grid.IsMember(a, year) && _grid.IsMember(b, year)) _grid.Set(Indicators.TradeAgreement, a, b, year, v => Plus(v, 1));
            AddEpisode(a, b, new Episode(EpisodeKind.TradeAgreement, from, to == int.MaxValue ? null : to, 1, name, "desta",
                string.Create(CultureInfo.InvariantCulture, $"base_treaty {treaty}")));
        }
        _grid.ZeroWhereSilent(Indicators.TradeAgreement, About("desta").FirstYear, last);
    }

    /// <summary>Nuclear cooperation agreements, added up from the year of signature.</summary>
    private void ReadNuclearCooperation()
    {
        DatasetInfo about = About("nuclear-cooperation");
        if (ReadRows("nuclear-cooperation", t =>
        {
            int one = t.Key("ccode1"), two = t.Key("ccode2");
            if (one > two && one != two) (one, two) = (two, one);
            for (int year = t.Key("year"); year <= about.LastYear; year++)
                if (_grid.IsMember(one, year) && _grid.IsMember(two, year)) _grid.Set(Indicators.NuclearCooperation, one, two, year, v => Plus(v, 1));
        }))
            _grid.ZeroWhereSilent(Indicators.NuclearCooperation, about.FirstYear, about.LastYear);
    }
}
