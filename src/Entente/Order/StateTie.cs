namespace Entente.Order;

/// <summary>A tie of two states, with the number it rests on.</summary>
/// <param name="Dyad">The two states, as they are named today.</param>
/// <param name="Sign">+1 or −1; 0 for two states of whom enough is known and whom it does not tie.</param>
/// <param name="On">What the number is: <c>alignment</c>, or an indicator's id.</param>
/// <param name="Value">The number: 0 to 100, or in the indicator's unit.</param>
/// <param name="Low">Lower end of its 90 % interval; null where it has none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Inputs">Indicators with a value in the year behind it.</param>
public readonly record struct StateTie(UndirectedDyad Dyad, int Sign, string On, double Value, double? Low, double? High, int Inputs);
