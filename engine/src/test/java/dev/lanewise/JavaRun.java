package dev.lanewise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A JVM of its own, started with the Java that runs the tests: what it printed, and what it said on the side.
///
/// @param lines its standard output
/// @param errors its standard error
public record JavaRun(List<String> lines, String errors) {
    /// Runs `java` with these arguments, in UTF-8, and expects it to end well within a minute.
    ///
    /// @param arguments everything behind `java`
    /// @return what it printed
    public static JavaRun of(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(arguments);
        Path errors = Path.of("target", "java-run-errors.txt");
        try {
            Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running: " + command);
            JavaRun run = new JavaRun(lines, Files.readString(errors));
            assertEquals(0, process.exitValue(), run.errors);
            return run;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
