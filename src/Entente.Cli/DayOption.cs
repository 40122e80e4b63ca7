using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Entente.Cli;

/// <summary>An option that is a day, written as 2022-09-20 in every culture.</summary>
internal static class DayOption
{
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    /// <param name="name">With its dashes.</param>
    /// <param name="description">What it means.</param>
    public static Option<DateOnly?> Create(string name, string description)
    {
        return new Option<DateOnly?>(name) { Description = description, HelpName = "yyyy-MM-dd", CustomParser = Parse };

        DateOnly? Parse(ArgumentResult argument)
        {
            string text = argument.Tokens[0].Value;
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                argument.AddError($"'{text}' is no day: write it as 2022-09-20.");
            else if (day > Today)
                argument.AddError($"{name} {text} has not come yet: give a day up to {Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.");
            else
                return day;
            return null;
        }
    }
}
