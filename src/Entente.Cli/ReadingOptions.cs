using System.CommandLine;
using Entente.Documents;
using Entente.Intake;
using Entente.Language;
using Entente.Reading;

namespace Entente.Cli;

/// <summary>Options and construction shared by the verbs that read texts.</summary>
internal sealed class ReadingOptions
{
    public Argument<string[]> Paths { get; } = new("path") { Description = "Files, folders, globs, http(s) addresses, or - for standard input.", Arity = ArgumentArity.OneOrMore };

    public Option<DateOnly?> Date { get; } = DayOption.Create("--date", "Day of publication of every document.");

    public Option<int> Jobs { get; } = new("--jobs") { Description = "Documents read at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };

    public Option<string?> TextField { get; } = new("--text-field") { Description = "Field of a record that holds the text." };

    public Option<string?> DateField { get; } = new("--date-field") { Description = "Field of a record that holds the date." };

    public Option<bool> AllowPrivate { get; } = new("--allow-private") { Description = "Fetch addresses of this machine and its network too." };

    public void AddTo(Command command)
    {
        command.Add(Paths);
        AddOptionsTo(command);
    }

    /// <summary>All but the paths, for a verb that names them otherwise.</summary>
    public void AddOptionsTo(Command command)
    {
        command.Add(Date);
        command.Add(Jobs);
        command.Add(TextField);
        command.Add(DateField);
        command.Add(AllowPrivate);
        Jobs.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() < 1) r.AddError("--jobs is 1 or more.");
        });
    }

    public WebOptions Web(ParseResult result) => new() { AllowPrivate = result.GetValue(AllowPrivate) };

    public EntentePipeline Pipeline(ParseResult result) => Pipeline(result, Coder());

    /// <summary>One that reads events alone, for who counts them.</summary>
    public EntentePipeline EventPipeline(ParseResult result) => Pipeline(result, new DocumentCoder(Parser(), []));

    private EntentePipeline Pipeline(ParseResult result, DocumentCoder coder)
    {
        var options = new DocumentReaderOptions { GivenDate = result.GetValue(Date), Today = DayOption.Today, Jobs = result.GetValue(Jobs) };
        if (result.GetValue(TextField) is { } text) options = options with { TextFields = [text, .. options.TextFields] };
        if (result.GetValue(DateField) is { } date) options = options with { DateFields = [date, .. options.DateFields] };
        return new EntentePipeline(options, coder);
    }

    public static DocumentCoder Coder() => new(Parser(), ObservationReaders.All);

    public static ISentenceParser Parser() => LanguageModels.English;
}
