using CsCheck;
using Entente.Text;

namespace Entente.Tests;

public class OffsetMapTests
{
    [Fact]
    public void FromString_AnyText_MapsEverySpanToItsUtf8Bytes()
    {
        Gen.String.Sample(text =>
        {
            SourceText source = SourceText.FromString(text);
            ByteSpan all = source.BytesOf(new TextSpan(0, text.Length));
            Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(text), all.Length);
        });
    }

    [Fact]
    public void Then_ComposedMap_ReachesTheInnermostSide()
    {
        var outer = new OffsetMap.Builder();
        outer.Copy(3, 0);
        outer.Replace(1, 3, 2);
        outer.Copy(2, 5);
        var inner = new OffsetMap.Builder();
        inner.Copy(4, 10);
        inner.Replace(1, 14, 3);
        inner.Copy(2, 17);
        OffsetMap map = outer.ToMap().Then(inner.ToMap());
        Assert.Equal((10, 3), map.Map(0, 3));
        Assert.Equal((13, 4), map.Map(3, 1));
        Assert.Equal((17, 2), map.Map(4, 2));
    }
}
