using Microsoft.Extensions.Hosting;

namespace Entente.Web;

/// <summary>Loads what every page needs while the first visitor is still on the way; until it is there, answers come from the files.</summary>
internal sealed class PanelLoader(Answers answers) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() =>
    {
        answers.Panel.Record.HoldInMemory();
        if (stoppingToken.IsCancellationRequested) return;
        answers.Panel.Year(answers.Panel.Record.LastYear, null);
        answers.History(new UndirectedDyad(new StateId("CHN"), new StateId("RUS")), null);
    }, stoppingToken);
}
