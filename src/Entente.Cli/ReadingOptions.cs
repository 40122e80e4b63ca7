using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Documents;
using Entente.Language;
using Entente.Reading;

namespace Entente.Cli;

/// <summary>Options and construction shared by the verbs that read texts.</summary>
internal sealed class ReadingOptions
{
    public Argument<string[]> Paths { get; } = new("path") { Description = "Files, folders, globs, or - for standard input.", Arity = ArgumentArity.OneOrMore };

    public Option<DateOnly?> Date { get; } = new("--date") { Description = "Day of publication of every document, as 2022-09-20.", CustomParser = ParseDay };

    public Option<int> Jobs { get; } = new("--jobs") { Description = "Documents read at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };

    public Option<string?> TextField { get; } = new("--text-field") { Description = "Field of a record that holds the text." };

    public Option<string?> DateField { get; } = new("--date-field") { Description = "Field of a record that holds the date." };

    public void AddTo(Command command)
    {
        command.Add(Paths);
        command.Add(Date);
        command.Add(Jobs);
        command.Add(TextField);
        command.Add(DateField);
        Jobs.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() < 1) r.AddError("--jobs is 1 or more.");
        });
    }

    public EntentePipeline Pipeline(ParseResult result)
    {
        var options = new DocumentReaderOptions
        {
            GivenDate = result.GetValue(Date),
            Today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
        };
        if (result.GetValue(TextField) is { } text) options = options with { TextFields = [text, .. options.TextFields] };
        if (result.GetValue(DateField) is { } date) options = options with { DateFields = [date, .. options.DateFields] };
        return new EntentePipeline(options, Coder());
    }

    public static DocumentCoder Coder() => new(Parser(), ObservationReaders.All);

    public static ISentenceParser Parser() => LanguageModels.English;

    private static DateOnly? ParseDay(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        argument.AddError($"'{text}' is no day: write it as 2022-09-20.");
        return null;
    }
}
