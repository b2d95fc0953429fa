package dev.lanewise.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.lanewise.JavaRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The README's program runs as it stands there, and prints what its comments say.
@Tag("once")
class ReadmeTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    /// What a comment promises of a line: all up to the first "…".
    private static final Pattern PROMISE = Pattern.compile("IO\\.println\\(.*// ([^…\n]+).*");

    @Test
    void theProgramOfTheReadmePrintsWhatItSays() throws IOException {
        Matcher program = PROGRAM.matcher(Files.readString(Path.of("..", "README.md")));
        assertTrue(program.find(), "a program in the README");
        Path source = Files.writeString(Path.of("target", "ShallowFit.java"), program.group(1));
        List<String> printed = JavaRun.of(List.of("-p", Path.of("target", "classes").toString(), "--add-modules",
                "dev.lanewise.engine", source.toString())).lines();
        List<String> promised = PROMISE.matcher(program.group(1)).results().map(line -> line.group(1)).toList();
        assertEquals(4, promised.size(), "lines that print");
        // The last thing printed, a fit, goes on for a few lines.
        assertTrue(printed.size() >= promised.size(), printed.toString());
        for (int i = 0; i < promised.size(); i++) {
            assertTrue(printed.get(i).startsWith(promised.get(i).strip()), printed.get(i) + " for " + promised.get(i));
        }
    }
}
