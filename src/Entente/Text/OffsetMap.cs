using System.Collections.Immutable;

namespace Entente.Text;

/// <summary>
/// Maps positions of an outer text back to the inner text or bytes it was made from, after Lucene's
/// <c>CharFilter.CorrectOffset</c>. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Segments tile the outer side in order. A <em>linear</em> segment has equal lengths and maps position by position;
/// any other maps every position in it to the whole inner stretch, so that a span never claims less than it came from.
/// </remarks>
public sealed class OffsetMap
{
    private readonly ImmutableArray<Segment> _segments;

    private OffsetMap(ImmutableArray<Segment> segments) => _segments = segments;

    /// <summary>One stretch of the outer side and the inner stretch it was made from.</summary>
    /// <param name="OuterStart">First outer position.</param>
    /// <param name="OuterLength">Outer length; 0 where inner material was dropped.</param>
    /// <param name="InnerStart">First inner position.</param>
    /// <param name="InnerLength">Inner length; 0 where outer material was inserted.</param>
    /// <param name="Linear">Position by position (lengths are equal).</param>
    public readonly record struct Segment(int OuterStart, int OuterLength, long InnerStart, long InnerLength, bool Linear)
    {
        /// <summary>One past the last outer position.</summary>
        public int OuterEnd => OuterStart + OuterLength;

        /// <summary>One past the last inner position.</summary>
        public long InnerEnd => InnerStart + InnerLength;
    }

    /// <summary>The segments, in outer order.</summary>
    public ImmutableArray<Segment> Segments => _segments;

    /// <summary>Length of the outer side.</summary>
    public int OuterLength => _segments.IsEmpty ? 0 : _segments[^1].OuterEnd;

    /// <summary>The map that changes nothing.</summary>
    public static OffsetMap Identity(int length) => new([new Segment(0, length, 0, length, true)]);

    /// <summary>The inner stretch that an outer span was made from.</summary>
    /// <param name="start">First outer position.</param>
    /// <param name="length">Outer length.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span leaves the outer text.</exception>
    public (long Start, long Length) Map(int start, int length)
    {
        if (start < 0 || length < 0 || start + length > OuterLength)
            throw new ArgumentOutOfRangeException(nameof(start), $"[{start},{start + length}) leaves the text of {OuterLength}.");
        if (_segments.IsEmpty) return (0, 0);
        Segment first = _segments[Find(start)];
        long innerStart = first.Linear ? first.InnerStart + (start - first.OuterStart) : first.InnerStart;
        if (length == 0) return (innerStart, 0);
        Segment last = _segments[Find(start + length - 1)];
        long innerEnd = last.Linear ? last.InnerStart + (start + length - last.OuterStart) : last.InnerEnd;
        return (innerStart, Math.Max(0, innerEnd - innerStart));
    }

    /// <summary>The map from this map's outer side through to the inner side of <paramref name="inner"/>.</summary>
    /// <param name="inner">A map whose outer side is this map's inner side.</param>
    public OffsetMap Then(OffsetMap inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        var builder = new Builder();
        foreach (Segment s in _segments)
        {
            if (!s.Linear)
            {
                (long start, long length) = inner.Map(checked((int)s.InnerStart), checked((int)s.InnerLength));
                builder.Replace(s.OuterLength, start, length);
                continue;
            }
            int at = (int)s.InnerStart, end = (int)s.InnerEnd;
            for (int i = inner.Find(at); at < end && i < inner._segments.Length; i++)
            {
                Segment t = inner._segments[i];
                int stop = Math.Min(end, t.OuterEnd);
                if (stop <= at) continue;
                if (t.Linear) builder.Copy(stop - at, t.InnerStart + (at - t.OuterStart));
                else builder.Replace(stop - at, t.InnerStart, t.InnerLength);
                at = stop;
            }
        }
        return builder.ToMap();
    }

    private int Find(int outer)
    {
        int low = 0, high = _segments.Length - 1;
        while (low < high)
        {
            int mid = (low + high) >>> 1;
            if (_segments[mid].OuterEnd <= outer) low = mid + 1;
            else high = mid;
        }
        return low;
    }

    /// <summary>Collects segments in outer order. Not thread-safe.</summary>
    public sealed class Builder
    {
        private readonly ImmutableArray<Segment>.Builder _segments = ImmutableArray.CreateBuilder<Segment>();
        private int _outer;

        /// <summary>Outer length so far.</summary>
        public int OuterLength => _outer;

        /// <summary>Adds a stretch that stands unchanged in the inner side, one position for one.</summary>
        public void Copy(int length, long innerStart)
        {
            if (length == 0) return;
            if (_segments.Count > 0 && _segments[^1] is { Linear: true } last && last.InnerEnd == innerStart)
                _segments[^1] = last with { OuterLength = last.OuterLength + length, InnerLength = last.InnerLength + length };
            else
                _segments.Add(new Segment(_outer, length, innerStart, length, true));
            _outer += length;
        }

        /// <summary>Adds a stretch that was made from another stretch as a whole.</summary>
        public void Replace(int outerLength, long innerStart, long innerLength)
        {
            if (outerLength == 0) return;
            _segments.Add(new Segment(_outer, outerLength, innerStart, innerLength, false));
            _outer += outerLength;
        }

        /// <summary>The finished map.</summary>
        public OffsetMap ToMap() => new(_segments.ToImmutable());
    }
}
