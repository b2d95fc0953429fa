package dev.lanewise.demo.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// A folder that files are written to, whole or not at all: each is first written beside its place under another name.
/// A symbolic link in the place of a file stays, and the file that it leads to is replaced.
///
/// The folder is made when the first file is written. Safe for several threads.
public final class OutputFolder {
    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /// A folder, which need not exist yet.
    ///
    /// @param folder where it is or will be
    /// @return the folder
    public static OutputFolder at(Path folder) {
        return new OutputFolder(folder);
    }

    /// Where the folder is.
    ///
    /// @return the path as given
    public Path path() {
        return folder;
    }

    /// Finds out, before the work whose result is to be written, whether the folder is there or can be made. Makes nothing.
    ///
    /// @throws OutputException if something else is in the way, or writing there is not allowed
    public void check() throws OutputException {
        Path place = folder;
        // A link that leads nowhere is in the way too.
        while (place != null && !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) place = place.getParent();
        Path nearest = place == null ? Path.of("") : place;
        String refusal = (Files.exists(folder) ? "cannot write to " : "cannot make the folder ") + folder + ": ";
        if (!Files.isDirectory(nearest)) {
            throw OutputException.wrongPlace(refusal + (Files.exists(folder)
                    ? "it is a file, not a folder"
                    : nearest + " is in the way"), null);
        }
        if (!Files.isWritable(nearest)) throw OutputException.wrongPlace(refusal + "permission denied", null);
    }

    /// What a file will hold.
    public interface Content {
        /// Writes it.
        ///
        /// @param draft where to, a file that does not exist yet
        /// @throws IOException if it cannot be written
        void writeTo(Path draft) throws IOException;
    }

    /// Writes a text in UTF-8; a file of that name is replaced.
    ///
    /// @param fileName the file's name, without a folder
    /// @param text its content
    /// @return the file
    /// @throws OutputException if it cannot be written; then an older file is as it was, and nothing else is left
    /// @throws IllegalArgumentException if the name is not the name of a file in this folder
    public Path write(String fileName, String text) throws OutputException {
        return write(fileName, draft -> Files.write(draft, text.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE_NEW));
    }

    /// Writes a file; one of that name is replaced. Whatever the content throws, an older file is then as it was, and
    /// nothing else is left.
    ///
    /// @param fileName the file's name, without a folder
    /// @param content writes it
    /// @return the file
    /// @throws OutputException if it cannot be written
    /// @throws IllegalArgumentException if the name is not the name of a file in this folder
    public Path write(String fileName, Content content) throws OutputException {
        Path name = Path.of(fileName);
        if (name.getNameCount() != 1 || name.isAbsolute() || fileName.isEmpty() || fileName.matches("\\.\\.?")) {
            throw new IllegalArgumentException("not the name of a file: \"" + fileName + "\"");
        }
        create();
        Path file = folder.resolve(name);
        // Asked here, because REPLACE_EXISTING would delete an empty folder.
        if (Files.isDirectory(file)) {
            throw OutputException.wrongPlace("cannot write " + file + ": it is a folder", null);
        }
        Path target = behind(file);
        Path draft = target
                .resolveSibling("." + target.getFileName() + "." + Long.toUnsignedString(System.nanoTime(), 36)
                        + ".tmp");
        draft.toFile().deleteOnExit(); // where the run is interrupted
        try {
            content.writeTo(draft);
            replace(target, draft);
        } catch (IOException e) {
            discard(draft, e);
            throw OutputException.failedWrite("cannot write " + file + ": " + cause(e), e);
        } catch (RuntimeException | Error e) {
            discard(draft, e);
            throw e;
        }
        return file;
    }

    /// The file that is meant, where its place is a link to it.
    ///
    /// @param file a place for a file
    /// @return the place itself where it is no link
    /// @throws OutputException if a link leads nowhere
    static Path behind(Path file) throws OutputException {
        try {
            return Files.isSymbolicLink(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            throw OutputException.wrongPlace(
                    "cannot write %s: it is a link to a file that is not there".formatted(file),
                    e);
        }
    }

    private void create() throws OutputException {
        if (Files.isDirectory(folder)) return;
        check();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw OutputException.wrongPlace("cannot make the folder " + folder + ": " + cause(e), e);
        }
    }

    private static void replace(Path file, Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path draft, Throwable failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static String cause(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "the folder does not exist";
            case FileSystemException f when f.getReason() != null -> f.getReason().toLowerCase(Locale.ROOT);
            case FileSystemException f when f.getFile() != null -> f.getFile() + " is in the way";
            default -> String.valueOf(e.getMessage());
        };
    }
}
