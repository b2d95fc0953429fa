package dev.lanewise.samebits;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.lanewise.JavaRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    @Test
    void onTheClassPathWithoutTheFlagItIsScalarAndSaysSoOnce() {
        JavaRun output = onClassPath(List.of());
        assertTrue(
                output.lines().getFirst()
                        .startsWith("backend: scalar: the module jdk.incubator.vector is not there; run java "
                                + "with --add-modules jdk.incubator.vector"),
                output.lines().getFirst());
        assertEquals(1, fallbackLines(output), output.errors());
        assertEquals(SameBitsTest.CHECKSUMS, checksums(output));
    }

    @Test
    void onTheClassPathWithTheFlagItIsVector() {
        JavaRun output = onClassPath(FLAG);
        assertTrue(output.lines().getFirst().startsWith("backend: vector, "), output.lines().getFirst());
        assertEquals(0, fallbackLines(output), output.errors());
        assertEquals(SameBitsTest.CHECKSUMS, checksums(output));
    }

    @Test
    void onTheModulePathItIsVectorWithoutAnyFlag() {
        JavaRun output = java(List.of("-p", CLASSES, "--add-modules", "dev.lanewise.engine", "-m",
                "dev.lanewise.engine/dev.lanewise.samebits.Probe"),
                List.of("--patch-module", "dev.lanewise.engine=" + TESTS), List.of());
        assertTrue(output.lines().getFirst().startsWith("backend: vector, "), output.lines().getFirst());
        assertEquals(0, fallbackLines(output), output.errors());
        assertEquals(SameBitsTest.CHECKSUMS, checksums(output));
    }

    @Test
    void interpretedItIsScalarAndTheBitsAreTheSame() {
        JavaRun output = onClassPath(flagAnd("-Xint"));
        assertTrue(output.lines().getFirst().startsWith("backend: scalar: this JVM does not compile with C2"),
                output.lines().getFirst());
        assertEquals(1, fallbackLines(output), output.errors());
        assertEquals(SameBitsTest.CHECKSUMS, checksums(output));
    }

    @Test
    void withC1OnlyItIsScalarAndTheBitsAreTheSame() {
        JavaRun output = onClassPath(flagAnd("-XX:TieredStopAtLevel=1"));
        assertTrue(output.lines().getFirst().startsWith("backend: scalar: this JVM does not compile with C2"),
                output.lines().getFirst());
        assertEquals(SameBitsTest.CHECKSUMS, checksums(output));
        JavaRun compiledAtOnce = describe("auto", List.of("--add-modules", "jdk.incubator.vector", "-Xcomp",
                "-XX:TieredStopAtLevel=1"));
        assertTrue(compiledAtOnce.lines().getFirst().startsWith("backend: scalar: this JVM does not compile with C2"),
                compiledAtOnce.lines().getFirst());
    }

    @Test
    void vectorsCompiledByC1AloneHaveTheSameBits() {
        JavaRun output = onClassPath(flagAnd("-XX:TieredStopAtLevel=1", "-Dlanewise.backend=128"));
        assertEquals("backend: vector, 128 bits (2 doubles): asked for by -Dlanewise.backend=128",
                output.lines().getFirst());
        assertEquals(SameBitsTest.CHECKSUMS, checksums(output));
    }

    @Test
    void withOlderVectorInstructionsTheBitsAreTheSame() {
        if (!AMD64) return; // the switch exists on this processor only
        // By name, because by default so small a corpus would be done in plain loops.
        JavaRun output = onClassPath(flagAnd("-XX:UseAVX=2", "-Dlanewise.backend=vector"));
        assertEquals("backend: vector, 256 bits (4 doubles): asked for by -Dlanewise.backend=vector",
                output.lines().getFirst());
        assertEquals("backend: vector, 256 bits (4 doubles): the widest that this processor offers Java",
                describe("auto", flagAnd("-XX:UseAVX=2")).lines().getFirst());
        assertEquals(SameBitsTest.CHECKSUMS, checksums(output));
    }

    /// A vector kernel that is called is a class that is loaded.
    @Test
    void byDefaultEachKernelBeginsWithPlainLoops() {
        Set<String> plain = vectorClasses("dev.lanewise.samebits.Probe", "auto");
        assertFalse(plain.stream().anyMatch(name -> name.startsWith("Vector") && !name.equals("VectorKernels")),
                plain.toString());
        Set<String> vector = vectorClasses("dev.lanewise.samebits.Probe", "vector");
        assertTrue(vector.containsAll(Set.of("VectorDot", "VectorTanh", "VectorLayer", "VectorReflect")), vector
                .toString());
        Set<String> paid = vectorClasses("dev.lanewise.samebits.LongDot", "auto");
        assertTrue(paid.contains("VectorDot") && !paid.contains("VectorElementwise"), paid.toString());
    }

    private static Set<String> vectorClasses(String program, String backend) {
        String log = "dev.lanewise.internal.kernel.vector.";
        return java(List.of("-cp", CLASSES + File.pathSeparator + TESTS, program), flagAnd("-Xlog:class+load",
                "-Dlanewise.backend=" + backend), List.of()).lines().stream().filter(line -> line.contains(log))
                .map(line -> line.substring(line.indexOf(log) + log.length()).split(" ")[0])
                .collect(Collectors.toSet());
    }

    @Test
    void aBackendByNameIsUsedOrRefusedInOneSentenceEachTime() {
        assertEquals("backend: scalar: asked for by -Dlanewise.backend=scalar",
                describe("scalar", FLAG).lines().getFirst());
        refused("-Dlanewise.backend=wide is not a backend: use auto, scalar, vector, 128, 256 or 512",
                describe("wide", FLAG));
        refused("-Dlanewise.backend=256 needs the module jdk.incubator.vector: run java with --add-modules "
                + "jdk.incubator.vector", describe("256", List.of()));
        if (AMD64) {
            refused("-Dlanewise.backend=512 is wider than this processor offers Java: 256 bits",
                    describe("512", flagAnd("-XX:UseAVX=2")));
        }
    }

    private static void refused(String sentence, JavaRun output) {
        assertEquals(List.of("refused: " + sentence, "refused: " + sentence), output.lines());
        assertEquals(0, fallbackLines(output), output.errors());
    }

    private static JavaRun describe(String backend, List<String> flags) {
        List<String> options = new ArrayList<>(flags);
        options.add("-Dlanewise.backend=" + backend);
        return java(ON_CLASS_PATH, options, List.of("describe"));
    }

    private static JavaRun onClassPath(List<String> options) {
        return java(ON_CLASS_PATH, options, List.of());
    }

    private static List<String> flagAnd(String... options) {
        List<String> all = new ArrayList<>(FLAG);
        all.addAll(List.of(options));
        return all;
    }

    private static JavaRun java(List<String> program, List<String> options, List<String> arguments) {
        List<String> all = new ArrayList<>(options);
        all.addAll(program);
        all.addAll(arguments);
        return JavaRun.of(all);
    }

    private static Map<String, Long> checksums(JavaRun output) {
        Map<String, Long> sums = new TreeMap<>();
        output.lines().stream().skip(1).map(line -> line.split(": "))
                .forEach(pair -> sums.put(pair[0], Long.parseLong(pair[1])));
        return sums;
    }

    private static long fallbackLines(JavaRun output) {
        return output.errors().lines().filter(line -> line.contains("Lanewise computes with plain loops")).count();
    }
}
