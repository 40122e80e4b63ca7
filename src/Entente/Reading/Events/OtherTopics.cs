using System.Collections.Frozen;
using Entente.Language;

namespace Entente.Reading.Events;

/// <summary>Words of sport and entertainment, where nations beat and meet each other without a state's doing.</summary>
internal static class OtherTopics
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ("football soccer rugby cricket tennis hockey basketball baseball volleyball golf boxing boxer chess championship championships tournament league olympic olympics paralympic paralympics "
        + "medal medalist goalkeeper midfielder striker batsman wicket innings semifinal semi-final quarterfinal quarter-final playoff fifa uefa icc nba nfl mlb nhl athlete athletics marathon swimmer "
        + "cyclist skater skier grand-slam wimbledon qualifier stadium coach homer film movie album singer actor actress eurovision box-office novelist rapper concert horse-racing racehorse").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a sentence speaks of them and of no leader, government or force.</summary>
    public static bool Has(ParsedSentence sentence, IReadOnlyList<ActorMention> actors)
    {
        foreach (ActorMention actor in actors)
            if (actor.State is not null && actor.Sector is Sector.Gov or Sector.Mil) return false;
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            string word = sentence.Tokens[i].Text;
            if (word.Length > 2 && (Words.Contains(word.ToLowerInvariant()) || Words.Contains(sentence.Tokens[i].Lemma))) return true;
            if (word is "Cup" or "Prix" or "Games" && i > 0) return true;
        }
        return false;
    }
}
