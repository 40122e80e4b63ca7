using System.Security.Cryptography;
using System.Text;
using Entente.Reading;

namespace Entente.Alerts;

/// <summary>What is sent when a saved question has a new answer. Immutable.</summary>
/// <param name="Id">The same for the same question and observation: a receiver that knows it has it already.</param>
/// <param name="Question">Name of the question.</param>
/// <param name="Why">Why it fired.</param>
/// <param name="Observation">Id of the observation, for <c>entente explain</c>.</param>
/// <param name="Quoted">The words it rests on; from outside, and to be shown as text only.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Url">Its address; from outside.</param>
/// <param name="Published">Its day.</param>
/// <param name="At">When the alert was made.</param>
public sealed record Alert(string Id, string Question, string Why, string Observation, string Quoted, string Document, string? Title, string? Outlet, string? Url, DateOnly? Published, DateTimeOffset At)
{
    /// <summary>The alerts of documents just read.</summary>
    public static IReadOnlyList<Alert> Of(IReadOnlyList<SavedQuestion> questions, IEnumerable<CodedDocument> documents, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(documents);
        var alerts = new List<Alert>();
        foreach (CodedDocument d in documents)
            foreach (Observation o in d.Observations)
                foreach (SavedQuestion question in questions)
                    if (question.Why(o) is { } why)
                        alerts.Add(new Alert(IdOf(question.Name, o.Id), question.Name, why, o.Id, o.Evidence.Quoted, d.Document.Id, d.Document.Title, d.Document.Outlet, d.Document.Url, d.Document.Published?.Day, at));
        return alerts;
    }

    private static string IdOf(string question, string observation) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question + "\n" + observation)).AsSpan(0, 12));
}
