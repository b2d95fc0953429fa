package dev.lanewise.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.lanewise.demo.fit.Initialisation;
import dev.lanewise.demo.fit.RankChoice;
import dev.lanewise.demo.machine.Lanes;
import dev.lanewise.demo.terminal.Program;
import dev.lanewise.demo.terminal.Version;
import dev.lanewise.nn.Activation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The `lanewise` program: `lesson`, the default, `fit`, `solve`, `predict`, `inspect` and `speed`.
///
/// The result goes to stdout, everything else to stderr, both in UTF-8 whatever the environment says. The exit code is
/// 0, 2 for wrong usage or input, and 1 for anything else that fails.
@Command(name = "lanewise", sortOptions = false, versionProvider = Version.class, //
        subcommands = {LessonCommand.class, FitCommand.class, SolveCommand.class, PredictCommand.class,
                InspectCommand.class, SpeedCommand.class}, //
        synopsisSubcommandLabel = "[lesson | fit | solve | predict | inspect | speed]", //
        header = "What a layer of random neurons can fit: a lesson, and the same for your own data.", //
        description = {"", "Without a command it runs the lesson.", ""}, //
        footer = {"", "Examples:", //
                "  lanewise                        the lesson; figures and report.html go to lanewise-out/", //
                "  lanewise fit houses.csv         fits the last column of a file by all others", //
                "  lanewise solve houses.csv       regresses it on them: coefficients, standard errors, t, p, R²", //
                "  lanewise predict m.npz new.csv  what a network that fit has saved makes of new rows", //
                "  lanewise inspect m.npz          what is in a file of weights or arrays", //
                "  lanewise speed                  how fast this machine is, and how near the engine comes", //
                "  lanewise fit --help             says how"})
public final class Main {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, //
            description = "Shows the version, and what it computes with.")
    private boolean version;

    private Main() {}

    /// Runs the program and ends the process with its exit code.
    ///
    /// @param args the command line
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        // Before anything asks the engine what it computes with.
        if (args.length > 0 && args[0].equals(SpeedCommand.NAME)) Lanes.useAtOnce();
        List<Activation> activations = Stream.of(Activation.values()).filter(Activation::isElementwise).toList();
        System.exit(new Program(new Main(), LessonCommand.NAME)
                .named(Activation.class, activations, Activation::name).named(Initialisation.class)
                .named(RankChoice.class).run(args));
    }
}
