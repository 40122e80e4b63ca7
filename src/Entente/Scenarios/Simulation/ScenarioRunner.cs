using System.Collections.Immutable;
using Entente.Order;
using Entente.Scenarios.Dynamics;
using Entente.Scenarios.Shocks;

namespace Entente.Scenarios.Simulation;

/// <summary>Runs a scenario: many draws of the whole system with and without the shocks, under the same surprises.</summary>
public static class ScenarioRunner
{
    /// <summary>Streams that share out the draws: a number of its own, so that sums are the same on any number of threads.</summary>
    private const int Streams = 16;

    private const int MostDragged = 12;

    /// <summary>Runs it.</summary>
    /// <param name="system">The system of states.</param>
    /// <param name="origin">The system at the origin.</param>
    /// <param name="model">The dynamics as learned up to the origin.</param>
    /// <param name="innovations">Surprises as learned up to the origin.</param>
    /// <param name="plan">The shocks.</param>
    /// <param name="dyad">The dyad asked for.</param>
    /// <param name="options">Draws, seed, threads.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ShockException">The dyad has no alignment at the origin.</exception>
    public static ScenarioResult Run(StateSystem system, SystemState origin, DynamicsModel model, Innovations innovations, ShockPlan plan, UndirectedDyad dyad, ScenarioOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(innovations);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        (int one, int other) = Positions(system, origin, plan, dyad);
        var setup = new SimulationSetup(origin, model, innovations, plan, one, other, options);
        var record = new DrawRecord(options.Draws, plan.Years, plan.Relations.Any(r => (r.One == Math.Min(one, other)) && (r.Other == Math.Max(one, other))));
        int kept = options.Full ? Math.Min(options.BlocDraws, options.Draws) : 0, dyads = StateSystem.Dyads(origin.Size);
        StateId[] states = [.. origin.Members.Select(m => system.States[m])];
        var start = new float[dyads];
        for (int i = 0, p = 0; i < origin.Size; i++)
            for (int j = i + 1; j < origin.Size; j++, p++) start[p] = origin.Known[(i * origin.Size) + j] ? 50 + (50 * origin.Alignment[(i * origin.Size) + j]) : float.NaN;
        BlocWatch? watch = kept > 0 ? new BlocWatch(states, start) : null;
        int[][] without = new int[kept][], with = new int[kept][];
        float[][] gaps = new float[kept][];
        var streams = new WorldStream[Streams];
        Parallel.For(0, Streams, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellation }, s =>
        {
            WorldStream stream = streams[s] = new WorldStream(setup);
            float[] baseline = kept > 0 ? new float[dyads] : [], scenario = kept > 0 ? new float[dyads] : [];
            for (int draw = s; draw < options.Draws; draw += Streams)
            {
                cancellation.ThrowIfCancellationRequested();
                stream.Run(draw, record);
                if (draw >= kept) continue;
                stream.Scores(false, baseline);
                stream.Scores(true, scenario);
                (without[draw], with[draw]) = watch!.FollowBoth(baseline, scenario);
                gaps[draw] = [.. scenario.Zip(baseline, (x, y) => x - y)];
            }
        });
        (SystemState meanBase, SystemState meanScenario) = MeanPath.Run(origin, plan, model.Mean.AsSpan());
        int target = (one * origin.Size) + other;
        double onMeanPath = 50 * (meanScenario.Alignment[target] - meanBase.Alignment[target]);
        return new ScenarioResult
        {
            Dyad = dyad,
            OriginYear = plan.OriginYear,
            Origin = 50 + (50 * origin.Alignment[target]),
            Shocks = [.. plan.Shocks],
            Options = options,
            Baseline = Fan(record, record.Baseline, plan.OriginYear),
            Scenario = Fan(record, record.Scenario, plan.OriginYear),
            Difference = [.. Enumerable.Range(1, plan.Years).Select(year => (plan.OriginYear + year, EffectOf([.. Enumerable.Range(0, options.Draws)
                .Select(d => 50 * (record.Scenario[(d * plan.Years) + year - 1] - record.Baseline[(d * plan.Years) + year - 1]))])))],
            Closer = Enumerable.Range(0, options.Draws).Average(d => (record.Scenario[(d * plan.Years) + plan.Years - 1] - record.Baseline[(d * plan.Years) + plan.Years - 1]) switch { > 0 => 1.0, < 0 => 0.0, _ => 0.5 }),
            Parts = Parts(record, plan.Years),
            Dragged = Dragged(setup, origin, system, plan, streams, meanBase, gaps, options.Draws),
            MeanPathDifference = onMeanPath,
            Sensitivity = options.Full ? Sensitivity.Of(origin, plan, model, target, options.Threads) : [],
            BlocChanges = watch is null ? [] : [.. watch.Changes(without, with)],
            Blocs = watch is null ? [] : [.. watch.Reference.Select((b, i) => (b, i)).GroupBy(x => x.b).OrderBy(g => g.Key).Select(g => g.Select(x => states[x.i]).ToImmutableArray())],
        };
    }

    private static (int One, int Other) Positions(StateSystem system, SystemState origin, ShockPlan plan, UndirectedDyad dyad)
    {
        int one = Array.IndexOf(origin.Members, system.IndexOf(dyad.First)), other = Array.IndexOf(origin.Members, system.IndexOf(dyad.Second));
        if (one < 0 || other < 0 || !origin.Known[(one * origin.Size) + other])
            throw new ShockException(FormattableString.Invariant($"The record gives no alignment of {dyad} in {plan.OriginYear}, so that there is nothing to go on from. Choose two states that both exist then, or another --as-of."));
        return (one, other);
    }

    private static ImmutableArray<FanYear> Fan(DrawRecord record, float[] values, int originYear) => [.. Enumerable.Range(1, record.Years).Select(year =>
    {
        float[] of = [.. Enumerable.Range(0, record.Draws).Select(d => 50 + (50 * values[(d * record.Years) + year - 1]))];
        Array.Sort(of);
        return new FanYear(originYear + year, of.Average(x => (double)x), Quantile(of, 0.05), Quantile(of, 0.25), Quantile(of, 0.5), Quantile(of, 0.75), Quantile(of, 0.95));
    })];

    private static ImmutableArray<EffectPart> Parts(DrawRecord record, int year) =>
    [
        .. Enumerable.Range(0, DrawRecord.PartCount).Select(k => new EffectPart(k == DrawRecord.Direct ? null : (Mechanism)k,
            EffectOf([.. Enumerable.Range(0, record.Draws).Select(d => 50 * record.Parts(d, year)[k])]))),
    ];

    private static ImmutableArray<DraggedDyad> Dragged(SimulationSetup setup, SystemState origin, StateSystem system, ShockPlan plan, WorldStream[] streams, SystemState baseline, float[][] gaps, int draws)
    {
        var forced = plan.Relations.Select(r => setup.Layout.At(r.One, r.Other)).ToHashSet();
        var all = new List<(int I, int J, double Mean)>();
        for (int i = 0; i < origin.Size; i++)
            for (int j = i + 1; j < origin.Size; j++)
            {
                int c = setup.Layout.At(i, j);
                if (setup.Layout.Mask[c] == 0 || forced.Contains(c) || c == setup.Target) continue;
                all.Add((i, j, 50 * streams.Sum(s => (double)s.Sum[c]) / draws));
            }
        return
        [
            .. all.Where(d => Math.Abs(d.Mean) > 0.005).OrderByDescending(d => Math.Abs(d.Mean)).ThenBy(d => d.I).ThenBy(d => d.J).Take(MostDragged).Select(d =>
            {
                int p = (d.I * ((2 * origin.Size) - d.I - 1) / 2) + d.J - d.I - 1, c = setup.Layout.At(d.I, d.J);
                float[] of = [.. gaps.Select(g => g[p])];
                Array.Sort(of);
                double deviation = 50 * Math.Sqrt(Math.Max(0, (streams.Sum(s => (double)s.Squares[c]) / draws) - (d.Mean * d.Mean / 2500)));
                return new DraggedDyad(new UndirectedDyad(system.States[origin.Members[d.I]], system.States[origin.Members[d.J]]), 50 + (50 * baseline.Alignment[(d.I * origin.Size) + d.J]),
                    of.Length > 20 ? new Effect(d.Mean, Quantile(of, 0.05), Quantile(of, 0.95)) : new Effect(d.Mean, d.Mean - (1.645 * deviation), d.Mean + (1.645 * deviation)));
            }),
        ];
    }

    private static Effect EffectOf(float[] values)
    {
        Array.Sort(values);
        return new Effect(values.Average(x => (double)x), Quantile(values, 0.05), Quantile(values, 0.95));
    }

    private static double Quantile(float[] rising, double probability) => Forecasts.Ensemble.Quantile(rising, probability);
}
