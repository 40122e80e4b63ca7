using Microsoft.Extensions.Hosting;

namespace Entente.Web;

/// <summary>Loads what every page needs while the first visitor is still on the way; until it is there, answers come from the files.</summary>
internal sealed class PanelLoader(Answers answers, ServeOptions options) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => !options.LoadPanel ? Task.CompletedTask : Task.Run(() =>
    {
        int last = answers.Panel.Record.LastYear;
        Action[] loads = [answers.Panel.Record.HoldInMemory, () => answers.Panel.Year(last, null), () => answers.Panel.Year(last - 10, null), () => answers.Order(last)];
        try
        {
            foreach (Action load in loads)
            {
                if (stoppingToken.IsCancellationRequested) return;
                load();
            }
        }
        catch (ObjectDisposedException) when (stoppingToken.IsCancellationRequested)
        {
            // The server was stopped meanwhile.
        }
    }, stoppingToken);
}
