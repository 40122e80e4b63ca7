using CsCheck;
using Entente.Documents;
using Entente.Storage;
using Entente.Text;

namespace Entente.Fleet.Tests;

public sealed class DocumentPacketTests
{
    private static readonly Document s_document = new()
    {
        Id = "00ff",
        Origin = new DocumentOrigin("a", null, "text/plain", "utf-8 (valid)"),
        Body = SourceText.FromString("Café talks."),
        Published = new PublicationDate(new DateOnly(2020, 1, 1), DateBasis.Given),
        Url = "https://x.example",
        Repairs = [new TextRepair(new TextSpan(0, 4), new ByteSpan(0, 5), "CafÃ©", "Café", "utf-8 read as windows-1252", true)],
    };

    [Fact]
    public void Unpack_WhatWasPacked_IsTheSame()
    {
        Document found = Assert.Single(DocumentPacket.Unpack(DocumentPacket.Pack([s_document])));
        Assert.Equal((s_document.Id, s_document.Origin, s_document.Published, s_document.Url, s_document.Body.Text), (found.Id, found.Origin, found.Published, found.Url, found.Body.Text));
        Assert.Equal(s_document.Repairs.AsEnumerable(), found.Repairs.AsEnumerable());
        Assert.Equal(DocumentPacket.Pack([s_document]), DocumentPacket.Pack([found]));
    }

    [Fact]
    public void Unpack_MutatedPacket_OnlySaysThatItIsNone()
    {
        byte[] packet = DocumentPacket.Pack([s_document, s_document with { Title = "T" }]);
        Gen.Select(Gen.Int[0, packet.Length - 1], Gen.Byte).Array[1, 6].Sample(changes =>
        {
            byte[] changed = [.. packet];
            foreach ((int at, byte value) in changes) changed[at] = value;
            OnlyRefuses(changed);
        }, iter: 2000);
    }

    [Fact]
    public void Unpack_AnyBytes_OnlySaysThatTheyAreNone() => Gen.Byte.Array[0, 300].Sample(rest => OnlyRefuses([1, .. rest]), iter: 2000);

    private static void OnlyRefuses(byte[] packet)
    {
        try
        {
            DocumentPacket.Unpack(packet);
        }
        catch (InvalidDataException)
        {
        }
    }
}
