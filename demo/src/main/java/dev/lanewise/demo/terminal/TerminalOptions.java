package dev.lanewise.demo.terminal;

import java.io.PrintWriter;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command shares: JSON or text, help, and the way to the terminal.
public class TerminalOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", order = 101, description = "Prints JSON on stdout, and nothing else there.")
    private boolean json;

    @Option(names = {"-h", "--help"}, order = 102, usageHelp = true, description = "Shows this help.")
    private boolean help;

    /// Options that picocli will set.
    public TerminalOptions() {}

    /// Whether the result is JSON instead of text.
    ///
    /// @return true with `--json`
    public boolean json() {
        return json;
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
        return new Progress(command.commandLine().getErr(), StandardError.isTerminal());
    }

    /// A warning on stderr.
    ///
    /// @param sentence what to be aware of
    public void warn(String sentence) {
        command.commandLine().getErr().println("lanewise: " + sentence);
    }
}
