namespace Entente.Record;

/// <summary>What the record holds of one state in one year: context of a dyad, never a part of its alignment. Null is unknown.</summary>
/// <param name="State">The state, as it is named today; where it and its predecessor both had the year, the continuing state's values.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Capabilities">Share of the world's material capabilities, 0 to 1 (COW CINC).</param>
/// <param name="Democracy">V-Dem electoral democracy, 0 to 1 (v2x_polyarchy).</param>
/// <param name="Polity">Polity score, −10 to 10.</param>
/// <param name="NewLeader">Whether a leader took office in the year (REIGN).</param>
/// <param name="NewRegime">Whether another kind of regime began in the year (Geddes, Wright and Frantz, as REIGN carries it on).</param>
public sealed record StateYear(StateId State, int Year, double? Capabilities, double? Democracy, double? Polity, bool? NewLeader, bool? NewRegime);

/// <summary>How near two states lie, over years in which nothing of it changed. Null is unknown.</summary>
/// <param name="Dyad">The two states, as they are named today.</param>
/// <param name="FirstYear">First year.</param>
/// <param name="LastYear">Last year.</param>
/// <param name="Distance">Least distance of their territories in kilometres (CShapes); 0 where they touch.</param>
/// <param name="Contiguity">COW direct contiguity: 1 by land, 2 to 5 over 12, 24, 150, 400 miles of water, 0 none.</param>
public sealed record Proximity(UndirectedDyad Dyad, int FirstYear, int LastYear, double? Distance, int? Contiguity);

/// <summary>A state-year as the panel directory keeps it, by Correlates of War number.</summary>
/// <param name="Cow">The number.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Values">Capabilities, democracy, polity, new leader and new regime (0 or 1); null for unknown.</param>
public sealed record PanelStateYear(int Cow, int Year, double?[] Values);

/// <summary>A spell of nearness as the panel directory keeps it.</summary>
/// <param name="CowA">The lower number.</param>
/// <param name="CowB">The higher number.</param>
/// <param name="FirstYear">First year.</param>
/// <param name="LastYear">Last year.</param>
/// <param name="Distance">Kilometres, or null.</param>
/// <param name="Contiguity">COW type, or null.</param>
public sealed record PanelProximity(int CowA, int CowB, int FirstYear, int LastYear, double? Distance, int? Contiguity);
