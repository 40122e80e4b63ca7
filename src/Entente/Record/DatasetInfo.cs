using System.Text.Json.Serialization;
using Entente.Reading;

namespace Entente.Record;

/// <summary>A published dataset as imported: what it is, how far it reaches, on what terms.</summary>
/// <param name="Id">Stable short name (<c>unga-votes</c>).</param>
/// <param name="Name">Title as published.</param>
/// <param name="Version">Publisher's version.</param>
/// <param name="FirstYear">First year covered.</param>
/// <param name="LastYear">Last year covered.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Licence">Terms as the publisher states them.</param>
/// <param name="Redistributable">Whether rows may be exported to others.</param>
/// <param name="Citation">How its authors ask to be cited.</param>
/// <param name="Sha256">Hash of the imported file, hexadecimal; null for a definition not yet imported.</param>
/// <param name="Released">When the version came out, as precisely as is known; null where it is not known.</param>
public sealed record DatasetInfo(string Id, string Name, string Version, int FirstYear, int LastYear, long Rows,
    string Licence, bool Redistributable, string Citation, string? Sha256,
    [property: JsonConverter(typeof(PartialDateJson))] PartialDate? Released = null)
{
    /// <summary>Whether the version was surely out on a day: not where its release is not known.</summary>
    public bool WasOut(DateOnly day) => Released is { } released && released.Latest <= day;
}
