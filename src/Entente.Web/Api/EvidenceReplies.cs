using System.Text.Json;
using Entente.Reading;
using Entente.Web.Errors;

namespace Entente.Web.Api;

/// <summary>What API and MCP say of stored texts and of what was read in them.</summary>
public static class EvidenceReplies
{
    /// <summary>Most observations given at once.</summary>
    public const int MostAtOnce = 200;

    /// <summary>The query that the words of an address or a tool call make.</summary>
    /// <exception cref="QuestionException">One of them is not understood.</exception>
    public static EvidenceQuery Query(string? state, string? other, string? kind, string? type, string? modality, string? speaker, string? words,
        DateOnly? from, DateOnly? to, int? skip, int? limit)
    {
        if (other is not null && state is null) throw new QuestionException("Name 'state' too when 'other' is given: the observation is about both.");
        if (kind is not (null or "event" or "quotation" or "conditional")) throw new QuestionException($"'{kind}' is no kind: write event, quotation or conditional.");
        if (skip is < 0) throw new QuestionException("'skip' is 0 or more.");
        if (limit is < 1 or > MostAtOnce) throw new QuestionException($"'limit' is 1 to {MostAtOnce}.");
        return new EvidenceQuery
        {
            State = state is null ? null : State(state),
            Other = other is null ? null : State(other),
            Kind = kind,
            Type = Word<PloverType>(type, "type"),
            Modality = Word<Modality>(modality, "modality"),
            Speaker = speaker,
            Words = words,
            From = from,
            To = to,
            Skip = skip ?? 0,
            Limit = limit ?? 50,
        };
    }

    /// <summary>Observations that fit, newest document first.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="next">Makes the address of the next part from how many to skip.</param>
    public static PartOf<ObservationView> Search(Answers answers, EvidenceQuery query, Func<int, string> next)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(next);
        EvidenceFound found = answers.Evidence.Store.Search(query);
        var said = answers.Evidence.Store.Corrections([.. found.Observations.Select(o => o.Observation.Id)]).ToLookup(c => c.ObservationId, StringComparer.Ordinal);
        int after = query.Skip + found.Observations.Count;
        return new PartOf<ObservationView>(found.Total, query.Skip, query.Limit, after < found.Total && found.Observations.Count > 0 ? next(after) : null,
            [.. found.Observations.Select(o => View(o, said[o.Observation.Id]))]);
    }

    /// <summary>One observation by id or the unambiguous start of one; null when there is none.</summary>
    public static ObservationView? Observation(Answers answers, string id)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Evidence.Store.FindObservation(id) is { } found ? View(found, answers.Evidence.Store.Corrections([found.Observation.Id])) : null;
    }

    /// <summary>A document with its text; null when there is none.</summary>
    public static DocumentTextView? Document(Answers answers, string id)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Evidence.Store.Find(id) is not { } coded ? null : new DocumentTextView(
            new DocumentView(coded.Document.Id, coded.Document.Title, coded.Document.Byline, coded.Document.Outlet, coded.Document.Url, coded.Document.Published?.Day, coded.Document.Origin.Location, coded.Document.Origin.Member),
            coded.Document.Body.Text, [.. coded.Observations.OrderBy(o => o.Evidence.Span.Start).Select(Json)]);
    }

    /// <summary>Adds an analyst's word on an observation; false when there is no such observation.</summary>
    /// <exception cref="QuestionException">The verdict is none, or no reason is given.</exception>
    public static bool Correct(Answers answers, string id, CorrectionRequest request, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(request);
        if (!Enum.TryParse(request.Verdict, ignoreCase: true, out Verdict verdict) || !Enum.IsDefined(verdict)) throw new QuestionException("'verdict' is wrong or restored.");
        if (request.Reason?.Trim() is not { Length: >= 3 and <= 2000 } reason) throw new QuestionException("'reason' says why, in 3 to 2,000 characters.");
        return answers.Evidence.Change(store => store.Correct(new Correction(id, verdict, reason, by, at)));
    }

    private static ObservationView View(StoredObservation o, IEnumerable<Correction> said) => new(o.Observation.Kind, Json(o.Observation), Head(o.Document),
        [.. said.Select(c => new CorrectionView(c.Verdict == Verdict.Wrong ? "wrong" : "restored", c.Reason, c.By, c.At))]);

    private static DocumentView Head(DocumentHeader d) => new(d.Id, d.Title, d.Byline, d.Outlet, d.Url, d.Published, d.Location, d.Member);

    private static JsonElement Json(Observation observation) => JsonElement.Parse(ObservationJson.Write(observation));

    private static StateId State(string name)
    {
        (StateId? match, IReadOnlyList<string> near) = StateNames.Resolve(name);
        return match ?? throw new QuestionException($"No state is called '{name}'.{(near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?")}");
    }

    private static T? Word<T>(string? text, string field) where T : struct, Enum => text is null ? null
        : Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value
        : throw new QuestionException($"'{text}' is no {field}: write {string.Join(", ", Enum.GetNames<T>())}.");
}
