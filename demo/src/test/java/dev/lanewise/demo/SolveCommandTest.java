package dev.lanewise.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.lanewise.demo.plot.Markup;
import dev.lanewise.io.DType;
import dev.lanewise.io.Npy;
import dev.lanewise.io.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `lanewise solve` as a process, on NIST's problem Longley.
class SolveCommandTest {
    private static final double[] CERTIFIED = {-3482258.63459582, 15.0618722713733, -0.035819179292591,
            -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355};
    private static final double[] CERTIFIED_ERRORS = {890420.383607373, 84.9149257747669, 0.0334910077722432,
            0.488399681651699, 0.214274163161675, 0.22607320006937, 455.478499142212};

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        try (InputStream longley = SolveCommandTest.class.getResourceAsStream("solve/longley.csv")) {
            Files.copy(longley, folder.resolve("longley.csv"));
        }
        Files.writeString(folder.resolve("ok.csv"), "x,y\n1,2\n2,3\n3,5\n4,4\n");
        Files.writeString(folder.resolve("twins.csv"), "a,b,y\n1,1,2\n2,2,3\n3,3,5\n4,4,4\n");
        Files.writeString(folder.resolve("heavy.csv"), "x,y,w\n1,2,1\n2,3,-1\n3,5,2\n");
        Files.writeString(folder.resolve("light.csv"), "x,y,w\n1,2,0\n2,3,0\n");
        Files.writeString(folder.resolve("one.csv"), "1\n2\n");
        Files.writeString(folder.resolve("late.csv"), "x,y\r\n\"1\",2\r\n2,\r\n");
        Npy.write(folder.resolve("array.csv"), Tensor.of(DType.FLOAT32, new int[] {4, 2}, 1, 2, 2, 3, 3, 5, 4, 4),
                new Npy.Layout(ByteOrder.BIG_ENDIAN, true, 1));
        Npy.write(folder.resolve("vector.csv"), Tensor.vector(1, 2));
    }

    private ProgramRun succeed(String words) throws Exception {
        ProgramRun run = ProgramRun.lanewise(folder, words.split(" "));
        assertEquals(0, run.code(), run.stderr());
        return run;
    }

    private Set<String> made() throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".csv")).collect(
                    Collectors.toSet());
        }
    }

    private static void assertDigits(double[] expected, JsonElement found, double error) {
        assertEquals(expected.length, found.getAsJsonArray().size());
        for (int j = 0; j < expected.length; j++) {
            assertEquals(1.0, found.getAsJsonArray().get(j).getAsDouble() / expected[j], error);
        }
    }

    @Test
    void longleyAsJson() throws Exception {
        JsonObject json = succeed("solve longley.csv --target y --json").json();
        assertEquals(List.of("coefficients", "standardErrors", "names", "rank", "condition", "residualStdDev", "r2",
                "rss", "flags", "uniqueSolution", "leaveOneOutRmse", "largestLeverages"), List.copyOf(json.keySet()));
        assertDigits(CERTIFIED, json.get("coefficients"), 1e-14);
        assertDigits(CERTIFIED_ERRORS, json.get("standardErrors"), 1e-13);
        assertEquals("[\"intercept\",\"x1\",\"x2\",\"x3\",\"x4\",\"x5\",\"x6\"]", json.get("names").toString());
        assertEquals("7 [] true", "%s %s %s".formatted(json.get("rank"), json.get("flags"), json.get(
                "uniqueSolution")));
        assertEquals(304.854073561965, json.get("residualStdDev").getAsDouble(), 1e-11);
        assertEquals(0.995479004577296, json.get("r2").getAsDouble(), 1e-14);
        assertEquals(836424.055505915, json.get("rss").getAsDouble(), 1e-8);
        assertEquals(Set.of(), made());
    }

    @Test
    void longleyIsToldAndDrawn() throws Exception {
        String text = succeed("solve longley.csv --target y --out made").text();
        for (String row : List.of("x2 +−0\\.0358191793 +0\\.0334910078 +−1\\.070 +0\\.313",
                "x6 +1829\\.15146 +455\\.478499 +4\\.016 +0\\.00304", "rank +7 of 7", "R² +0\\.995479005",
                "304\\.854074 with 9 degrees of freedom", "−410\\.115 +−157\\.675 +−28\\.1620 +101\\.550 +455\\.394")) {
            assertTrue(text.matches("(?s).*" + row + ".*"), text);
        }
        // Sixteen regressions without one row, in rational arithmetic.
        assertTrue(text.matches("(?s).*17 +0\\.6886 +−206\\.758 +−663\\.993.*"), text);
        assertTrue(text.replaceAll("\\s+", " ").contains("the root mean square of these is 424.771, and that of the "
                + "residuals themselves 228.641"), text);
        assertEquals(Set.of("made"), made());
        assertEquals("svg", Markup.parse(Files.readString(folder.resolve("made/leverages.svg"))).root().getTagName());
        assertEquals("svg", Markup.parse(Files.readString(folder.resolve("made/solve.svg"))).root().getTagName());
        assertTrue(Files.readString(folder.resolve("made/solve.html")).contains("Regression of y"));
    }

    @Test
    void whatIsNotUniqueIsSaidToBe() throws Exception {
        JsonObject json = succeed("solve twins.csv --json").json();
        assertEquals("[null,null,null] [\"RANK_DEFICIENT\"] false", "%s %s %s".formatted(json.get("standardErrors"),
                json.get("flags"), json.get("uniqueSolution")));
        assertTrue(succeed("solve twins.csv").text().contains("columns depend on each other"));
        assertEquals(Set.of("lanewise-out"), made());
    }

    @Test
    void theRidgePathIsTold() throws Exception {
        String text = succeed("solve twins.csv --ridge path --out made").text();
        assertTrue(text.contains("chosen") && text.contains("GCV") && text.contains("no standard errors"), text);
    }

    /// An array is one whatever its name, and gives the bits of the text.
    @Test
    void anArrayOfNumPy() throws Exception {
        JsonObject array = succeed("solve array.csv --json").json();
        JsonObject text = succeed("solve ok.csv --json").json();
        assertEquals("[\"intercept\",\"column 1\"]", array.get("names").toString());
        assertEquals(1, array.getAsJsonArray("largestLeverages").get(0).getAsJsonObject().get("row").getAsLong());
        assertEquals(2, text.getAsJsonArray("largestLeverages").get(0).getAsJsonObject().get("line").getAsLong());
        assertEquals(withoutNames(text), withoutNames(array));
        assertEquals(text, withoutNames(succeed("solve array.csv --target 2 --json").json()));
    }

    private static JsonObject withoutNames(JsonObject json) {
        json.remove("names");
        json.remove("largestLeverages");
        return json;
    }

    /// ȳ + 0.8(x − x̄) over x = 1, 2, 3, 4, whose leverages are 0.7, 0.3, 0.3 and 0.7; a row of weight 0 has none.
    @Test
    void leveragesAreWritten() throws Exception {
        Files.writeString(folder.resolve("w.csv"), "x,w,y\n1,1,2\n9,0,9\n2,1,3\n\n3,1,5\n4,1,4\n");
        JsonObject json = succeed("solve w.csv --weights w --leverages rows.csv --json").json();
        List<String> lines = Files.readAllLines(folder.resolve("rows.csv"));
        assertEquals("line,fitted,residual,leverage,left-out residual", lines.getFirst());
        double[][] expected = {{2, 2.3, -0.3, 0.7, -1}, {4, 3.1, -0.1, 0.3, -1.0 / 7}, {6, 3.9, 1.1, 0.3, 11.0 / 7}, {7,
                4.7, -0.7, 0.7, -7.0 / 3}};
        assertEquals(5, lines.size());
        double squares = 0.0;
        for (int i = 0; i < 4; i++) {
            double[] found = Stream.of(lines.get(i + 1).split(",")).mapToDouble(Double::parseDouble).toArray();
            assertArrayEquals(expected[i], found, 1e-14);
            squares += found[4] * found[4];
        }
        assertEquals(Math.sqrt(squares / 4), json.get("leaveOneOutRmse").getAsDouble(), 1e-14);
        assertEquals(Set.of(), made());
    }

    /// The last row alone has an a, and the answer without it would have none.
    @Test
    void aRowThatNothingPredicts() throws Exception {
        Files.writeString(folder.resolve("alone.csv"), "a,y\n0,1\n0,2\n0,4\n1,9\n");
        JsonObject json = succeed("solve alone.csv --leverages rows.csv --json").json();
        assertEquals("null", json.get("leaveOneOutRmse").toString());
        assertTrue(Files.readAllLines(folder.resolve("rows.csv")).getLast().endsWith(","));
        assertTrue(succeed("solve alone.csv").text().replaceAll("\\s+", " ").contains(
                "a row of leverage 1 has none, for without it some coefficient is not determined"));
    }

    @Test
    void oneDegreeOfFreedom() throws Exception {
        Files.writeString(folder.resolve("three.csv"), "a,y\n1,2\n2,3\n3,5\n");
        String text = succeed("solve three.csv").text().replaceAll("\\s+", " ");
        assertTrue(text.contains("with 1 degree of freedom"));
        assertTrue(text.contains("(Student's distribution, 1 degree of freedom)"));
    }

    /// What rounding puts above 1, where a projection ends, is not told.
    @Test
    void noLeverageIsAboveOne() throws Exception {
        Files.writeString(folder.resolve("heavy.csv"), "a,b,c,w,y\n0,2,1,1,3\n0,1,1,1,2\n1,1,0,1e22,2\n1,0,1,1e22,2\n");
        JsonObject json = succeed("solve heavy.csv --weights w --no-intercept --json").json();
        assertEquals(1.0,
                json.getAsJsonArray("largestLeverages").get(0).getAsJsonObject().get("leverage").getAsDouble());
    }

    @Test
    void aMeanExplainsNothing() throws Exception {
        JsonObject mean = succeed("solve one.csv --json").json();
        assertEquals("[1.5] 0.0", mean.get("coefficients") + " " + mean.get("r2"));
    }

    @Test
    void theInterceptMayBeAskedForOrLeftOut() throws Exception {
        assertEquals("[\"intercept\",\"x\"]", succeed("solve ok.csv --intercept --json").json().get("names")
                .toString());
        assertEquals("[\"x\"]", succeed("solve ok.csv --no-intercept --json").json().get("names").toString());
        assertEquals("[\"intercept\"]", succeed("solve one.csv --json").json().get("names").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none.csv | there is no file none.csv
            - | - is no file: the numbers may be needed twice, so they cannot come from standard input
            vector.csv | vector.csv: the array has one axis, and rows and columns are two
            late.csv | late.csv, line 3, column 2 (y): there is no number, the field is empty
            ok.csv --target z | ok.csv: there is no column 'z'; it has x, y
            ok.csv --target y --weights 2 | --target and --weights both name the column y
            heavy.csv --weights w | heavy.csv, line 3, column 3 (w): the weight is -1.0, but weights are at least 0
            light.csv --weights w | light.csv: all weights, in column w, are 0
            one.csv --weights 1 | one.csv has no column but the weights
            one.csv --no-intercept | one.csv has no input, and --no-intercept leaves nothing to fit
            one.csv --ridge 1 | one.csv has no input that --ridge could hold
            ok.csv --ridge -1 | --ridge is '-1', but it is a number of at least 0, or path
            ok.csv --refine 0 | --refine is '0', but it is auto, off or a number of steps, at least 1
            ok.csv --poly 101 | --poly is 101, but a degree is 0 to 100
            twins.csv --poly 2 | --poly takes one input, but twins.csv has 2
            ok.csv --out ok.csv | cannot write to ok.csv: it is a file, not a folder
            ok.csv --leverages ok.csv | --leverages would overwrite the data, ok.csv
            ok.csv --leverages no/rows.csv | --leverages no/rows.csv: there is no folder no
            ok.csv --poly 0 --no-intercept | --poly 0 is the intercept, and --no-intercept leaves nothing to fit
            ok.csv --poly 0 --ridge 1 | --poly 0 has no power that --ridge could hold
            """)
    void wrongInput(String words, String sentence) throws Exception {
        ProgramRun run = ProgramRun.lanewise(folder, ("solve " + words).split(" "));
        assertEquals("lanewise: " + sentence, run.stderr());
        assertEquals(2, run.code());
        assertEquals("", run.text());
        assertEquals(Set.of(), made());
    }

    /// A polynomial takes every option that a regression takes; the data are 1 + x³ at −2 … 3, and once 100 beside it.
    @ParameterizedTest
    @CsvSource({"--poly 3 --weights w, '[1.0,0.0,0.0,1.0]'", "--poly 3 --weights w --refine off, '[1.0,0.0,0.0,1.0]'",
            "--poly 3 --weights w --rank numpy, '[1.0,0.0,0.0,1.0]'",
            "--poly 3 --weights w --ridge 0, '[1.0,0.0,0.0,1.0]'",
            "--poly 3 --weights w --no-intercept, '[0.0,0.0,1.0]'",
            "--poly 3 --weights w --no-intercept --ridge 0, '[0.0,0.0,1.0]'"})
    void polynomialsTakeEveryOption(String options, String expected) throws Exception {
        int constant = options.contains("--no-intercept") ? 0 : 1;
        StringBuilder text = new StringBuilder("x,w,y\n");
        for (int x = -2; x <= 3; x++) text.append(x + "," + (x + 3) + "," + (constant + x * x * x) + "\n");
        Files.writeString(folder.resolve("cubic.csv"), text + "1,0,100\n");
        JsonObject json = succeed("solve cubic.csv --json " + options).json();
        double[] coefficients = new double[json.get("coefficients").getAsJsonArray().size()];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = json.get("coefficients").getAsJsonArray().get(k).getAsDouble();
        }
        double[] wanted = Stream.of(expected.substring(1, expected.length() - 1).split(",")).mapToDouble(
                Double::parseDouble).toArray();
        assertArrayEquals(wanted, coefficients, 1e-12);
        assertEquals(wanted.length, json.get("rank").getAsInt());
        assertEquals(constant == 1 ? "\"intercept\"" : "\"x\"", json.get("names").getAsJsonArray().get(0).toString());
    }
}
