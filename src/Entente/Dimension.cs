namespace Entente;

/// <summary>The line along which two states are, or are not, aligned.</summary>
public enum Dimension
{
    /// <summary>Shared views of order, regime and enemies: votes, statements, regime type.</summary>
    Worldview,

    /// <summary>Trade, investment, energy, aid, sanctions.</summary>
    Economic,

    /// <summary>Alliances, arms, exercises, disputes, wars.</summary>
    Military,

    /// <summary>Visits, consultations, agreements, organisations.</summary>
    Diplomatic,
}
