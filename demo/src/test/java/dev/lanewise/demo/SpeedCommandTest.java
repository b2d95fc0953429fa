package dev.lanewise.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lanewise.demo.plot.Markup;
import dev.lanewise.demo.speed.Fake;
import dev.lanewise.demo.speed.Measurements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What `lanewise speed` prints and writes, of measurements that nobody made.
class SpeedCommandTest {
    @TempDir
    private Path folder;

    private static String run(String... args) {
        return run(Fake.measurements(), args);
    }

    private static String run(Measurements measured, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new SpeedCommand(progress -> measured)).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).execute(args);
        assertEquals("0 ", code + " " + err);
        return out.toString();
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void jsonIsExactlyThis() throws Exception {
        assertEquals("{\"peakGflops\":64.0,\"bandwidthGBs\":{\"l1\":256.0,\"l2\":128.0,\"l3\":64.0,\"dram\":16.0},"
                + "\"kernels\":["
                + "{\"name\":\"gemm\",\"shape\":\"100 × 100\",\"gflops\":40.0,\"limitShare\":0.625,"
                + "\"speedupOverLoop\":5.0},"
                + "{\"name\":\"gemv\",\"shape\":\"100 × 100\",\"gbs\":80.0,\"limitShare\":0.8,"
                + "\"speedupOverLoop\":4.0},"
                + "{\"name\":\"tanh\",\"shape\":\"1000\",\"nsPerElement\":2.0,\"limitShare\":0.6875,"
                + "\"speedupOverLoop\":10.0}]}", run("--json").strip());
        assertEquals(List.of(), files());
    }

    @Test
    void jsonSaysWhatHasNotSettled() {
        JsonArray kernels = JsonParser.parseString(run(Fake.unsettled(), "--json")).getAsJsonObject().getAsJsonArray(
                "kernels");
        assertFalse(kernels.get(0).getAsJsonObject().has("settled"));
        assertFalse(kernels.get(1).getAsJsonObject().get("settled").getAsBoolean());
    }

    @Test
    void tellsAndWritesFigureAndPage() throws Exception {
        String account = run("--out", folder.toString());
        assertTrue(account.startsWith("How fast Lanewise is on this machine\n"), account);
        assertTrue(account.contains("roofline.svg and speed.html"), account);
        assertEquals(List.of("roofline.svg", "speed.html"), files());
        assertEquals("svg", Markup.parse(Files.readString(folder.resolve("roofline.svg"))).root().getTagName());
        Markup page = Markup.parse(Files.readString(folder.resolve("speed.html")));
        assertEquals(1, page.all("svg").size());
        assertTrue(page.texts("td").containsAll(List.of("A & B <1>", "gemm", "tanh")));
    }

    @Test
    void jsonWithAFolderWritesBoth() throws Exception {
        JsonObject json = JsonParser.parseString(run("--json", "--out", folder.toString())).getAsJsonObject();
        assertEquals(3, json.getAsJsonArray("kernels").size());
        assertEquals(List.of("roofline.svg", "speed.html"), files());
    }
}
