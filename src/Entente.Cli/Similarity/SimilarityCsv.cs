using System.Buffers;
using System.Globalization;
using System.Text;
using Entente.Measures.Similarity;

namespace Entente.Cli.Similarity;

/// <summary>Writes years of dyads as CSV; as many years at once as there are threads, in order.</summary>
internal static class SimilarityCsv
{
    public static int Write(Stream to, IEnumerable<SimilarityYear> years, SimilarityMeasure? measure, int threads)
    {
        string header = measure is null
            ? "ccode1,ccode2,year,n," + string.Join(',', MeasureNames.All.Keys.Select(k => k.Replace('-', '_'))) + ",n_contested\n"
            : "ccode1,ccode2,year,value,n\n";
        to.Write(Encoding.UTF8.GetBytes(header));
        long rows = 0;
        long[] none = new long[Enum.GetValues<NoSimilarity>().Length];
        foreach (SimilarityYear[] batch in years.Chunk(Math.Max(1, threads)))
        {
            var texts = new ArrayBufferWriter<byte>[batch.Length];
            Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i => texts[i] = Format(batch[i].Compute(), measure, ref rows, none));
            foreach (ArrayBufferWriter<byte> text in texts) to.Write(text.WrittenSpan);
        }
        for (int reason = 1; reason < none.Length; reason++)
            if (none[reason] > 0) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{none[reason]} values are empty: {MeasureNames.Reason((NoSimilarity)reason)}."));
        if (rows == 0) Console.Error.WriteLine("No dyad was found.");
        return rows == 0 ? ExitCodes.Partial : ExitCodes.Ok;
    }

    private static ArrayBufferWriter<byte> Format(DyadSimilarity[] dyads, SimilarityMeasure? measure, ref long rows, long[] none)
    {
        var text = new ArrayBufferWriter<byte>(Math.Max(64, dyads.Length * (measure is null ? 200 : 40)));
        Span<long> lacking = stackalloc long[none.Length];
        foreach (DyadSimilarity d in dyads)
        {
            Put(text, d.Ccode1, ',');
            Put(text, d.Ccode2, ',');
            Put(text, d.Year, ',');
            if (measure is { } one)
            {
                Put(text, d.Scores, one, ',', lacking);
                Put(text, one == SimilarityMeasure.Agreement ? d.Contested : d.Targets, '\n');
                continue;
            }
            Put(text, d.Targets, ',');
            foreach (SimilarityMeasure m in MeasureNames.All.Values) Put(text, d.Scores, m, ',', lacking);
            Put(text, d.Contested, '\n');
        }
        Interlocked.Add(ref rows, dyads.Length);
        for (int i = 0; i < none.Length; i++) Interlocked.Add(ref none[i], lacking[i]);
        return text;
    }

    private static void Put(ArrayBufferWriter<byte> text, in SimilarityScores scores, SimilarityMeasure measure, char end, Span<long> lacking)
    {
        if (scores[measure] is { } value) Put(text, value, end);
        else
        {
            lacking[(int)scores.Reason(measure)]++;
            text.GetSpan(1)[0] = (byte)end;
            text.Advance(1);
        }
    }

    private static void Put<T>(ArrayBufferWriter<byte> text, T value, char end)
        where T : IUtf8SpanFormattable
    {
        Span<byte> span = text.GetSpan(40);
        value.TryFormat(span, out int written, default, CultureInfo.InvariantCulture);
        span[written] = (byte)end;
        text.Advance(written + 1);
    }
}
