namespace Entente.Measures.IdealPoints;

/// <summary>Where a state stood in a session: mean and quantiles of the posterior. The side of the United States is positive; mean 0 and variance 1 over all state-sessions.</summary>
/// <param name="Ccode">Correlates of War number under which the state voted.</param>
/// <param name="Session">Session of the General Assembly.</param>
/// <param name="Votes">Votes it cast that were not unanimous.</param>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Q5">5 % quantile.</param>
/// <param name="Q50">Median.</param>
/// <param name="Q95">95 % quantile.</param>
public sealed record IdealPoint(int Ccode, int Session, int Votes, double Mean, double Q5, double Q50, double Q95);

/// <summary>A fit of the model.</summary>
/// <param name="Points">State-sessions, by number and session.</param>
/// <param name="RollCalls">Roll calls used.</param>
/// <param name="Items">Sets of parameters: roll calls less those tied to an earlier one.</param>
/// <param name="Acceptance">Share of the proposed cut points that were taken.</param>
public sealed record IdealPointFit(IReadOnlyList<IdealPoint> Points, int RollCalls, int Items, double Acceptance)
{
    /// <summary>Whether no roll call was tied to another: the scale may then drift between sessions.</summary>
    public bool IsUnbridged => Items == RollCalls;
}
