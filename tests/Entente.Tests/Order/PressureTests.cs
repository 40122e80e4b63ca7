using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Entente.Briefings;
using Entente.Measures;
using Entente.Order;
using Entente.Order.Pressure;
using Entente.Reading;
using Entente.Record;
using Entente.Text;

namespace Entente.Tests.Order;

public class PressureTests
{
    private const int Year = 2000;
    private static readonly AlignmentScale Scale = new(0, 1, 1);
    private static readonly StateId China = new("CHN"), Russia = new("RUS"), India = new("IND"), France = new("FRA"), Japan = new("JPN");

    [Fact]
    public void Find_OfAFriendOfOneAndFoeOfTheOther_IsAFrustratedTriangleWithItsCost()
    {
        PressureInput input = Input([(China, Russia, 80), (China, India, 10), (Russia, India, 75), (China, France, 60), (Russia, France, 30), (China, Japan, 20), (Russia, Japan, 20)]) with
        {
            Capabilities = new Dictionary<StateId, double> { [China] = 0.2, [Russia] = 0.1, [India] = 0.05, [France] = 0.3 },
        };
        ImmutableArray<PressurePoint> points = PressureFinder.Find(input);
        PressurePoint india = points.Single(p => p.Id == "third:IND"), france = points.Single(p => p.Id == "third:FRA");
        // 100 × |−40/50 × 25/50| × .05/.1, and 100 × |10/50 × −20/50| × 1.
        Assert.Equal((PressureKind.FrustratedTriangle, 20.0), (india.Kind, Math.Round(india.Strength, 6)));
        Assert.Equal((PressureKind.DivergingTie, 8.0), (france.Kind, Math.Round(france.Strength, 6)));
        Assert.Contains("India and Russia drop to 65, 10 points", india.Text, StringComparison.Ordinal);
        // A common foe binds.
        Assert.DoesNotContain(points, p => p.Id == "third:JPN");
        Assert.Equal(points.Select(p => p.Strength).OrderDescending(), points.Select(p => p.Strength));
        Assert.Equal(3, india.Evidence.Length);
    }

    [Fact]
    public void Without_AThirdState_TakesItsPullOut()
    {
        PressureInput input = Input([(China, Russia, 80), (China, India, 10), (Russia, India, 75), (China, Japan, 20), (Russia, Japan, 20)]);
        PressureEffect effect = Assert.Single(PressureFinder.Without(input, ["third:IND"]));
        // Japan 50 × .36 and India 50 × −.4, each of weight 1; without India Japan's alone, over the same weights.
        Assert.Equal(-1, effect.With, 1e-9);
        Assert.Equal(9, effect.Without, 1e-9);
        Assert.Equal(effect, PressureFinder.Find(input).Single(p => p.Id == "third:IND").Effect);
        Assert.Empty(PressureFinder.Without(input, ["arms"]));
    }

    [Fact]
    public void Find_BetweenFoes_SeesNoThirdState() =>
        Assert.DoesNotContain(PressureFinder.Find(Input([(China, Russia, 20), (China, India, 10), (Russia, India, 75)])), p => p.Id.StartsWith("third:", StringComparison.Ordinal));

