package dev.lanewise.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.google.gson.JsonObject;
import dev.lanewise.Lanewise;
import dev.lanewise.demo.plot.Markup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The program as a process: what it prints, and what it leaves in the folder.
class ProgramTest {
    @TempDir
    private Path folder;

    /// x·sin x on linspace(0, 10, 100), as the lesson has it.
    @BeforeEach
    void curve() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 100; i++) {
            double x = i == 99 ? 10.0 : i * (10.0 / 99);
            text.append(x).append(',').append(x * StrictMath.sin(x)).append('\n');
        }
        Files.writeString(folder.resolve("curve.csv"), text);
    }

    private ProgramRun succeed(String... args) throws Exception {
        ProgramRun run = ProgramRun.lanewise(folder, args);
        assertEquals(0, run.code(), run.stderr());
        // A busy machine may take over a second for a step, which is then told.
        assertTrue(run.stderr().lines().allMatch(line -> line.endsWith(" …")), run.stderr());
        return run;
    }

    private Set<String> files(String name) throws IOException {
        try (var list = Files.list(folder.resolve(name))) {
            return Set.copyOf(list.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void theVersionTellsTheBackend() throws Exception {
        ProgramRun run = ProgramRun.java(folder, List.of("-Dlanewise.backend=scalar"), "--version");
        assertEquals("lanewise " + Lanewise.VERSION
                + "\nscalar: asked for by -Dlanewise.backend=scalar\n", run.text());
        assertEquals(0, run.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "fit --help", "solve --help", "predict --help", "inspect --help", "lesson -h",
            "speed --help"})
    void helpIsAResult(String words) throws Exception {
        String help = succeed(words.split(" ")).text();
        assertTrue(help.contains("Usage: lanewise"), help);
        assertTrue(help.contains("--help"), help);
    }

    @Test
    void theHelpSaysOfWhichMatrixTheRankIs() throws Exception {
        assertTrue(succeed("fit", "--help").text().contains("a column of ones"));
    }

    @Test
    void theLessonsFitsOfAFile() throws Exception {
        JsonObject shallow = succeed("fit", "curve.csv", "--init", "lesson", "--json").json();
        assertEquals(List.of("rows", "inputs", "neurons", "layers", "rank", "condition", "rmse", "residualNorm",
                "maxError", "r2", "uniqueSolution"), List.copyOf(shallow.keySet()));
        assertEquals("100 1 10 1 10 true", "%s %s %s %s %s %s".formatted(shallow.get("rows"), shallow.get("inputs"),
                shallow.get("neurons"), shallow.get("layers"), shallow.get("rank"), shallow.get("uniqueSolution")));
        assertEquals(0.281231054, shallow.get("rmse").getAsDouble(), 1e-9);
        assertEquals(2.81231054, shallow.get("residualNorm").getAsDouble(), 1e-8);
        assertEquals(1.25510825, shallow.get("maxError").getAsDouble(), 1e-6);
        assertEquals(1.567e8, shallow.get("condition").getAsDouble(), 1e5);

        JsonObject deep = succeed("fit", "curve.csv", "--init", "lesson", "--layers", "2", "--json").json();
        assertEquals(0.356269204, deep.get("rmse").getAsDouble(), 1e-9);
        assertEquals(1.212e7, deep.get("condition").getAsDouble(), 1e4);
        assertEquals(Set.of("curve.csv"), files(""));
    }

    @Test
    void aFitIsToldDrawnAndSaved() throws Exception {
        String text = succeed("fit", "curve.csv", "--neurons", "40", "--test", "0.25", "--predictions", "p.csv").text();
        for (String word : List.of("100 (75 fitted, 25 held out)", "1 → 40 tanh → 1", "R²", "held-out RMSE",
                "minimum-norm", "The rank is deficient", "lanewise-out"))
            assertTrue(text.contains(word), text);
        assertTrue(text.matches("(?s).*condition +[1-9]\\.[0-9]{3}·10.*"), text);
        assertEquals(Set.of("curve.csv", "p.csv", "lanewise-out"), files(""));
        assertEquals(Set.of("fit.svg", "fit.html"), files("lanewise-out"));
        Markup svg = Markup.parse(Files.readString(folder.resolve("lanewise-out/fit.svg")));
        assertEquals("svg", svg.root().getTagName());
    }

    @Test
    void thePredictionsAreThoseOfTheFigures() throws Exception {
        JsonObject json = succeed("fit", "curve.csv", "--test", ".25", "--json", "--predictions", "p.csv").json();
        List<String> lines = Files.readAllLines(folder.resolve("p.csv"));
        List<String> data = Files.readAllLines(folder.resolve("curve.csv"));
        assertEquals("x,y,prediction,residual,split", lines.getFirst());
        assertEquals(101, lines.size());
        double[] squares = {0, 0};
        int[] counts = {0, 0};
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(","), given = data.get(i).split(",");
            for (int j = 0; j < 2; j++) assertEquals(Double.parseDouble(given[j]), Double.parseDouble(fields[j]));
            double residual = Double.parseDouble(fields[3]);
            assertEquals(Double.parseDouble(fields[1]) - Double.parseDouble(fields[2]), residual);
            int split = List.of("train", "test").indexOf(fields[4]);
            squares[split] += residual * residual;
            counts[split]++;
        }
        assertEquals(75, counts[0]);
        assertEquals(Math.sqrt(squares[0] / 75), json.get("rmse").getAsDouble(), 1e-14);
        assertEquals(Math.sqrt(squares[1] / 25), json.get("testRmse").getAsDouble(), 1e-14);
        assertFalse(Files.exists(folder.resolve("lanewise-out")));
    }

    @Test
    void whatIsNotFiniteIsNull() throws Exception {
        Files.writeString(folder.resolve("flat.csv"), "1,2,0.1\n2,3,0.1\n3,5,0.1\n");
        JsonObject json = succeed("fit", "flat.csv", "--out", "made", "--json").json();
        assertTrue(json.get("r2").isJsonNull());
        assertEquals(Set.of("fit.svg", "fit.html"), files("made"));
    }

    @Test
    void theLessonAsJson() throws Exception {
        JsonObject json = succeed("lesson", "--json").json();
        assertEquals(List.of("backend", "shallow", "deep"), List.copyOf(json.keySet()));
        assertEquals(List.of("neurons", "layers", "rmse", "residualNorm", "maxError", "rank", "condition",
                "coefficients", "fit"), List.copyOf(json.getAsJsonObject("deep").keySet()));
        assertEquals(Lanewise.describe(), json.get("backend").getAsString());
        assertEquals(0.281231054, json.getAsJsonObject("shallow").get("rmse").getAsDouble(), 1e-9);
        assertEquals(100, json.getAsJsonObject("shallow").getAsJsonArray("fit").size());
        assertEquals(Set.of("curve.csv"), files(""));
    }

    @Test
    void theLessonIsWhatRunsWithoutACommand() throws Exception {
        ProgramRun run = succeed("--out", "deep/er");
        assertTrue(run.text().contains("0.281231054"), run.text());
        assertTrue(run.text().contains("—") || run.text().contains("·"), run.text());
        assertTrue(files("deep/er").contains("report.html"));
        for (String file : files("deep/er")) {
            if (file.endsWith(".svg")) {
                assertEquals("svg", Markup.parse(Files.readString(folder.resolve("deep/er", file))).root()
                        .getTagName());
            }
        }
    }
}
