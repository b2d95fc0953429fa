package dev.lanewise.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that is written beside its place under another name and moved there when it is complete, so that under its own
/// name there is at any time the old file or the new one, whole. A symbolic link stays, and the file that it leads to is
/// replaced in this way; one that leads nowhere is refused.
final class WholeFile {
    /// What is written to the file.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    static void write(Path file, Content content) throws IOException {
        boolean link = Files.isSymbolicLink(file);
        if (link && Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "it is a link to a file that is not there");
        }
        Path target = link ? file.toRealPath() : file.toAbsolutePath();
        // Asked here, because REPLACE_EXISTING would delete an empty folder.
        if (Files.isDirectory(target)) throw new FileSystemException(file.toString(), null, "it is a folder");
        Path folder = target.getParent();
        if (Files.notExists(folder)) {
            throw new NoSuchFileException(file.toString(), null, "there is no folder " + folder);
        }
        // Not createTempFile: its files are for the owner's eyes only, and would stay so.
        Path draft = target
                .resolveSibling("." + target.getFileName() + "." + Long.toUnsignedString(System.nanoTime(), 36)
                        + ".tmp");
        FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (channel) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            replace(target, draft);
        } catch (IOException | RuntimeException e) {
            discard(draft, e);
            throw e;
        }
    }

    private static void replace(Path file, Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path draft, Exception failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
