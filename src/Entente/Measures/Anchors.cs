using Entente.Record;

namespace Entente.Measures;

/// <summary>Where each indicator's values lie on the 0–100 scale, and its weight. Fixed, so that a score of one year does not depend on others.</summary>
internal static class Anchors
{
    /// <summary>Points of a value; null where the value says nothing either way (no exercise, no visit, no arms are not hostility).</summary>
    public static double? Points(Indicator indicator, double value) => indicator.Id switch
    {
        // Agreement of 0.5 is what indifferent voters reach on contested votes; 0 and 1 are the ends of the scale.
        "vote_agreement" => 100 * value,
        "regime_similarity" => 30 + 40 * value,
        // 0 at no trade, 100 when each makes up 30 % of the other's trade: square root, as shares are skewed.
        "trade_dependence" => 50 + 50 * Math.Min(1, Math.Sqrt(value / 0.30)),
        "trade_agreement" => value > 0 ? Math.Min(90, 65 + 5 * value) : 50,
        "sanctions" => value > 0 ? Math.Max(5, 30 - 8 * value) : null,
        "alliance" => value switch { >= 3 => 95, >= 2 => 75, >= 1 => 68, _ => 50 },
        // GML/COW hostility: 1 none, 2 threat, 3 display, 4 use of force, 5 war.
        "dispute_hostility" => value switch { <= 0 => null, <= 1 => 40, <= 2 => 30, <= 3 => 22, <= 4 => 12, _ => 0 },
        "rivalry" => value > 0 ? 15 : null,
        "arms_transfers" => value > 0 ? 60 + 30 * Math.Min(1, Math.Log10(1 + value) / 3.3) : null,
        "joint_exercises" => value > 0 ? Math.Min(90, 70 + 5 * value) : null,
        "leader_visits" => value > 0 ? Math.Min(85, 62 + 6 * value) : 45,
        // Universal organisations give some 30 to 40 shared memberships to any two old states; 100 is the densest pair in Europe.
        "shared_organizations" => 35 + 65 * Math.Min(1, value / 100),
        _ => null,
    };

    /// <summary>Weight within the dimension: treaties, rivalry and wars weigh more than what is only visible in part.</summary>
    public static double Weight(Indicator indicator) => indicator.Id switch
    {
        "rivalry" => 3,
        "dispute_hostility" => 2,
        "alliance" => 2,
        "vote_agreement" => 2,
        "trade_dependence" => 2,
        "sanctions" => 2,
        _ => 1,
    };

    /// <summary>Whether the last known value may be carried forward.</summary>
    public static bool IsSlow(Indicator indicator) => indicator.Id is
        "vote_agreement" or "regime_similarity" or "trade_dependence" or "trade_agreement" or "alliance" or "shared_organizations" or "rivalry";
}
