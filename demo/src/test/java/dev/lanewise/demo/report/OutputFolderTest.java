package dev.lanewise.demo.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OutputFolderTest {
    @TempDir
    private Path root;

    @Test
    void filesAreWrittenInUtf8IntoAFolderThatIsMade() throws IOException {
        Path folder = root.resolve("a/b");
        Path file = OutputFolder.at(folder).write("fit.svg", "σ′ ≥ 0 𝟙\n");
        assertEquals(folder.resolve("fit.svg"), file);
        assertEquals("σ′ ≥ 0 𝟙\n", Files.readString(file));
        assertEquals(List.of("fit.svg"), names(folder));
    }

    @Test
    void anOlderFileIsReplaced() throws IOException {
        OutputFolder folder = OutputFolder.at(root);
        folder.write("report.html", "a long older text");
        folder.write("report.html", "new");
        assertEquals("new", Files.readString(root.resolve("report.html")));
        assertEquals(List.of("report.html"), names(root));
    }

    @Test
    void aLinkInTheFolderStays() throws IOException {
        Path file = Files.writeString(Files.createDirectory(root.resolve("elsewhere")).resolve("page"), "old");
        Path link = Files.createSymbolicLink(root.resolve("report.html"), file);
        assertEquals(link, OutputFolder.at(root).write("report.html", "new"));
        assertEquals("new", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(List.of("page"), names(file.getParent()));
        assertEquals(List.of("elsewhere", "report.html"), names(root));
        Files.delete(file);
        assertEquals("cannot write " + link + ": it is a link to a file that is not there",
                failure(OutputFolder.at(root),
                        "report.html"));
    }

    @Test
    void aFileIsNotAFolder() throws IOException {
        Path file = Files.writeString(root.resolve("taken"), "mine");
        assertEquals("cannot write to " + file + ": it is a file, not a folder",
                failure(OutputFolder.at(file), "x.svg"));
        assertEquals("cannot make the folder " + file.resolve("deep/er") + ": " + file + " is in the way",
                failure(OutputFolder.at(file.resolve("deep/er")), "x.svg"));
        assertTrue(refusal(OutputFolder.at(file), "x.svg").placeIsWrong());
        assertEquals("mine", Files.readString(file));
        assertEquals(List.of("taken"), names(root));
    }

    @Test
    void aCheckFindsWhatIsInTheWayAndMakesNothing() throws IOException {
        OutputFolder.at(root).check();
        OutputFolder.at(root.resolve("a/b")).check();
        OutputFolder.at(Path.of("a/b")).check();
        Path file = Files.writeString(root.resolve("taken"), "mine");
        Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("nowhere"));
        for (Path wrong : List.of(file, file.resolve("deep/er"), link, link.resolve("deeper"))) {
            assertTrue(assertThrows(OutputException.class, OutputFolder.at(wrong)::check).placeIsWrong());
        }
        assertEquals(List.of("link", "taken"), names(root));
    }

    @Test
    void aFolderIsNotReplacedByAFile() throws IOException {
        Files.createDirectory(root.resolve("report.html"));
        assertEquals("cannot write " + root.resolve("report.html") + ": it is a folder",
                failure(OutputFolder.at(root), "report.html"));
        assertTrue(Files.isDirectory(root.resolve("report.html")));
        assertEquals(List.of("report.html"), names(root));
    }

    @Test
    void aFailedWriteLeavesNothingBehind() throws IOException {
        // A name that fits, while the longer name of the draft does not.
        String name = "n".repeat(250) + ".svg";
        String message = failure(OutputFolder.at(root), name);
        assertTrue(message.startsWith("cannot write " + root.resolve(name) + ": "), message);
        assertFalse(refusal(OutputFolder.at(root), name).placeIsWrong());
        assertFalse(message.endsWith("null") || message.contains("Exception"), message);
        assertEquals(List.of(), names(root));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/b", "/etc/x"})
    void onlyNamesOfFilesInTheFolderAreAccepted(String name) {
        assertThrows(IllegalArgumentException.class, () -> OutputFolder.at(root).write(name, ""));
    }

    private static OutputException refusal(OutputFolder folder, String name) {
        return assertThrows(OutputException.class, () -> folder.write(name, "text"));
    }

    private static String failure(OutputFolder folder, String name) {
        return refusal(folder, name).getMessage();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