    [Fact]
    public void Find_OfUnequalDependence_IsInPercentagePoints()
    {
        PressureInput input = Input([(China, Russia, 80)], trade: (0.02, 0.14)) with { Arms = (new ArmsImports(70, 100, 1991, 2000), new ArmsImports(0, 0, 1991, 2000)) };
        ImmutableArray<PressurePoint> points = PressureFinder.Find(input);
        PressurePoint trade = points.Single(p => p.Id == "trade"), arms = points.Single(p => p.Id == "arms");
        Assert.Equal(12, trade.Strength, 1e-9);
        // The smaller share rises to the larger.
        Assert.Equal((81.0, 87.0), (trade.Effect!.With, trade.Effect.Without));
        Assert.StartsWith("Russia depends on China", trade.Title, StringComparison.Ordinal);
        Assert.Equal(70, arms.Strength, 1e-9);
        Assert.Contains("Russia took in none", arms.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_OfRifts_HalvesWhatIsOverAndKeepsWhatGoesOn()
    {
        Episode war = new(EpisodeKind.Dispute, 1970, 1975, 5, "war", "mid", "dispnum 1");
        PressureInput old = Input([(China, Russia, 80)]) with { Phases = [new Phase(PhaseKind.Rift, 1960, 1975, "Rift, 1960–1975", [war], "phases@1")] };
        PressureInput open = old with { Phases = [new Phase(PhaseKind.Rift, 1960, null, "Rift since 1960", [], "phases@1")] };
        PressurePoint over = PressureFinder.Find(old).Single(p => p.Id == "rift:1960"), lasts = PressureFinder.Find(open).Single(p => p.Id == "rift:1960");
        Assert.Equal((PressureKind.OldRift, 50.0), (over.Kind, over.Strength));
        Assert.Equal((PressureKind.OpenClaim, 40.0), (lasts.Kind, lasts.Strength));
        Assert.Equal(war, Assert.IsType<EpisodeEvidence>(Assert.Single(over.Evidence)).Episode);
    }

    [Fact]
    public void Find_OfVotesOnAWar_CountsTheDistance()
    {
        WarResolution Call(string symbol, VoteChoice china) => new("w", "the war", [Russia], symbol, new DateOnly(Year, 3, 1), "rcid 1",
            new Dictionary<int, VoteChoice> { [710] = china, [365] = VoteChoice.No, [2] = VoteChoice.Yes }.ToFrozenDictionary());
        PressureInput input = Input([(China, Russia, 80)]) with { Wars = [Call("R/1", VoteChoice.Abstain), Call("R/2", VoteChoice.Yes), Call("R/3", VoteChoice.No)] };
        PressurePoint point = PressureFinder.Find(input).Single(p => p.Kind == PressureKind.Reputation);
        // (½ + 1 + 0) / 3.
        Assert.Equal(50, point.Strength, 1e-9);
        Assert.Contains("1 of 3 times", point.Title, StringComparison.Ordinal);
        Assert.Contains("1 for, 2 against, 0 abstained", point.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shipped_WarVotes_HaveTheVoteOfMarch2022()
    {
        WarResolution vote = WarResolution.Shipped.Single(r => r.War == "ukraine-2022");
        Assert.Equal((141, 5, 35), (vote.Yes, vote.No, vote.Abstain));
        Assert.Equal((VoteChoice.Abstain, VoteChoice.No, VoteChoice.Yes), (vote.VoteOf(China), vote.VoteOf(Russia), vote.VoteOf(France)));
        // The Soviet Union's vote is Russia's lineage.
        Assert.Equal(VoteChoice.No, WarResolution.Shipped.First(r => r.War == "afghanistan-1979").VoteOf(Russia));
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => WarResolution.Load(new StringReader("head\na\tb"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_OfWarmWordsAndFallingTrade_IsWordsAgainstDeeds()
    {
        StoredObservation Said(int n, Direction tone, Attitude attitude = Attitude.Speech) => new(
            new QuotationObservation
            {
                Id = $"q{n}",
                Evidence = new Evidence("d", new TextSpan(0, 5), new ByteSpan(0, 5), "words", "test@1"),
                Words = "words",
                Direct = true,
                SpeakerState = China,
                About = new QuotationSubject(new UndirectedDyad(China, Russia), tone),
                Attitude = attitude,
            },
            new DocumentHeader("d", "Talks", null, null, null, new DateOnly(Year, 5, n), "a.txt", null));
        var values = new List<KeyValuePair<(string, bool, int), Measurement>>
        {
            new((Indicators.TradeDependence.Id, true, Year - 1), Measurement.Of(0.05)),
            new((Indicators.TradeDependence.Id, true, Year), Measurement.Of(0.02)),
        };
        PressureInput input = Input([(China, Russia, 80)]) with
        {
            Panel = new DyadPanel(new UndirectedDyad(China, Russia), Year - 1, Year, values, []),
            Observations = [Said(1, Direction.Closer), Said(2, Direction.Closer), Said(3, Direction.Closer), Said(4, Direction.Apart), Said(5, Direction.Apart, Attitude.Belief)],
        };
        PressurePoint point = PressureFinder.Find(input).Single(p => p.Kind == PressureKind.WordsAgainstDeeds);
        // A belief is no word uttered: (3 − 1)/4 = .5 of words, −1 of deeds.
        Assert.Equal(75, point.Strength, 1e-9);
        Assert.Contains("3 times on closeness and 1 on distance", point.Text, StringComparison.Ordinal);
        Assert.Contains("fell, 5.0 % in 1999 and 2.0 % in 2000", point.Text, StringComparison.Ordinal);
        Assert.Equal(4, point.Evidence.OfType<TextEvidence>().Count());
        Assert.Equal(2, point.Evidence.OfType<PanelEvidence>().Count());
        // Words that deeds follow are no pressure.
        Assert.DoesNotContain(PressureFinder.Find(input with { Observations = [Said(1, Direction.Closer), Said(2, Direction.Apart)] }), p => p.Kind == PressureKind.WordsAgainstDeeds);
    }

    [Fact]
    public void Render_OfPoints_FitsTheTerminalAndIsWholeAsJson()
    {
        PressureInput input = Input([(China, Russia, 80), (China, India, 10), (Russia, India, 75)], trade: (0.02, 0.14));
        ImmutableArray<PressurePoint> points = PressureFinder.Find(input);
        string text = PressureText.Render(input, points, [], new DateOnly(Year, 12, 31), 1, false);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("… and 1 weaker", text, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(PressureText.Json(input, points, ["trade"], PressureFinder.Without(input, ["trade"]), new DateOnly(Year, 12, 31)));
        Assert.Equal(2, json.RootElement.GetProperty("points").GetArrayLength());
        JsonElement evidence = json.RootElement.GetProperty("points")[0].GetProperty("evidence")[0];
        Assert.NotNull(NumberId.TryParse(evidence.GetProperty("id").GetString()!));
    }

    private static PressureInput Input((StateId A, StateId B, double Score)[] scores, (double China, double Russia)? trade = null)
    {
        var values = new List<KeyValuePair<(string, bool, int), Measurement>>();
        if (trade is var (china, russia))
        {
            values.Add(new((Indicators.TradeDependence.Id, true, Year), Measurement.Of(china)));
            values.Add(new((Indicators.TradeDependence.Id, false, Year), Measurement.Of(russia)));
        }
        return new PressureInput
        {
            A = China,
            B = Russia,
            Network = StateNetwork.OfAlignment(Year, [.. scores.Select(s => new AlignmentRow(new UndirectedDyad(s.A, s.B), Year, Scale.Latent(s.Score), 0.01, 5))], Scale, TieRule.OfAlignment),
            // As if the score were half the smaller share of trade, in percent, more than 80.
            Score = panel => 80 + (50 * Math.Min(panel[Indicators.TradeDependence, China, Year].ValueOrNull ?? 0, panel[Indicators.TradeDependence, Russia, Year].ValueOrNull ?? 0)),
            Panel = new DyadPanel(new UndirectedDyad(China, Russia), Year, Year, values, []),
            Phases = [],
        };
    }
}
