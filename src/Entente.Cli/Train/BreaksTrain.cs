using System.CommandLine;
using System.Text.Json;
using Entente.Measures;
using Entente.Measures.Breaks;
using Entente.Record;
using Entente.Storage;
using Entente.Training.Breaks;

namespace Entente.Cli.Train;

/// <summary><c>entente train breaks [--out FILE]</c>: learns the finder of turns and prints the figures of cross-validation as one JSON object.</summary>
internal static class BreaksTrain
{
    /// <summary>One in so many dyads without conflict is learned from.</summary>
    private const int NeverShare = 24;

    public static Command Create()
    {
        var panel = DyadArguments.Panel();
        var output = new Option<FileInfo?>("--out") { Description = "Where the model goes; without it only figures are printed." };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 10, Description = "Parts of the cross-validation, by dyad." };
        var turn = new Option<double>("--turn-weight") { DefaultValueFactory = _ => new BreakTrainerOptions().TurnWeight, Description = "How much a listed turn counts." };
        var unlisted = new Option<double>("--unlisted-weight") { DefaultValueFactory = _ => new BreakTrainerOptions().UnlistedWeight, Description = "How much a year without one counts in a listed dyad." };
        var quiet = new Option<double>("--quiet-weight") { DefaultValueFactory = _ => new BreakTrainerOptions().QuietWeight, Description = "How much a year counts in a dyad listed as quiet." };
        var ridge = new Option<double>("--ridge") { DefaultValueFactory = _ => new BreakTrainerOptions().Ridge, Description = "Pull of the weights to 0." };
        var panelToo = new Option<bool>("--write-breaks") { Description = "Also write the panel's turns anew by what was learned." };
        var peaks = new Option<FileInfo?>("--peaks") { Description = "Write every year that stood out, with its log-odds by a model that had not seen the dyad." };
        var missed = new Option<bool>("--missed") { Description = "Say what was not found, on standard error." };
        var command = new Command("breaks", "Learn the finder of rifts and rapprochements from dated turns.") { panel, output, folds, turn, unlisted, quiet, ridge, panelToo, peaks, missed };
        command.SetAction(parse => DyadArguments.With(parse.GetValue(panel), directory =>
        {
            (List<(TurnList, BreakEvidence)> listed, List<BreakEvidence> never) = Evidence(directory);
            var options = new BreakTrainerOptions(Math.Max(2, parse.GetValue(folds)), parse.GetValue(turn), parse.GetValue(unlisted), parse.GetValue(quiet), parse.GetValue(ridge));
            BreakTraining trained = BreakTrainer.Train(listed, never, options, Console.Error.WriteLine);
            if (parse.GetValue(output) is { } file) File.WriteAllText(file.FullName, BreakModel.Write(trained.Model));
            if (parse.GetValue(panelToo)) AlignmentWriter.WriteBreaks(directory, BreakModel.Read(BreakModel.Write(trained.Model)), Environment.ProcessorCount);
            if (parse.GetValue(peaks) is { } list) File.WriteAllLines(list.FullName, ["set,dyad,years,direction,year,log_odds", .. trained.Peaks]);
            if (parse.GetValue(missed))
                foreach (string line in trained.Missed) Console.Error.WriteLine("missed " + line);
            Console.Out.WriteLine(JsonSerializer.Serialize(trained.Scores.ToDictionary(s => s.Key, s => new
            {
                dyads = s.Value.Dyads,
                years = s.Value.Years,
                turns = s.Value.Turns,
                found = s.Value.Found,
                recall = Math.Round(s.Value.Recall, 3),
                asserted = s.Value.Asserted,
                asserted_that_are_listed = s.Value.Listed,
                asserted_per_dyad_in_50_years = Math.Round(s.Value.AssertedPer50Years, 3),
            }, StringComparer.Ordinal)));
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static (List<(TurnList, BreakEvidence)> Listed, List<BreakEvidence> Never) Evidence(string directory)
    {
        PanelRecordStore store = PanelRecordStore.Open(directory);
        AlignmentModel model = AlignmentStore.OpenModel(directory);
        var states = store.ReadStates();
        var proximities = store.ReadProximities();
        var episodes = store.ReadEpisodes();
        var lists = TurnList.All.ToDictionary(l => l.Dyad);
        var listed = new List<(TurnList, BreakEvidence)>();
        var never = new List<BreakEvidence>();
        int quiet = 0;
        foreach ((UndirectedDyad dyad, float[] values) in AlignmentWriter.Collect(store, model.FirstYear, model.LastYear))
        {
            TurnList? list = lists.GetValueOrDefault(dyad);
            IReadOnlyList<Episode> its = episodes.GetValueOrDefault(dyad) ?? [];
            bool conflict = its.Any(e => e.Kind is EpisodeKind.Dispute or EpisodeKind.Rivalry or EpisodeKind.ArmedConflict);
            if (list is null && (conflict || quiet++ % NeverShare != 0)) continue;
            if (AlignmentModel.Standardise(values, model.FirstYear, model.Standards) is not { } series) continue;
            var evidence = new BreakEvidence(dyad, its, BreakSeries.Of(model, series), DyadContext.Of(dyad, states, proximities), model.LastYear);
            if (list is null) never.Add(evidence);
            else listed.Add((list, evidence));
        }
        return ([.. listed.OrderBy(l => lists.Keys.ToList().IndexOf(l.Item1.Dyad))], never);
    }
}
