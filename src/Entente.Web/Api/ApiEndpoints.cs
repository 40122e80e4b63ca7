using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Entente.Briefings;
using Entente.Questions;
using Entente.Record;
using Entente.Web.Html;
using Entente.Web.Pages;
using Entente.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Api;

/// <summary>The REST API under <c>/api/v1</c>: what the pages show, as JSON; errors as problem+json; tags, so that what has not changed is not sent again.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api/v1";

    /// <summary>Most rows of a list given at once.</summary>
    private const int MostRows = 1000;

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddApiDocument();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder api = app.MapGroup(Root);
        api.MapGet("/status", (Answers answers) => Reply(DyadReplies.Status(answers), ApiJson.Default.StatusView))
            .Says<StatusView>("status", "What this server knows, and to when.");
        api.MapGet("/states", (string? name) => Reply(DyadReplies.States(name), ApiJson.Default.IReadOnlyListStateView))
            .Says<IReadOnlyList<StateView>>("states", "Every state since 1816, or those whose name begins with 'name'.");
        api.MapGet("/datasets", (Answers answers) => Reply(DyadReplies.Datasets(answers), ApiJson.Default.IReadOnlyListDatasetView))
            .Says<IReadOnlyList<DatasetView>>("datasets", "The datasets of the record: versions, coverage, licences, citations.");
        api.MapGet("/datasets.bib", (Answers answers) => TaggedResult.Text(string.Concat(answers.Panel.Record.Datasets.Select(d => BibTex.Of(d) + "\n")), "application/x-bibtex"))
            .SaysText("datasets-bibtex", "The same as BibTeX.", "application/x-bibtex");
        api.MapGet("/rank", (HttpRequest request, Answers answers, int? year, int? since, string? line, string? state, bool? lowest, int? skip, int? limit) =>
            {
                StateId? only = state is null ? null : PageQuery.State(state);
                return Reply(Part(DyadReplies.Rank(answers, year, since, DyadReplies.Line(line), only, lowest ?? false), request, skip, limit), ApiJson.Default.PartOfRankView);
            })
            .Says<PartOf<RankView>>("rank", "Dyads of a year by level, or with 'since' by change; 'state' keeps those of one state, with their rank among all.");

        RouteGroupBuilder dyad = api.MapGroup("/dyads/{pair}");
        dyad.MapGet("/briefing", (string pair, HttpRequest request, Answers answers) => TaggedResult.Text(BriefingJson.Render(Briefing(answers, pair, request)), "application/json"))
            .SaysText("briefing", "The briefing, as JSON. 'as-of' (2022-09-20) uses nothing later.", "application/json");
        dyad.MapGet("/briefing.md", (string pair, HttpRequest request, Answers answers) => TaggedResult.Text(BriefingMarkdown.Render(Briefing(answers, pair, request)), "text/markdown"))
            .SaysText("briefing-markdown", "The briefing, as Markdown.", "text/markdown");
        dyad.MapGet("/briefing.stix.json", (string pair, HttpRequest request, Answers answers) => TaggedResult.Text(BriefingStix.Render(Briefing(answers, pair, request)), "application/stix+json"))
            .SaysText("briefing-stix", "The briefing, as a STIX 2.1 bundle.", "application/stix+json");
        dyad.MapGet("/track", (string pair, HttpRequest request, Answers answers, int? from, int? to) =>
            {
                (StateId a, StateId b) = PageQuery.Pair(pair);
                return Reply(DyadReplies.Track(answers, a, b, request.Query.Day("as-of"), from, to), ApiJson.Default.TrackView);
            })
            .Says<TrackView>("track", "Alignment over the years by line, with intervals, and its rifts and rapprochements.");
        dyad.MapGet("/why", (string pair, HttpRequest request, Answers answers, int from, int to, string? line) =>
            {
                (StateId a, StateId b) = PageQuery.Pair(pair);
                return Reply(DyadReplies.Why(answers, a, b, from, to, DyadReplies.Line(line), request.Query.Day("as-of")), ApiJson.Default.WhyView);
            })
            .Says<WhyView>("why", "What moved a score between two years, in parts that add up.");

        api.MapGet("/observations", (HttpRequest request, Answers answers) =>
            {
                IQueryCollection q = request.Query;
                var query = EvidenceReplies.Query(q.Text("state"), q.Text("other"), q.Text("kind"), q.Text("type"), q.Text("modality"), q.Text("speaker"), q.Text("words"),
                    q.Day("from"), q.Day("to"), q.Number("skip"), q.Number("limit"));
                return Reply(EvidenceReplies.Search(answers, query, skip => Next(request, skip)), ApiJson.Default.PartOfObservationView);
            })
            .Says<PartOf<ObservationView>>("observations", "What was read in stored texts: by state, other, kind, type, modality, speaker, words, from, to; newest first.");
        api.MapGet("/observations/{id}", (string id, Answers answers) => EvidenceReplies.Observation(answers, id) is { } found ? Reply(found, ApiJson.Default.ObservationView) : Results.NotFound())
            .Says<ObservationView>("observation", "One observation, by id or the unambiguous start of one.");
        api.MapPost("/observations/{id}/corrections", (string id, CorrectionRequest correction, HttpContext context, Answers answers, TimeProvider time) =>
                EvidenceReplies.Correct(answers, id, correction, context.User.Identity?.Name ?? KeyAuthentication.LocalUser, time.GetUtcNow()) ? Results.Created($"{Root}/observations/{id}", null) : Results.NotFound())
            .RequireAuthorization(nameof(AccessRole.Analyst)).DisableAntiforgery()
            .WithName("correct").WithSummary("Adds an analyst's word on an observation; nothing else is changed, and 'restored' takes it back.");
        api.MapGet("/documents/{id}", (string id, Answers answers) => EvidenceReplies.Document(answers, id) is { } found ? Reply(found, ApiJson.Default.DocumentTextView) : Results.NotFound())
            .Says<DocumentTextView>("document", "A document with its cleaned text and what was read in it.");
        app.MapApiDocument();
    }

    private static Briefing Briefing(Answers answers, string pair, HttpRequest request)
    {
        (StateId a, StateId b) = PageQuery.Pair(pair);
        return answers.Briefing(new BriefingQuestion(a, b) { AsOf = request.Query.Day("as-of") }).Briefing;
    }

    private static PartOf<T> Part<T>(IReadOnlyList<T> all, HttpRequest request, int? skip, int? limit)
    {
        int from = Math.Max(0, skip ?? 0), most = Math.Clamp(limit ?? 100, 1, MostRows);
        return new PartOf<T>(all.Count, from, most, from + most < all.Count ? Next(request, from + most) : null, [.. all.Skip(from).Take(most)]);
    }

    private static string Next(HttpRequest request, int skip) => request.Path + QueryString.Create(
        request.Query.Where(q => q.Key != "skip").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).Append(KeyValuePair.Create("skip", (string?)skip.ToString(CultureInfo.InvariantCulture)))).ToString();

    private static TaggedResult Reply<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json; charset=utf-8");

    private static RouteHandlerBuilder Says<T>(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary).Produces<T>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static RouteHandlerBuilder SaysText(this RouteHandlerBuilder route, string name, string summary, string type) =>
        route.WithName(name).WithSummary(summary).Produces(StatusCodes.Status200OK, null, type).ProducesProblem(StatusCodes.Status400BadRequest);
}
