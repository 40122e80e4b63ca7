namespace Entente.Alerts.Tests;

public sealed class OutboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-alerts");

    private string File => Path.Combine(_folder.FullName, "outbox.jsonl");

    [Fact]
    public void Add_TheSameAlertAgain_IsNotTwice()
    {
        using (Outbox first = Outbox.Open(File)) Assert.Equal(2, first.Add([Given.Alert(1), Given.Alert(2), Given.Alert(1)], _ => ["a"]));
        using Outbox again = Outbox.Open(File);
        Assert.Equal(0, again.Add([Given.Alert(1), Given.Alert(2)], _ => ["a"]));
        Assert.Equal(2, again.Waiting.Count);
    }

    [Fact]
    public void Delivered_AfterOpeningAgain_IsNotWaiting()
    {
        using (Outbox first = Outbox.Open(File))
        {
            first.Add([Given.Alert(1)], _ => ["a", "b"]);
            first.Delivered(first.Waiting.Single(p => p.Target == "a"), Given.Noon);
        }
        using Outbox again = Outbox.Open(File);
        Assert.Equal("b", Assert.Single(again.Waiting).Target);
    }

    [Fact]
    public void Failed_WaitsTwiceAsLongEachTimeAndEndsAtLast()
    {
        using Outbox outbox = Outbox.Open(File);
        outbox.Add([Given.Alert(1)], _ => ["a"]);
        outbox.Failed(outbox.Waiting.Single(), "no", Given.Noon);
        Assert.Equal(Given.Noon.AddSeconds(30), outbox.Waiting.Single().NotBefore);
        outbox.Failed(outbox.Waiting.Single(), "no", Given.Noon);
        Assert.Equal(Given.Noon.AddSeconds(60), outbox.Waiting.Single().NotBefore);
        for (int i = 2; i < Outbox.MostAttempts; i++) outbox.Failed(outbox.Waiting.Single(), "no", Given.Noon);
        Assert.Empty(outbox.Waiting);
    }

    /// <summary>A kill may cut the file anywhere: nothing that was whole is lost, and nothing is doubled.</summary>
    [Fact]
    public void Open_FileCutAnywhere_KeepsEveryWholeLine()
    {
        using (Outbox outbox = Outbox.Open(File))
            for (int i = 0; i < 5; i++) outbox.Add([Given.Alert(i)], _ => ["a"]);
        byte[] whole = System.IO.File.ReadAllBytes(File);
        for (int cut = 0; cut <= whole.Length; cut += 7)
        {
            System.IO.File.WriteAllBytes(File, whole[..cut]);
            using Outbox outbox = Outbox.Open(File);
            Assert.Equal(whole[..cut].Count(b => b == '\n'), outbox.Waiting.Count);
            outbox.Add(Enumerable.Range(0, 5).Select(Given.Alert), _ => ["a"]);
            Assert.Equal(5, outbox.Waiting.Count);
        }
    }

    [Fact]
    public void Open_ByASecondProcess_IsRefused()
    {
        using Outbox outbox = Outbox.Open(File);
        Assert.Throws<IOException>(() => Outbox.Open(File));
    }

    [Fact]
    public void Open_OfAnotherFile_IsRefusedAndLeftAsItIs()
    {
        System.IO.File.WriteAllText(File, "not an outbox\n");
        Assert.Throws<InvalidDataException>(() => Outbox.Open(File));
        Assert.Equal("not an outbox\n", System.IO.File.ReadAllText(File));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
