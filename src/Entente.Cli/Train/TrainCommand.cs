using System.CommandLine;

namespace Entente.Cli.Train;

/// <summary><c>entente train KIND</c>: makes the models that ship, from annotated files.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Train a model on annotated files.")
    {
        ConfidenceTrain.Create(),
        BreaksTrain.Create(),
        EventsTrain.Create(),
        LanguageTrain.Create(),
        QuotationsTrain.Create(),
        WordsTrain.Create(),
    };
}
