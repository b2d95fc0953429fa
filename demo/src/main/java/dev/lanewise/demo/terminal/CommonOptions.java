package dev.lanewise.demo.terminal;

import java.nio.file.Path;
import java.util.Optional;

import dev.lanewise.demo.report.OutputException;
import dev.lanewise.demo.report.OutputFolder;
import picocli.CommandLine.Option;

/// What the commands share that write a report: where its files go, and the way to the terminal.
public final class CommonOptions extends TerminalOptions {
    private static final Path DEFAULT_FOLDER = Path.of("lanewise-out");

    @Option(names = "--out", paramLabel = "DIR", order = 100, //
            description = "Folder for figures and report, made where it is missing (default: lanewise-out; with "
                    + "--json nothing is written by default).")
    private Path folder;

    /// Options that picocli will set.
    public CommonOptions() {}

    /// Where files go; to be asked before the work, so that a place that will not do costs nobody any time.
    ///
    /// @return the folder, which need not exist yet; empty where no file shall be written, with `--json` and no `--out`
    /// @throws InputException if its name is empty
    /// @throws OutputException if it is no folder and cannot become one
    public Optional<OutputFolder> folder() throws OutputException {
        if (json() && folder == null) return Optional.empty();
        return Optional.of(folder(folder == null ? DEFAULT_FOLDER : folder));
    }

    /// A folder that `--out` names, looked at before the work.
    ///
    /// @param folder the folder, which need not exist yet
    /// @return the folder
    /// @throws InputException if its name is empty
    /// @throws OutputException if it is no folder and cannot become one
    public static OutputFolder folder(Path folder) throws OutputException {
        if (folder.toString().isEmpty()) throw new InputException("--out needs the name of a folder");
        OutputFolder place = OutputFolder.at(folder);
        place.check();
        return place;
    }
}
