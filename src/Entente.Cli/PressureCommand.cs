using System.Collections.Immutable;
using System.CommandLine;
using Entente.Briefings;
using Entente.Order.Pressure;
using Entente.Questions;
using Entente.Reading;
using Entente.Storage;

namespace Entente.Cli;

/// <summary><c>entente pressure A B</c>: the weak places of the alignment of two states.</summary>
internal static class PressureCommand
{
    private const int ObservationLimit = 2000;

    public static Command Create()
    {
        var a = DyadArguments.StateArgument("A");
        var b = DyadArguments.StateArgument("B");
        Option<DateOnly?> asOf = DayOption.Create("--as-of", "Use nothing of a later day.");
        var without = new Option<string[]>("--without") { Description = "Take away pressure points by id, and say what that does.", AllowMultipleArgumentsPerToken = true };
        var top = new Option<int>("--top") { Description = "How many to print; 0 for all.", DefaultValueFactory = _ => 12 };
        var json = new Option<bool>("--json") { Description = "All of them as JSON." };
        var store = StorePath.Option();
        var panel = DyadArguments.Panel();
        var command = new Command("pressure", "The weak places of the alignment of two states, strongest first: third states, dependence, old rifts, votes on wars, words against deeds.") { a, b, asOf, without, top, json, store, panel };
        command.SetAction(result =>
        {
            if (DyadArguments.State(result.GetValue(a)!) is not { } first || DyadArguments.State(result.GetValue(b)!) is not { } second) return ExitCodes.Usage;
            if (DyadArguments.Dyad(result.GetValue(a)!, result.GetValue(b)!) is not { } dyad) return ExitCodes.Usage;
            return DyadArguments.With(result.GetValue(panel), directory =>
            {
                ReferencePanel reference = ReferencePanel.Open(directory);
                DateOnly day = result.GetValue(asOf) ?? new DateOnly(reference.Record.LastYear, 12, 31);
                IReadOnlyList<StoredObservation> observations;
                try
                {
                    observations = Stored(result.GetValue(store)!, dyad, result.GetValue(asOf) ?? DayOption.Today);
                }
                catch (Exception e) when (e is StoreException or StoreBusyException)
                {
                    Console.Error.WriteLine(e.Message);
                    return ExitCodes.Store;
                }
                if (PressureAnswer.Input(reference, first, second, day, observations) is not { } input)
                {
                    Console.Error.WriteLine($"The record knows nothing of {dyad} up to {day:yyyy-MM-dd}.");
                    return ExitCodes.Partial;
                }
                ImmutableArray<PressurePoint> points = PressureFinder.Find(input);
                string[] gone = result.GetValue(without) ?? [];
                if (gone.FirstOrDefault(id => !points.Any(p => string.Equals(p.Id, id, StringComparison.Ordinal))) is { } unknown)
                {
                    Console.Error.WriteLine($"No pressure point of the two is called '{unknown}'; there are {string.Join(", ", points.Select(p => p.Id))}.");
                    return ExitCodes.Usage;
                }
                ImmutableArray<PressureEffect> effects = PressureFinder.Without(input, gone);
                if (gone.Length > 0 && effects.IsEmpty) Console.Error.WriteLine("No number can be computed without what is taken away; it only leaves the list.");
                points = [.. points.Where(p => !gone.Contains(p.Id, StringComparer.Ordinal))];
                int limit = result.GetValue(top) is > 0 and int n ? n : int.MaxValue;
                Console.Out.Write(result.GetValue(json) ? PressureText.Json(input, points, gone, effects, day) : PressureText.Render(input, points, effects, day, limit, Order.OrderCommand.ColorAllowed()));
                return ExitCodes.Ok;
            });
        });
        return command;
    }

    private static IReadOnlyList<StoredObservation> Stored(string path, UndirectedDyad dyad, DateOnly day)
    {
        if (!EvidenceStores.MayExist(path)) return [];
        using IMaintainedStore store = EvidenceStores.Open(path, readOnly: true);
        return DyadObservations.Of(store, dyad, day, ObservationLimit);
    }
}
