namespace Entente.Record;

/// <summary>How a state voted. Absence and non-membership are no vote and no value of this type.</summary>
public enum VoteChoice : byte
{
    /// <summary>In favour; 1 on the scale of Voeten's data.</summary>
    Yes = 1,

    /// <summary>Abstained; 2.</summary>
    Abstain = 2,

    /// <summary>Against; 3.</summary>
    No = 3,
}

/// <summary>A vote of one state.</summary>
/// <param name="Ccode">Correlates of War number under which the vote was cast.</param>
/// <param name="Choice">The vote.</param>
public readonly record struct CastVote(int Ccode, VoteChoice Choice);

/// <summary>A roll call of the United Nations General Assembly with the votes recorded.</summary>
/// <param name="Id">The publisher's number: <c>rcid</c> or <c>resid</c>, which differ.</param>
/// <param name="Session">Regular session, from 1 in 1946; special sessions are counted with the regular one of their time.</param>
/// <param name="Date">Day of the vote.</param>
/// <param name="Votes">Votes cast, one a state at most.</param>
public sealed record RollCall(int Id, int Session, DateOnly Date, IReadOnlyList<CastVote> Votes)
{
    /// <summary>Codes of the issues it is tagged with (me, nu, di, hr, co, ec); empty when none, or when tags are not known.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Whether the US State Department called the vote important; null where that is not coded.</summary>
    public bool? IsImportant { get; init; }

    /// <summary>Title and description, for matching repeated resolutions; empty when not known.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether all who voted voted alike; such a vote tells nobody apart.</summary>
    public bool IsUnanimous
    {
        get
        {
            for (int i = 1; i < Votes.Count; i++)
                if (Votes[i].Choice != Votes[0].Choice) return false;
            return true;
        }
    }
}
