using Entente.Reading;
using Entente.Text;

namespace Entente.Cli.Tests;

public class MarkedTextTests
{
    [Fact]
    public void Mark_NestedAndEqualSpans_AreNumberedWithinOneAnother() => Assert.Equal(
        "⟦They ⟦met⟧2,3.⟧1 ⟦Then⟧4", MarkedText.Mark("They met. Then", [At(0, 9), At(5, 8), At(5, 8), At(10, 14)]));

    [Fact]
    public void Mark_Nothing_LeavesTheTextAlone() => Assert.Equal("They met.", MarkedText.Mark("They met.", []));

    private static ConditionalObservation At(int start, int end) => new()
    {
        Id = "0123456789abcdef",
        Dyad = new UndirectedDyad(new StateId("CHN"), new StateId("RUS")),
        Direction = Direction.Closer,
        Condition = "c",
        Consequence = "d",
        ConditionSpan = TextSpan.FromBounds(start, end),
        ConsequenceSpan = TextSpan.FromBounds(start, end),
        Necessary = false,
        Evidence = new Evidence("fedcba9876543210", TextSpan.FromBounds(start, end), new ByteSpan(start, end - start), "q", "r@1"),
    };
}
