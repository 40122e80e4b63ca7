using System.IO.Compression;
using System.Text;
using BenchmarkDotNet.Attributes;
using Entente.Documents;

namespace Entente.Benchmarks;

/// <summary>From bytes to documents: one text, sound and damaged; a packed file of records; a page.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private const string Sentence = "The ministers of Norway and Chile met in Oslo on Monday — “briefly”, said an official — and signed a treaty on fisheries. ";
    private static readonly DocumentReaderOptions s_options = new();
    private byte[] _sound = [], _damaged = [], _records = [], _page = [];

    [GlobalSetup]
    public void Setup()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string text = string.Concat(Enumerable.Repeat(Sentence, 40));
        _sound = Encoding.UTF8.GetBytes(text);
        _damaged = Encoding.UTF8.GetBytes(Encoding.GetEncoding(1252).GetString(_sound));
        _page = Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>A treaty</title></head><body><nav>Home</nav><article><h1>A treaty</h1>{string.Concat(Enumerable.Repeat($"<p>{Sentence}</p>", 40))}</article></body></html>");
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            for (int i = 0; i < 1000; i++) gzip.Write(Encoding.UTF8.GetBytes($"{{\"date\":\"2020-01-02\",\"text\":\"{i}. {Sentence}\"}}\n"));
        _records = packed.ToArray();
    }

    [Benchmark(Baseline = true)]
    public int SoundText() => Read("a.txt", _sound);

    [Benchmark]
    public int DamagedText() => Read("a.txt", _damaged);

    [Benchmark]
    public int ThousandRecords() => Read("a.jsonl.gz", _records);

    [Benchmark]
    public int Page() => Read("a.html", _page);

    private static int Read(string name, byte[] bytes) => DocumentReader.Read(RawInput.FromBytes(name, bytes), s_options).Sum(r => r.Document?.Body.Text.Length ?? 0);
}
