using Entente.Reading;
using Entente.Text;

namespace Entente.Alerts.Tests;

/// <summary>Made-up observations and alerts.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static EventObservation Sanction(string source = "USA", string target = "RUS", Modality modality = Modality.Asserted, double? confidence = 0.9) => new()
    {
        Id = "0123456789abcdef",
        Evidence = new Evidence("doc", TextSpan.FromBounds(0, 10), new ByteSpan(0, 10), "Washington imposed sanctions on Moscow.", "rule"),
        Type = PloverType.Sanction,
        Dimension = Dimension.Economic,
        Intensity = -6,
        Source = Actor(source),
        Target = Actor(target),
        DateRule = "publication",
        Modality = modality,
        Confidence = confidence,
    };

    public static SavedQuestion Question(Modality? modality = Modality.Asserted, double least = 0, string? words = null, params string[] states) =>
        new("q", [.. states.Select(s => new StateId(s))], [], [], modality, least, words, ["hook"]);

    public static Alert Alert(int number) => new($"id{number}", "q", "a new event", "0123456789abcdef", "quoted <b>words</b> \u0007", "doc", "Title\r\nX-Injected: yes", "Outlet", "https://example.org/", new DateOnly(2026, 11, 24), Noon);

    private static ActorMention Actor(string code) => new()
    {
        Span = TextSpan.FromBounds(0, 3),
        Text = code,
        ActorId = "state:" + code,
        Name = code,
        Kind = ActorKind.State,
        State = new StateId(code),
        Rule = "made up",
    };
}
