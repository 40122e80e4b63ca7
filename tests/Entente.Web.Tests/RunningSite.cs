using System.Net;
using Entente.Documents;
using Entente.Language;
using Entente.Reading;
using Entente.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Web.Tests;

/// <summary>A server in this process on a free port, with a store of its own; gone when disposed.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-web");
    private WebApplication? _app;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public HttpClient Client { get; private set; } = new();

    public string StorePath => Path.Combine(_folder.FullName, "store.duckdb");

    /// <summary>Written to the store's place before the server starts; null for a store that is made when first asked for.</summary>
    public string? NoStore { get; init; }

    public AccessKeys? Keys { get; init; }

    public bool LoadPanel { get; init; }

    public Answers Answers => _app!.Services.GetRequiredService<Answers>();

    public async ValueTask InitializeAsync()
    {
        if (NoStore is not null) await File.WriteAllTextAsync(StorePath, NoStore);
        _app = EntenteWeb.Build(new ServeOptions { Port = 0, StorePath = StorePath, Keys = Keys, Pipeline = Pipeline, LoadPanel = LoadPanel });
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client.Dispose();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await _app.StopAsync(patience.Token);
            await _app.DisposeAsync();
        }
        _folder.Delete(recursive: true);
    }

    public static EntentePipeline Pipeline(DateOnly? day) =>
        new(new DocumentReaderOptions { GivenDate = day }, new DocumentCoder(new RuleSentenceParser(), ObservationReaders.All));
}
