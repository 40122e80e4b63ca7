namespace Entente.Web.Mcp;

/// <summary>What a tool says, and what it does not cover: an assistant must not take silence for absence.</summary>
/// <typeparam name="T">What it says.</typeparam>
/// <param name="Answer">The answer.</param>
/// <param name="Covers">What was looked at.</param>
/// <param name="DoesNotCover">What was not, and why.</param>
/// <param name="NextCall">The call that gives the rest where the answer was cut; null when it is whole.</param>
public sealed record ToolReply<T>(T Answer, string Covers, IReadOnlyList<string> DoesNotCover, string? NextCall);
