namespace Entente.Reading.Events;

/// <summary>A state that takes part in an event, and the word by which it does.</summary>
/// <param name="Actor">The mention; its state is known.</param>
/// <param name="Token">Index of the mention's head.</param>
internal readonly record struct Party(ActorMention Actor, int Token)
{
    public StateId State => Actor.State!.Value;
}
