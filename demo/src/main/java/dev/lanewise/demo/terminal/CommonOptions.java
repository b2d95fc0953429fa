package dev.lanewise.demo.terminal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

import dev.lanewise.demo.report.OutputException;
import dev.lanewise.demo.report.OutputFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command shares: where files go, JSON or text, help, and the way to the terminal.
public final class CommonOptions {
    private static final Path DEFAULT_FOLDER = Path.of("lanewise-out");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--out", paramLabel = "DIR", order = 100, //
            description = "Folder for figures and report, made where it is missing (default: lanewise-out).")
    private Path folder;

    @Option(names = "--json", order = 101, //
            description = "Prints only JSON on stdout, and writes no figures unless --out is given.")
    private boolean json;

    @Option(names = {"-h", "--help"}, order = 102, usageHelp = true, description = "Shows this help.")
    private boolean help;

    /// Whether the result is JSON instead of text.
    ///
    /// @return true with `--json`
    public boolean json() {
        return json;
    }

    /// Where files go; to be asked before the work, so that a place that will not do costs nobody any time.
    ///
    /// @return the folder, which need not exist yet; empty where no file shall be written, with `--json` and no `--out`
    /// @throws InputException if its name is empty
    /// @throws OutputException if it is no folder and cannot become one
    public Optional<OutputFolder> folder() throws OutputException {
        if (folder != null && folder.toString().isEmpty()) throw new InputException("--out needs the name of a folder");
        if (json && folder == null) return Optional.empty();
        OutputFolder place = OutputFolder.at(folder == null ? DEFAULT_FOLDER : folder);
        place.check();
        return Optional.of(place);
    }

    /// Standard output, in UTF-8: for the result and nothing else.
    ///
    /// @return the writer, which the program closes
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /// Progress lines on stderr.
    ///
    /// @return a new teller of progress
    public Progress progress() {
        return new Progress(command.commandLine().getErr());
    }

    /// A warning on stderr.
    ///
    /// @param sentence what to be aware of
    public void warn(String sentence) {
        command.commandLine().getErr().println("lanewise: " + sentence);
    }
}
