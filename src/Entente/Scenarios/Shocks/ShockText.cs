using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Scenarios.Shocks;

/// <summary>
/// Reads a shock as people write it: <c>USA-CHN eases</c>, <c>USA-CHN eases by 10 in 2026 over 3y</c>, <c>CHN-RUS to 40, then free</c>,
/// <c>RUS capability -40% over 3y</c>, <c>CHN regime +0.3</c>, <c>CHN-RUS trade +50%</c>, <c>war RUS-UKR ends</c>.
/// </summary>
public static partial class ShockText
{
    /// <summary>Longest text of a shock.</summary>
    public const int Longest = 200;

    private const string Forms = "Write it as 'USA-CHN eases [by 10 | to 60] [in 2026] [over 3y] [then free]', 'USA-CHN worsens …', 'war RUS-UKR ends|begins …', "
        + "'RUS capability -40% …', 'CHN regime +0.3 …' or 'CHN-RUS trade +50% …'.";

    /// <summary>Reads one.</summary>
    /// <param name="text">As written.</param>
    /// <param name="sizes">Sizes for what gives none.</param>
    /// <exception cref="ShockException">It is none; the message says why and what can be written.</exception>
    public static Shock Parse(string text, ShockSizes sizes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sizes);
        if (text.Length > Longest) throw new ShockException(FormattableString.Invariant($"A shock has at most {Longest} characters; this one has {text.Length}. {Forms}"));
        string rest = Spaces().Replace(text.Trim(), " ");
        if (rest.Length == 0) throw new ShockException($"The shock is empty. {Forms}");
        bool free = Take(ref rest, Free()) is not null;
        int? year = Take(ref rest, In()) is { } y ? int.Parse(y.Groups["n"].Value, CultureInfo.InvariantCulture) : null;
        int? over = Take(ref rest, Over()) is { } o ? int.Parse(o.Groups["n"].Value, CultureInfo.InvariantCulture) : null;
        if (over is < 1 or > 50) throw new ShockException($"'{text}' comes about over {over} years; 1 to 50 are allowed.");
        rest = rest.Trim(' ', ',');
        if (State().Match(rest) is { Success: true } state) return OfState(text, state, year, over ?? 1, free);
        if (Trade().Match(rest) is { Success: true } trade)
        {
            if (free) throw new ShockException($"'{text}': only relations can be left free after a shock.");
            return new TradeShock(Dyad(trade, text), Factor(trade, text), year, over ?? 1, text);
        }
        if (Relation().Match(rest) is { Success: true } relation) return OfRelation(text, relation, sizes, year, over, free);
        throw new ShockException($"'{text}' is no shock that is understood. {Forms}");
    }

    private static Shock OfState(string text, Match m, int? year, int over, bool free)
    {
        StateId state = StateOf(m.Groups["a"].Value, text);
        if (free) throw new ShockException($"'{text}': only relations can be left free after a shock.");
        if (m.Groups["what"].Value.StartsWith("reg", StringComparison.OrdinalIgnoreCase) || m.Groups["what"].Value.StartsWith("dem", StringComparison.OrdinalIgnoreCase))
        {
            double change = Number(m, text);
            if (m.Groups["percent"].Success) change /= 100;
            if (Math.Abs(change) is 0 or > 1) throw new ShockException($"'{text}': electoral democracy runs from 0 to 1; a change lies between -1 and 1 and is not 0.");
            return new RegimeShock(state, change, year, over, text);
        }
        return new CapabilityShock(state, Factor(m, text), year, over, text);
    }

    private static RelationShock OfRelation(string text, Match m, ShockSizes sizes, int? year, int? over, bool free)
    {
        bool war = m.Groups["war"].Success;
        string verb = m.Groups["verb"].Value.ToUpperInvariant();
        if (war && verb is not ("ENDS" or "END" or "BEGINS" or "BEGIN" or "STARTS" or "BREAKS OUT")) throw new ShockException($"'{text}': a war ends or begins. {Forms}");
        if (!war && verb is "ENDS" or "END" or "BEGINS" or "BEGIN" or "STARTS" or "BREAKS OUT" && !war) throw new ShockException($"'{text}': write 'war' before it. {Forms}");
        int sign = verb is "EASES" or "EASE" or "IMPROVES" or "IMPROVE" or "WARMS" or "WARM" or "ENDS" or "END" ? 1 : verb.Length == 0 ? 0 : -1;
        UndirectedDyad dyad = Dyad(m, text);
        if (m.Groups["to"].Success)
        {
            double target = Number(m, text);
            if (target is < 0 or > 100) throw new ShockException($"'{text}': alignment runs from 0 to 100.");
            return new RelationShock(dyad, null, target, !free, year, over ?? ShockSizes.Years, text);
        }
        double points;
        if (m.Groups["n"].Success)
        {
            points = Number(m, text);
            if (sign != 0 && points <= 0) throw new ShockException($"'{text}': with '{m.Groups["verb"].Value}' the size is a number of points above 0.");
            if (sign != 0) points *= sign;
        }
        else if (sign == 0) throw new ShockException($"'{text}' does not say which way. {Forms}");
        else points = war ? sign > 0 ? sizes.WarEnds : sizes.WarBegins : sign > 0 ? sizes.Eases : sizes.Worsens;
        if (Math.Abs(points) is 0 or > 100) throw new ShockException($"'{text}': alignment runs from 0 to 100; a change is up to 100 points and not 0.");
        return new RelationShock(dyad, points, null, !free, year, over ?? ShockSizes.Years, text);
    }

    private static double Factor(Match m, string text)
    {
        double n = Number(m, text);
        double factor = m.Groups["times"].Success ? n : m.Groups["percent"].Success ? 1 + (n / 100) : throw new ShockException($"'{text}': write the change as a percentage (-40%) or a multiple (x0.6).");
        if (factor is < 0.01 or > 10) throw new ShockException($"'{text}': that leaves {factor * 100:0.#} % of what there is; 1 % (-99%) to ten times (x10) are allowed.");
        return factor;
    }

    private static double Number(Match m, string text) =>
        double.TryParse(m.Groups["n"].Value.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out double n) && double.IsFinite(n)
            ? n : throw new ShockException($"'{text}': '{m.Groups["n"].Value}' is no number.");

    private static UndirectedDyad Dyad(Match m, string text)
    {
        StateId a = StateOf(m.Groups["a"].Value, text), b = StateOf(m.Groups["b"].Value, text);
        return a == b ? throw new ShockException($"'{text}': a relation is of two different states; both names mean {StateRegistry.Default[a].Name}.") : new UndirectedDyad(a, b);
    }

    private static StateId StateOf(string name, string text)
    {
        (StateId? match, IReadOnlyList<string> near) = StateNames.Resolve(name);
        return match ?? throw new ShockException(near.Count == 0 ? $"'{text}': no state is called '{name}'." : $"'{text}': no state is called '{name}'. Did you mean {string.Join(" or ", near)}?");
    }

    private static Match? Take(ref string rest, Regex pattern)
    {
        Match m = pattern.Match(rest);
        if (!m.Success) return null;
        rest = (rest[..m.Index] + " " + rest[(m.Index + m.Length)..]).Trim(' ', ',');
        return m;
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@",? ?then free$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Free();

    [GeneratedRegex(@" (in|from) (?<n>[0-9]{4})( |,|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex In();

    [GeneratedRegex(@" over (?<n>[0-9]{1,3}) ?(years|year|yrs|y)( |,|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Over();

    [GeneratedRegex(@"^(?<a>[^-–:,]+) (?<what>capability|capabilities|power|regime|democracy)( by)? ?(?<times>[x×])?(?<n>[-+−]?[0-9.]+) ?(?<percent>%)?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex State();

    [GeneratedRegex(@"^(?<a>[^-–:,]+) ?[-–:] ?(?<b>[^-–:,]+) trade( by)? ?(?<times>[x×])?(?<n>[-+−]?[0-9.]+) ?(?<percent>%)?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Trade();

    [GeneratedRegex(@"^(?<war>war( of)? )?(?<a>[^-–:,]+?) ?[-–:] ?(?<b>[^-–:,]+?)( (?<verb>eases?|improves?|warms?|worsens?|cools?|hardens?|breaks( out)?|ends?|begins?|starts))?( ?((?<by>by)|(?<to>to)) ?(?<n>[-+−]?[0-9.]+)| (?<n>[-+−][0-9.]+))?( points)?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Relation();
}
