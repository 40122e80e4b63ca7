using System.Globalization;

namespace Entente.Cli;

/// <summary>A state as a person writes it, for verbs that go by Correlates of War numbers.</summary>
internal static class StateArgument
{
    /// <summary>The number meant by a number or a name; null, with a word on standard error, when there is none.</summary>
    public static int? Ccode(string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            if (StateRegistry.Default.All.Any(s => s.Cow == number)) return number;
            Console.Error.WriteLine($"No state has the Correlates of War number {number}.");
            return null;
        }
        (StateId? match, IReadOnlyList<string> suggestions) = StateNames.Resolve(written);
        if (match is { } id) return StateRegistry.Default[id].Cow;
        Console.Error.WriteLine(suggestions.Count == 0 ? $"No state is called '{written}'." : $"No state is called '{written}'. Did you mean {string.Join(" or ", suggestions)}?");
        return null;
    }
}
