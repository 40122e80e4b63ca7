using System.Text.Json;

namespace Entente.Web.Api;

/// <summary>A document's head.</summary>
/// <param name="Id">Hash of its content.</param>
/// <param name="Title">Title.</param>
/// <param name="Byline">Who wrote it.</param>
/// <param name="Outlet">Where it appeared.</param>
/// <param name="Url">Its address; not to be followed unchecked.</param>
/// <param name="Published">Day of publication; null when unknown.</param>
/// <param name="Location">Where its bytes were read.</param>
/// <param name="Member">Which part of that file.</param>
public sealed record DocumentView(string Id, string? Title, string? Byline, string? Outlet, string? Url, DateOnly? Published, string Location, string? Member);

/// <summary>What was read at one place of a text, and whether an analyst disagrees.</summary>
/// <param name="Kind"><c>event</c>, <c>quotation</c> or <c>conditional</c>.</param>
/// <param name="Observation">The observation, as <c>docs/observations.md</c> gives it: evidence with span, bytes, quoted words and rule.</param>
/// <param name="Document">Where it stands.</param>
/// <param name="Corrections">What analysts said of it, oldest first; the last one holds.</param>
public sealed record ObservationView(string Kind, JsonElement Observation, DocumentView Document, IReadOnlyList<CorrectionView> Corrections);

/// <summary>An analyst's word on an observation.</summary>
/// <param name="Verdict"><c>wrong</c> or <c>restored</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When.</param>
public sealed record CorrectionView(string Verdict, string Reason, string By, DateTimeOffset At);

/// <summary>A correction to be added.</summary>
/// <param name="Verdict"><c>wrong</c> or <c>restored</c>.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record CorrectionRequest(string? Verdict, string? Reason);

/// <summary>A document with its text and what was read in it.</summary>
/// <param name="Document">Its head.</param>
/// <param name="Text">The cleaned text; spans of observations count its UTF-16 code units.</param>
/// <param name="Observations">In the order of the text.</param>
public sealed record DocumentTextView(DocumentView Document, string Text, IReadOnlyList<JsonElement> Observations);

/// <summary>A dataset of the record.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version.</param>
/// <param name="FirstYear">First year with values.</param>
/// <param name="LastYear">Last year with values.</param>
/// <param name="Licence">Its terms.</param>
/// <param name="Citation">How to cite it.</param>
public sealed record DatasetView(string Id, string Title, string Version, int FirstYear, int LastYear, string Licence, string Citation);

/// <summary>What this server knows, and to when.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="RecordFrom">First year of the record.</param>
/// <param name="RecordTo">Last year of the record.</param>
/// <param name="Documents">Documents stored; null when the store cannot be asked.</param>
/// <param name="Observations">Observations stored.</param>
/// <param name="TextsTo">Last day of publication among them.</param>
/// <param name="StoreTrouble">Why the store cannot be asked.</param>
public sealed record StatusView(string Version, int RecordFrom, int RecordTo, long? Documents, long? Observations, DateOnly? TextsTo, string? StoreTrouble);
