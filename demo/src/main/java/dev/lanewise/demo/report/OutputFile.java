package dev.lanewise.demo.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of a user's choice that is written whole or not at all, and whose place is looked at before the work.
///
/// Its folder must be there: a folder that is not is more often a slip than a wish. A symbolic link stays, and the file that
/// it leads to is replaced.
public final class OutputFile {
    private final String option;
    private final Path file;
    private final String name;
    private final OutputFolder folder;

    private OutputFile(String option, Path file, String name, OutputFolder folder) {
        this.option = option;
        this.file = file;
        this.name = name;
        this.folder = folder;
    }

    /// A file that can be written, as far as can be known before it is; one that is there will be replaced.
    ///
    /// @param option where the user named it, such as `--out`, for messages
    /// @param file the file
    /// @return the file to write
    /// @throws OutputException if it is no place for a file
    public static OutputFile at(String option, Path file) throws OutputException {
        if (file.getFileName() == null || file.toString().isEmpty()) {
            throw OutputException.wrongPlace(option + " needs the name of a file", null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw OutputException.wrongPlace("%s %s: that is not an ordinary file".formatted(option, file), null);
        }
        Path target = OutputFolder.behind(file);
        Path parent = target.getParent() == null ? Path.of("") : target.getParent();
        if (Files.notExists(parent)) {
            throw OutputException.wrongPlace("%s %s: there is no folder %s".formatted(option, file, parent), null);
        }
        OutputFolder folder = OutputFolder.at(parent);
        folder.check();
        return new OutputFile(option, file, target.getFileName().toString(), folder);
    }

    /// Makes sure that another file will not be replaced by this one.
    ///
    /// @param what what the other is, such as `the data`
    /// @param other the other file, which need not exist
    /// @return this file
    /// @throws OutputException if both are the same
    public OutputFile sparing(String what, Path other) throws OutputException {
        if (isSame(other))
            throw OutputException.wrongPlace("%s would overwrite %s, %s".formatted(option, what, file),
                    null);
        return this;
    }

    private boolean isSame(Path other) {
        try {
            if (Files.exists(file) && Files.exists(other)) return Files.isSameFile(file, other);
        } catch (IOException e) {
            // What cannot be looked at is told where it is read; here the names decide.
        }
        return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /// Where it is.
    ///
    /// @return the path as given
    public Path path() {
        return file;
    }

    /// Writes the file.
    ///
    /// @param content writes a draft, which becomes the file when it is complete
    /// @throws OutputException if it cannot be written; then an older file is as it was, and nothing else is left
    public void write(OutputFolder.Content content) throws OutputException {
        folder.write(name, content);
    }
}
