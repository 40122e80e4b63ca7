using Entente.Language.Parsing;

namespace Entente.Tests.Language.Parsing;

public class LanguageModelFileTests
{
    private static readonly byte[] Written = LanguageModelFile.Write([("words", LanguageModelFile.Bytes(["a", "b"])), ("numbers", LanguageModelFile.Bytes([1.5f, -2f])), ("short", LanguageModelFile.HalfBytes([0.5f]))]);

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        LanguageModelFile file = LanguageModelFile.Read(Written);
        Assert.Equal(["a", "b"], file.Lines("words"));
        Assert.Equal([1.5f, -2f], file.Singles("numbers", 2));
        Assert.Equal([(Half)0.5f], file.Halves("short", 1));
    }

    [Fact]
    public void Read_CutShortAnywhere_SaysSo()
    {
        for (int length = 0; length < Written.Length; length++)
            Assert.Throws<LanguageModelException>(() => LanguageModelFile.Read(Written.AsMemory(0, length)));
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefused()
    {
        for (int at = 0; at < Written.Length; at++)
        {
            byte[] damaged = [.. Written];
            damaged[at] ^= 0x40;
            Assert.Throws<LanguageModelException>(() => LanguageModelFile.Read(damaged));
        }
    }

    [Fact]
    public void Read_NewerFormat_SaysToUpdate()
    {
        byte[] newer = [.. Written];
        newer[8] = LanguageModelFile.FormatVersion + 1;
        Assert.Contains("Update Entente", Assert.Throws<LanguageModelException>(() => LanguageModelFile.Read(newer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Singles_OfAnotherSize_NamesTheSection() =>
        Assert.Contains("'numbers'", Assert.Throws<LanguageModelException>(() => LanguageModelFile.Read(Written).Singles("numbers", 3)).Message, StringComparison.Ordinal);
}
