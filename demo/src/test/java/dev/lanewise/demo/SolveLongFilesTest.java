package dev.lanewise.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `lanewise solve` on files of three times the memory that its JVM may have.
class SolveLongFilesTest {
    private static final int ROWS = 1_300_000;
    private static final List<String> SMALL = List.of("-Xmx20m");

    @TempDir
    private static Path folder;

    /// The same numbers as text and as an array: y = 7 + 2a − 3b, but for an error in [−½, ½).
    @BeforeAll
    static void files() throws IOException {
        SplittableRandom random = new SplittableRandom(9);
        byte[] header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, 3), }%n".formatted(ROWS).getBytes(
                StandardCharsets.US_ASCII);
        try (OutputStream npy = new BufferedOutputStream(Files.newOutputStream(folder.resolve("long.npy")));
                Writer csv = Files.newBufferedWriter(folder.resolve("long.csv"))) {
            npy.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length, 0});
            npy.write(header);
            csv.write("a,b,y\n");
            ByteBuffer row = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < ROWS; i++) {
                double a = random.nextDouble(), b = random.nextDouble();
                double y = 7 + 2 * a - 3 * b + random.nextDouble() - 0.5;
                csv.write(a + "," + b + "," + y + "\n");
                npy.write(row.clear().putDouble(a).putDouble(b).putDouble(y).array());
            }
        }
        assertTrue(Files.size(folder.resolve("long.csv")) > 60_000_000);
    }

    @AfterAll
    static void delete() throws IOException {
        Files.delete(folder.resolve("long.csv"));
        Files.delete(folder.resolve("long.npy"));
    }

    private static ProgramRun succeed(String words) throws Exception {
        ProgramRun run = ProgramRun.java(folder, SMALL, words.split(" "));
        assertEquals(0, run.code(), run.stderr());
        // What is told of progress steers no terminal, for there is none.
        assertTrue(run.stderr().chars().allMatch(c -> c == '\n' || c >= ' '), run.stderr());
        return run;
    }

    private static void assertNear(JsonArray coefficients, double... expected) {
        for (int j = 0; j < expected.length; j++) assertEquals(expected[j], coefficients.get(j).getAsDouble(), 0.005);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --refine 1", " --ridge 0", " --ridge path"})
    void textAndArrayHaveTheSameBits(String options) throws Exception {
        JsonObject text = succeed("solve long.csv --json" + options).json();
        JsonObject array = succeed("solve long.npy --json" + options).json();
        assertNear(text.getAsJsonArray("coefficients"), 7, 2, -3);
        assertEquals(text.get("coefficients"), array.get("coefficients"));
        assertEquals(text.get("standardErrors"), array.get("standardErrors"));
        assertEquals(text.get("rss"), array.get("rss"));
        assertEquals(1.0 / 12, text.get("rss").getAsDouble() / ROWS, 1e-4);
        assertEquals("[\"intercept\",\"column 1\",\"column 2\"]", array.get("names").toString());
    }

    @Test
    void itIsToldAndDrawn() throws Exception {
        String text = succeed("solve long.csv --out made").text().replaceAll("\\s+", " ");
        assertTrue(text.contains("<10⁻³⁰⁰"), text);
        assertTrue(text.contains("1,299,997 degrees of freedom"), text);
        assertTrue(text.contains("the quartiles are counted, to within 1/8,000 of themselves"), text);
        // The errors are uniform: quartiles at −¼, 0 and ¼.
        assertTrue(text.matches("(?s).*−0\\.50\\d+ +−0\\.25\\d\\d +\\S+ +0\\.2(49|50)\\d +0\\.50\\d+.*"), text);
        assertTrue(text.contains("Of the 1,300,000 rows 4,000 are drawn"), text);
        assertTrue(Files.size(folder.resolve("made/solve.svg")) < 1_000_000);
    }
}
