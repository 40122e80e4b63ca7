using System.Globalization;
using Entente.Record;

namespace Entente.Order.Pressure;

/// <summary>How far the two voted apart on wars of one of them. Strength: mean of |x − y| / 2 over the resolutions of a war, halved for every 10 years since the last.</summary>
internal static class Reputations
{
    private const double HalfLife = 10;

    public static IEnumerable<PressurePoint> Find(PressureInput input)
    {
        foreach ((StateId warring, StateId partner) in ((StateId, StateId)[])[(input.A, input.B), (input.B, input.A)])
            foreach (var war in input.Wars.Where(r => r.Belligerents.Contains(warring) && !r.Belligerents.Contains(partner)).GroupBy(r => r.War, StringComparer.Ordinal))
            {
                var votes = war.OrderBy(r => r.Date).Select(r => (Resolution: r, Warring: r.VoteOf(warring), Partner: r.VoteOf(partner))).Where(v => v.Partner is not null).ToList();
                if (votes.Count == 0) continue;
                // A state that casts no vote on its own war stands against the resolution.
                double apart = votes.Average(v => Math.Abs((int)(v.Warring ?? VoteChoice.No) - (int)v.Partner!.Value) / 2.0);
                WarResolution last = votes[^1].Resolution;
                double strength = 100 * apart * Math.Pow(2, -Math.Max(0, input.Year - last.Date.Year) / HalfLife);
                string state = input.Network.NameOf(warring), other = input.Network.NameOf(partner);
                int alike = votes.Count(v => v.Partner == (v.Warring ?? VoteChoice.No));
                string title = alike == 0
                    ? votes.Count == 1 ? $"{other} {(votes[0].Partner == VoteChoice.Abstain ? "abstained" : "voted against " + state)} on {last.Name}" : $"{other} never voted with {state} on {last.Name}"
                    : string.Create(CultureInfo.InvariantCulture, $"{other} voted with {state} on {last.Name} {alike} of {votes.Count} times");
                string count = votes.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"Of {votes.Count} resolutions ({votes[0].Resolution.Date.Year}–{last.Date.Year}) {other} voted for {votes.Count(v => v.Partner == VoteChoice.Yes)}, against {votes.Count(v => v.Partner == VoteChoice.No)} and abstained on {votes.Count(v => v.Partner == VoteChoice.Abstain)}. The last, ");
                yield return new PressurePoint($"war:{war.Key}:{partner}", PressureKind.Reputation, title,
                    string.Create(CultureInfo.InvariantCulture, $"{count}{last.Symbol} of {last.Date.Year}: {other} {Did(votes[^1].Partner!.Value)}, {state} {(votes[^1].Warring is { } own ? Did(own) : "cast no vote")}; {last.Yes} for, {last.No} against, {last.Abstain} abstained."),
                    strength, votes[0].Resolution.Date.Year, last.Date.Year,
                    [.. votes.TakeLast(5).Select(v => new VoteEvidence(v.Resolution, v.Warring, v.Partner!.Value))], null);
            }
    }

    private static string Did(VoteChoice vote) => vote switch { VoteChoice.Yes => "voted for it", VoteChoice.Abstain => "abstained", _ => "voted against it" };
}
