package dev.lanewise.samebits;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The engine in JVMs of its own, as its users start them: on the class path without and with the flag, on the module
/// path, interpreted, with C1 only, with properties that ask for a backend.
@Tag("once")
class BackendTest {
    private static final String CLASSES = Path.of("target", "classes").toString();
    private static final String TESTS = Path.of("target", "test-classes").toString();
    private static final List<String> ON_CLASS_PATH = List.of("-cp", CLASSES + File.pathSeparator + TESTS,
            "dev.lanewise.samebits.Probe");
    private static final List<String> FLAG = List.of("--add-modules", "jdk.incubator.vector");
    private static final boolean AMD64 = System.getProperty("os.arch").equals("amd64");

    private record Output(List<String> lines, String errors) {
        String backend() {
            return lines.getFirst();
        }

        Map<String, Long> checksums() {
            Map<String, Long> sums = new TreeMap<>();
            lines.stream().skip(1).map(line -> line.split(": ")).forEach(p -> sums.put(p[0], Long.parseLong(p[1])));
            return sums;
        }

        long fallbackLines() {
            return errors.lines().filter(line -> line.contains("Lanewise computes with plain loops")).count();
        }
    }

    @Test
    void onTheClassPathWithoutTheFlagItIsScalarAndSaysSoOnce() {
        Output output = onClassPath(List.of());
        assertTrue(
                output.backend().startsWith("backend: scalar: the module jdk.incubator.vector is not there; run java "
                        + "with --add-modules jdk.incubator.vector"),
                output.backend());
        assertEquals(1, output.fallbackLines(), output.errors);
        assertEquals(SameBitsTest.CHECKSUMS, output.checksums());
    }

    @Test
    void onTheClassPathWithTheFlagItIsVector() {
        Output output = onClassPath(FLAG);
        assertTrue(output.backend().startsWith("backend: vector, "), output.backend());
        assertEquals(0, output.fallbackLines(), output.errors);
        assertEquals(SameBitsTest.CHECKSUMS, output.checksums());
    }

    @Test
    void onTheModulePathItIsVectorWithoutAnyFlag() {
        Output output = java(List.of("-p", CLASSES, "--add-modules", "dev.lanewise.engine", "-m",
                "dev.lanewise.engine/dev.lanewise.samebits.Probe"),
                List.of("--patch-module", "dev.lanewise.engine=" + TESTS), List.of());
        assertTrue(output.backend().startsWith("backend: vector, "), output.backend());
        assertEquals(0, output.fallbackLines(), output.errors);
        assertEquals(SameBitsTest.CHECKSUMS, output.checksums());
    }

    @Test
    void interpretedItIsScalarAndTheBitsAreTheSame() {
        Output output = onClassPath(flagAnd("-Xint"));
        assertTrue(output.backend().startsWith("backend: scalar: this JVM does not compile with C2"), output.backend());
        assertEquals(1, output.fallbackLines(), output.errors);
        assertEquals(SameBitsTest.CHECKSUMS, output.checksums());
    }

    @Test
    void withC1OnlyItIsScalarAndTheBitsAreTheSame() {
        Output output = onClassPath(flagAnd("-XX:TieredStopAtLevel=1"));
        assertTrue(output.backend().startsWith("backend: scalar: this JVM does not compile with C2"), output.backend());
        assertEquals(SameBitsTest.CHECKSUMS, output.checksums());
        Output compiledAtOnce = describe("auto", List.of("--add-modules", "jdk.incubator.vector", "-Xcomp",
                "-XX:TieredStopAtLevel=1"));
        assertTrue(compiledAtOnce.backend().startsWith("backend: scalar: this JVM does not compile with C2"),
                compiledAtOnce.backend());
    }

    @Test
    void vectorsCompiledByC1AloneHaveTheSameBits() {
        Output output = onClassPath(flagAnd("-XX:TieredStopAtLevel=1", "-Dlanewise.backend=128"));
        assertEquals("backend: vector, 128 bits (2 doubles): asked for by -Dlanewise.backend=128", output.backend());
        assertEquals(SameBitsTest.CHECKSUMS, output.checksums());
    }

    @Test
    void withOlderVectorInstructionsTheBitsAreTheSame() {
        if (!AMD64) return; // the switch exists on this processor only
        Output output = onClassPath(flagAnd("-XX:UseAVX=2"));
        assertEquals("backend: vector, 256 bits (4 doubles): the widest that this processor offers Java",
                output.backend());
        assertEquals(SameBitsTest.CHECKSUMS, output.checksums());
    }

    @Test
    void aBackendByNameIsUsedOrRefusedInOneSentenceEachTime() {
        assertEquals("backend: scalar: asked for by -Dlanewise.backend=scalar", describe("scalar", FLAG).backend());
        refused("-Dlanewise.backend=wide is not a backend: use auto, scalar, vector, 128, 256 or 512",
                describe("wide", FLAG));
        refused("-Dlanewise.backend=256 needs the module jdk.incubator.vector: run java with --add-modules "
                + "jdk.incubator.vector", describe("256", List.of()));
        if (AMD64) {
            refused("-Dlanewise.backend=512 is wider than this processor offers Java: 256 bits",
                    describe("512", flagAnd("-XX:UseAVX=2")));
        }
    }

    private static void refused(String sentence, Output output) {
        assertEquals(List.of("refused: " + sentence, "refused: " + sentence), output.lines);
        assertEquals(0, output.fallbackLines(), output.errors);
    }

    private static Output describe(String backend, List<String> flags) {
        List<String> options = new ArrayList<>(flags);
        options.add("-Dlanewise.backend=" + backend);
        return java(ON_CLASS_PATH, options, List.of("describe"));
    }

    private static Output onClassPath(List<String> options) {
        return java(ON_CLASS_PATH, options, List.of());
    }

    private static List<String> flagAnd(String... options) {
        List<String> all = new ArrayList<>(FLAG);
        all.addAll(List.of(options));
        return all;
    }

    private static Output java(List<String> program, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(program);
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectError(Path.of("target", "probe-errors.txt").toFile())
                    .start();
            List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running: " + command);
            String errors = Files.readString(Path.of("target", "probe-errors.txt"));
            assertEquals(0, process.exitValue(), errors);
            return new Output(lines, errors);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
