package dev.lanewise.demo.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OutputFileTest {
    @TempDir
    private Path folder;

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void itIsThereWhenItIsComplete() throws IOException {
        Path file = folder.resolve("a.csv");
        OutputFile.at("--out", file).write(draft -> {
            Files.writeString(draft, "half");
            assertTrue(Files.notExists(file));
        });
        assertEquals("half", Files.readString(file));
        assertEquals(List.of("a.csv"), left());
    }

    @Test
    void whateverFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        for (Throwable failure : List.of(new IOException("disk full"), new IllegalStateException("row 7"),
                new OutOfMemoryError("heap"))) {
            Class<? extends Throwable> expected = failure instanceof IOException
                    ? OutputException.class
                    : failure
                            .getClass();
            assertThrows(expected, () -> OutputFile.at("--out", file).write(draft -> {
                Files.writeString(draft, "half");
                switch (failure) {
                    case IOException e -> throw e;
                    case RuntimeException e -> throw e;
                    default -> throw (Error) failure;
                }
            }));
            assertEquals("old", Files.readString(file));
            assertEquals(List.of("a.csv"), left());
        }
    }

    /// As the library does: what the link is for goes on.
    @Test
    void aLinkStaysAndItsFileIsReplaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("a.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere/a.csv"));
        OutputFile place = OutputFile.at("--out", link);
        assertEquals(link, place.path());
        place.write(draft -> {
            assertEquals(elsewhere.toRealPath(), draft.getParent().toRealPath(),
                    "a draft elsewhere cannot be moved at once");
            Files.writeString(draft, "new");
        });
        assertEquals("new", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aLinkToNothingIsRefusedBeforeTheWork() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"));
        assertEquals("cannot write %s: it is a link to a file that is not there".formatted(link), assertThrows(
                OutputException.class, () -> OutputFile.at("--out", link)).getMessage());
        assertEquals(List.of("link"), left());
    }

    @Test
    void itSparesWhatTheUserReads() throws IOException {
        Path data = Files.writeString(folder.resolve("d.csv"), "1");
        Path link = Files.createSymbolicLink(folder.resolve("link"), data);
        assertEquals("--out would overwrite the data, " + link, assertThrows(OutputException.class, () -> OutputFile.at(
                "--out", link).sparing("the data", data)).getMessage());
        Path future = folder.resolve("new");
        assertEquals("--save would overwrite the predictions, " + future, assertThrows(OutputException.class,
                () -> OutputFile.at("--save", future).sparing("the predictions", folder.resolve("./new")))
                .getMessage());
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() throws IOException {
        Path file = folder.resolve("nwe/a.csv");
        assertEquals("--out %s: there is no folder %s".formatted(file, file.getParent()), assertThrows(
                OutputException.class, () -> OutputFile.at("--out", file)).getMessage());
        assertEquals(List.of(), left());
    }

    @Test
    void whatIsNoFileIsRefusedBeforeTheWork() {
        assertEquals("--out %s: that is not an ordinary file".formatted(folder), assertThrows(OutputException.class,
                () -> OutputFile.at("--out", folder)).getMessage());
        assertEquals("--out needs the name of a file", assertThrows(OutputException.class, () -> OutputFile.at("--out",
                Path.of(""))).getMessage());
    }
}
