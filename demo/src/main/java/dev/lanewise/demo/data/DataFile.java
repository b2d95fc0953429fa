package dev.lanewise.demo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.lanewise.demo.terminal.InputException;

/// A file of numbers in rows, CSV or `.npy`, which its first bytes tell, whatever its name.
public final class DataFile {
    private static final byte[] NUMPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private final Path path;

    private DataFile(Path path) {
        this.path = path;
    }

    /// A file.
    ///
    /// @param path where it is
    /// @return the file, not opened yet
    /// @throws InputException if that is the name of no file
    public static DataFile at(Path path) {
        if (path.toString().isEmpty()) throw new InputException("the name of the file is empty");
        if (path.toString().equals("-")) {
            throw new InputException("- is no file: the numbers may be needed twice, so they cannot come from standard "
                    + "input");
        }
        if (Files.isDirectory(path)) throw new InputException(path + " is a folder, not a file");
        return new DataFile(path);
    }

    /// Opens it at its beginning.
    ///
    /// @return its rows, to be closed
    /// @throws InputException if it cannot be read or there is nothing in it
    public Rows open() {
        try {
            return isArray() ? ArrayRows.open(path) : CsvRows.open(path);
        } catch (IOException e) {
            throw InputException.unreadable(path, e);
        }
    }

    /// What is no ordinary file, such as a pipe, is text.
    private boolean isArray() throws IOException {
        if (!canBeReadAgain()) return false;
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(NUMPY.length), NUMPY);
        }
    }

    /// Whether it can be opened more than once, as a pipe cannot.
    ///
    /// @return true for ordinary files
    public boolean canBeReadAgain() {
        return Files.isRegularFile(path);
    }

    /// How large it is.
    ///
    /// @return bytes, and 0 where that is not known
    public long size() {
        try {
            return canBeReadAgain() ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0; // told where it is opened
        }
    }

    /// How messages name it.
    ///
    /// @return its path as given
    public String source() {
        return path.toString();
    }
}
