package dev.lanewise.demo;

import java.io.PrintStream;
import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `lanewise` program: `lesson`, the default, and `fit`.
///
/// The result goes to stdout, everything else to stderr, both in UTF-8 whatever the environment says. The exit code is
/// 0, 2 for wrong usage or input, and 1 for anything else that fails.
@Command(name = "lanewise", header = "A lesson in what a layer of random neurons can fit, and the same for your data.", //
        synopsisSubcommandLabel = "[lesson | fit]", versionProvider = Version.class, sortOptions = false, //
        subcommands = {LessonCommand.class, FitCommand.class}, //
        description = {"", "Without a command it runs @|bold lesson|@.", ""}, //
        footer = {"", "Examples:", //
                "  lanewise                        the lesson, with figures and report.html in lanewise-out/", //
                "  lanewise fit houses.csv         fits the last column of a file by all others", //
                "  lanewise fit --help             says how"})
public final class Main {
    @CommandLine.Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    private boolean help;

    @CommandLine.Option(names = {"-V", "--version"}, versionHelp = true, //
            description = "Shows the version and what it computes with.")
    private boolean version;

    private Main() {}

    /// Runs the program and ends the process with its exit code.
    ///
    /// @param args the command line
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        StandardOutput stdout = new StandardOutput();
        PrintStream stderr = System.err;
        System.exit(new Program(new Main(), stdout, stderr).run(args));
    }
}
