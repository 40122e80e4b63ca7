using Entente.Storage;
using Entente.Web.Errors;
using ModelContextProtocol;

namespace Entente.Web.Mcp;

/// <summary>Makes faults of a question or of the store say what is wrong; others stay unsaid, since they may tell of the machine.</summary>
internal static class ToolErrors
{
    /// <exception cref="McpException">The question is not understood, or the store cannot be asked.</exception>
    public static T Said<T>(Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (Exception e) when (e is QuestionException or StoreException)
        {
            throw new McpException(e.Message, e);
        }
    }
}
