namespace Entente.Measures;

/// <summary>From the model's latent units to 0–100: 50 is the typical dyad-year without tie or conflict, 25 the typical year of a strategic rivalry, 80 that of a defence pact between non-rivals.</summary>
/// <param name="Zero">Latent value at 50.</param>
/// <param name="Below">Latent units to a logit below it.</param>
/// <param name="Above">Latent units to a logit above it.</param>
public sealed record AlignmentScale(double Zero, double Below, double Above)
{
    /// <summary>Score of the typical year of a strategic rivalry.</summary>
    public const double RivalryScore = 25;

    /// <summary>Score of the typical year of a defence pact between states that are no rivals.</summary>
    public const double PactScore = 80;

    /// <summary>The score of a latent value: 100 times a logistic function, with a unit of its own on either side of 50.</summary>
    public double Score(double latent) => 100 / (1 + Math.Exp(-(latent - Zero) / (latent < Zero ? Below : Above)));

    /// <summary>The latent value of a score between 0 and 100, both excluded.</summary>
    public double Latent(double score) => Zero + (Logit(score / 100) * (score < 50 ? Below : Above));

    /// <summary>The scale that puts three medians at 50, <see cref="RivalryScore"/> and <see cref="PactScore"/>.</summary>
    /// <exception cref="ArgumentException">The medians are not in that order.</exception>
    public static AlignmentScale Through(double none, double rivalry, double pact) => rivalry < none && none < pact
        ? new AlignmentScale(none, (none - rivalry) / Logit(1 - (RivalryScore / 100)), (pact - none) / Logit(PactScore / 100))
        : throw new ArgumentException("Rivals must lie below dyads without ties, and those below allies: the model has learned something else than alignment.", nameof(none));

    private static double Logit(double p) => Math.Log(p / (1 - p));
}
