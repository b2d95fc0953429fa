package dev.lanewise.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.lanewise.Lanewise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The image in `target/lanewise`, in an environment without Java, without PATH and without a locale.
class ImageIT {
    private static final Path IMAGE = Path.of(System.getProperty("lanewise.image"));

    private Path spacious;

    @BeforeEach
    void links() throws Exception {
        spacious = Files.createTempDirectory(IMAGE.toAbsolutePath().getParent(), "a b ");
        Files.createSymbolicLink(spacious.resolve("image"), IMAGE.toAbsolutePath());
        Files.createSymbolicLink(spacious.resolve("first"), Path.of("image/bin/lanewise"));
        Files.createSymbolicLink(spacious.resolve("second link"), Path.of("first"));
        Files.writeString(spacious.resolve("my * $data.csv"), "1,2\n2,3\n3,5\n");
    }

    @AfterEach
    void cleanUp() throws IOException {
        try (Stream<Path> files = Files.list(spacious)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(spacious);
    }

    private static ProgramRun run(Path folder, String... command) throws Exception {
        return ProgramRun.run(folder, Map.of(), List.of(command));
    }

    @Test
    void itRunsThroughLinksAndInAPathWithSpaces() throws Exception {
        String expected = "lanewise " + Lanewise.VERSION + "\n" + Lanewise.describe() + "\n";
        for (String way : List.of("second link", "image/bin/lanewise")) {
            ProgramRun run = run(IMAGE, spacious.resolve(way).toString(), "--version");
            assertEquals(expected, run.text(), run.stderr());
            assertEquals("", run.stderr());
            assertEquals(0, run.code());
        }
        assertEquals(expected, run(spacious, "/bin/sh", "first", "--version").text());
    }

    @Test
    void itPassesItsArgumentsAsTheyAreAndItsExitCode() throws Exception {
        ProgramRun fit = run(spacious, "./second link", "fit", "my * $data.csv", "--json");
        assertEquals(3, fit.json().get("rows").getAsInt(), fit.stderr());
        assertEquals(2, run(spacious, "./first", "fit", "").code());
    }

    @Test
    void itFindsFilesWhoseNamesAreNotAscii() throws Exception {
        // The name is made by the shell: this JVM may itself run in a locale that cannot write it.
        ProgramRun run = run(spacious, "/bin/sh", "-c", "f=$(printf 'gr\\303\\266\\303\\237e.csv'); "
                + "printf '1,2\\n2,4\\n' > \"$f\"; ./first fit \"$f\" --neurons 1; rm \"$f\" lanewise-out/*; rmdir lanewise-out");
        assertTrue(run.text().contains("gr\u00f6\u00dfe.csv"), run.text() + run.stderr());
    }
}
