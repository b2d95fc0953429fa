package dev.lanewise.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lanewise.Lanewise;
import dev.lanewise.demo.lesson.FittedNetwork;
import dev.lanewise.demo.lesson.Lesson;
import dev.lanewise.demo.plot.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What `lanewise lesson` prints and writes.
class LessonCommandTest {
    private static final List<String> FIGURES = List.of("activations.svg", "deep-fit.svg", "deep-network.svg",
            "dense-network.svg", "neurons.svg", "sawtooth.svg", "shallow-fit.svg", "shallow-network.svg",
            "sweep-band.svg", "sweep.svg");

    @TempDir
    private Path folder;

    @Test
    void jsonReadsBackExactly() {
        JsonObject json = JsonParser.parseString(run("--json")).getAsJsonObject();
        assertEquals(List.of("backend", "shallow", "deep"), List.copyOf(json.keySet()));
        assertEquals(Lanewise.describe(), json.get("backend").getAsString());
        Lesson lesson = Lesson.compute();
        assertSame(lesson.shallow(), 1, json.getAsJsonObject("shallow"));
        assertSame(lesson.deep(), 2, json.getAsJsonObject("deep"));
    }

    private static void assertSame(FittedNetwork fitted, int layers, JsonObject json) {
        assertEquals(List.of("neurons", "layers", "rmse", "residualNorm", "maxError", "rank", "condition",
                "coefficients", "fit"), List.copyOf(json.keySet()));
        assertEquals(10, json.get("neurons").getAsInt());
        assertEquals(layers, json.get("layers").getAsInt());
        assertEquals(fitted.rmse(), json.get("rmse").getAsDouble());
        assertEquals(fitted.residualNorm(), json.get("residualNorm").getAsDouble());
        assertEquals(fitted.maxError(), json.get("maxError").getAsDouble());
        assertEquals(fitted.fit().rank(), json.get("rank").getAsInt());
        assertEquals(fitted.condition(), json.get("condition").getAsDouble());
        assertArrayEquals(fitted.coefficients(), numbers(json, "coefficients"));
        assertArrayEquals(fitted.values(), numbers(json, "fit"));
    }

    private static double[] numbers(JsonObject json, String name) {
        return StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    @Test
    void tellsTheLessonAndWritesFiguresAndPage() throws Exception {
        String account = run("--out", folder.toString());
        for (int chapter = 1; chapter <= 7; chapter++) assertTrue(account.contains("\n" + chapter + ". "));
        assertTrue(account.contains("0.281231054") && account.contains("0.356269204"));
        String oneLine = account.replaceAll("\\s+", " ");
        assertTrue(oneLine.contains("neurons 5 and 6 lie on each other") && oneLine.contains(
                "the coefficients +1.98·10⁷ and −1.99·10⁷"), account);
        assertEquals(Stream.concat(FIGURES.stream(), Stream.of("report.html")).sorted().toList(), files());
        for (String figure : FIGURES) {
            assertEquals("svg", Markup.parse(Files.readString(folder.resolve(figure))).root().getTagName());
            assertTrue(account.contains(figure));
        }
        String page = Files.readString(folder.resolve("report.html"));
        assertEquals(FIGURES.size(), page.split("<svg", -1).length - 1);
        assertFalse(page.matches("(?s).*(src=|@import|<link|<script|//).*"), "something is fetched");
    }

    @Test
    void jsonWithAFolderWritesTooAndStillPrintsOnlyJson() throws IOException {
        String out = run("--json", "--out", folder.toString());
        assertEquals(1, out.lines().count());
        assertTrue(JsonParser.parseString(out).isJsonObject());
        assertTrue(files().contains("report.html"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new LessonCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(args);
        assertEquals(0, code, err::toString);
        return out.toString();
    }
}
