using Entente.Reading;

namespace Entente.Measures.News;

/// <summary>How many texts of a month report a kind of act between two states.</summary>
/// <param name="Dyad">The two states, as they are named today.</param>
/// <param name="Month">Month of publication.</param>
/// <param name="Corpus">The collection of texts (<c>current-events-2002-2024</c>).</param>
/// <param name="Type">PLOVER type.</param>
/// <param name="Dimension">The line of alignment the act bears on.</param>
/// <param name="Reports">Texts that report it, in either direction; a text counts once.</param>
/// <param name="Forth">Of them, those that report it from the dyad's first state to its second.</param>
/// <param name="Back">Of them, those that report it from the second to the first.</param>
/// <param name="Intensity">Mean intensity of these reports, −10 (conflict) to +10 (cooperation).</param>
public sealed record NewsCount(UndirectedDyad Dyad, CalendarMonth Month, string Corpus, PloverType Type, Dimension Dimension, int Reports, int Forth, int Back, double Intensity);
