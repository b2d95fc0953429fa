package dev.lanewise.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import dev.lanewise.demo.plot.Markup;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;
import dev.lanewise.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The program as a process, from the fit that saves a network to its predictions.
class SavedNetworkTest {
    @TempDir
    private Path folder;

    private String succeed(String... args) throws Exception {
        ProgramRun run = ProgramRun.lanewise(folder, args);
        assertEquals(0, run.code(), run.stderr());
        assertTrue(run.stderr().lines().allMatch(line -> line.endsWith(" …")), run.stderr());
        return run.text();
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /// A column of inputs, the target, and with two inputs another.
    private void data(int inputs) throws IOException {
        double[] x = new NumpyRandom(3).rand(80);
        StringBuilder text = new StringBuilder(inputs == 1 ? "x,\"y, in m\"\n" : "x,\"y, in m\",z\n");
        for (int i = 0; i < 40; i++) {
            text.append(x[i] * 1e-3).append(',').append(x[i] * x[40 + i]);
            text.append(inputs == 1 ? "\n" : "," + x[40 + i] * 1e5 + "\n");
        }
        Files.writeString(folder.resolve("data.csv"), text);
    }

    /// The first columns of a listing as it is, without parsing one number.
    private List<String> columns(String file, int count) throws IOException {
        List<String> cut = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            cut.add(Stream.of(line.replace("\"y, in m\"", "y").split(",")).limit(count).collect(Collectors.joining(
                    ",")));
        }
        return cut;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--init normal --layers 2 --test 0.2", "--init lesson --layers 2",
            "--activation gelu --neurons 30"})
    void aSavedNetworkAnswersAsTheFitPrinted(String settings) throws Exception {
        data(1);
        List<String> fit = new ArrayList<>(List.of("fit", "data.csv", "--json", "--save", "m.npz", "--predictions",
                "p.csv"));
        fit.addAll(List.of(settings.split(" ")));
        succeed(fit.toArray(String[]::new));
        succeed("predict", "m.npz", "data.csv", "--target", "y, in m", "--out", "q.csv");
        assertEquals(columns("p.csv", 3), columns("q.csv", 3));
        assertEquals(Set.of("data.csv", "m.npz", "p.csv", "q.csv"), files());
    }

    @Test
    void theTargetMayStandBetweenTheInputs() throws Exception {
        data(2);
        String told = succeed("fit", "data.csv", "--target", "2", "--save", "m.npz", "--predictions", "p.csv");
        assertTrue(told.endsWith("The network is in m.npz.\n"), told);
        String printed = succeed("predict", "m.npz", "data.csv", "--target", "2");
        assertEquals("x,\"y, in m\",z,prediction", printed.lines().findFirst().orElseThrow());
        String written = succeed("predict", "m.npz", "data.csv", "--target", "y, in m", "--out", "q.csv");
        assertEquals("The predictions of 40 rows are in q.csv.\n", written);
        assertEquals(printed, Files.readString(folder.resolve("q.csv")));
        Files.writeString(folder.resolve("row.csv"), "x,z\n1,2\n");
        assertEquals("The predictions of 1 row are in r.csv.\n", succeed("predict", "m.npz", "row.csv", "--out",
                "r.csv"));
        List<String> fitted = Files.readAllLines(folder.resolve("p.csv"));
        List<String> predicted = printed.lines().toList();
        for (int i = 1; i <= 40; i++) assertEquals(fitted.get(i).split(",")[3], predicted.get(i).split(",")[3]);
    }

    @Test
    void columnsAreTakenByName() throws Exception {
        Files.writeString(folder.resolve("data.csv"), "size,rooms,price\n1,5,7\n2,3,8\n4,4,1\n3,9,2\n7,1,6\n");
        succeed("fit", "data.csv", "--neurons", "3", "--save", "m.npz", "--json");
        Files.writeString(folder.resolve("plain.csv"), "1.5,4\n6,2\n");
        Files.writeString(folder.resolve("same.csv"), "size,rooms\n1.5,4\n6,2\n");
        Files.writeString(folder.resolve("other.csv"), "rooms,year,size\n4,1990,1.5\n2,2001,6\n");
        List<String> expected = last(succeed("predict", "m.npz", "plain.csv"));
        List<String> named = last(succeed("predict", "m.npz", "same.csv"));
        assertEquals(expected, named.subList(1, 3));
        assertEquals(named, last(succeed("predict", "m.npz", "other.csv")));
        assertEquals(named, last(succeed("predict", "m.npz", "other.csv", "--target", "year")));
    }

    /// The predictions of a listing.
    private static List<String> last(String listing) {
        return listing.lines().map(line -> line.substring(line.lastIndexOf(',') + 1)).toList();
    }

    @Test
    void whereColumnsHaveNoNameOfTheirOwnTheyGoByTheirOrder() throws Exception {
        Files.writeString(folder.resolve("data.csv"), "a,a,b\n1,5,7\n2,3,8\n4,4,1\n3,9,2\n7,1,6\n");
        succeed("fit", "data.csv", "--neurons", "3", "--save", "m.npz", "--json");
        assertEquals(List.of(), ModelFile.read(folder.resolve("m.npz")).inputNames());
        succeed("predict", "m.npz", "data.csv", "--target", "b");
    }

    @Test
    void withoutAHeaderThereIsNone() throws Exception {
        ModelFile.save(Network.input(1).dense(Matrix.of(2, 1, 2, 1e300), new double[] {1, 0}, Activation.IDENTITY)
                .build(), folder.resolve("m.npz"));
        Files.writeString(folder.resolve("x.csv"), "0.1\n\n1e300\n");
        assertEquals("0.1,1.2,1.0E299\n1.0E300,2.0E300,\n", succeed("predict", "m.npz", "x.csv"));
        assertEquals("{\"outputs\":2,\"predictions\":[[1.2,1.0E299],[2.0E300,null]],\"rows\":2}\n", succeed("predict",
                "m.npz", "x.csv", "--json"));
        assertEquals("{\"outputs\":2,\"rows\":2}\n", succeed("predict", "m.npz", "x.csv", "--json", "--out", "q.csv"));
        Files.writeString(folder.resolve("h.csv"), "x\n0.1\n");
        assertEquals("x,prediction 1,prediction 2\n0.1,1.2,1.0E299\n", succeed("predict", "m.npz", "h.csv"));
    }

    /// As a table the rows would take 24 MB, and the program has 20.
    @Test
    void aFileLargerThanTheMemoryGoesThrough() throws Exception {
        ModelFile.save(Network.input(3).dense(Matrix.of(1, 3, 1, 10, 100), new double[1], Activation.IDENTITY).build(),
                folder.resolve("m.npz"));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("long.csv"))) {
            for (int i = 0; i < 1_000_000; i++) out.write(i % 7 + ",1,2\n");
        }
        ProgramRun run = ProgramRun.java(folder, List.of("-Xmx20m"), "predict", "m.npz", "long.csv", "--out", "q.csv");
        assertEquals(0, run.code(), run.stderr());
        try (Stream<String> lines = Files.lines(folder.resolve("q.csv"))) {
            assertEquals(1_000_000, lines.filter(line -> line.matches("([0-6]),1,2,21\\1")).count());
        }
    }

    @Test
    void aNetworkIsInspectedDrawnAndPaged() throws Exception {
        data(2);
        succeed("fit", "data.csv", "--neurons", "40", "--save", "m.npz", "--json");
        String told = succeed("inspect", "m.npz");
        assertTrue(told.contains("40 → 1"), told);
        assertEquals(Set.of("data.csv", "m.npz"), files());
        JsonObject json = new ProgramRun(0, succeed("inspect", "m.npz", "--json", "--out", "page").getBytes(
                StandardCharsets.UTF_8), "").json();
        assertEquals("tanh", json.getAsJsonArray("layers").get(0).getAsJsonObject().get("activation").getAsString());
        assertEquals("[40,2]", json.getAsJsonArray("tensors").get(3).getAsJsonObject().get("shape").toString());
        assertEquals(Set.of("data.csv", "m.npz", "page"), files());
        Markup svg = Markup.parse(Files.readString(folder.resolve("page/network.svg")));
        assertEquals("svg", svg.root().getTagName());
        assertTrue(Files.readString(folder.resolve("page/inspect.html")).contains("network.svg"));
    }
}
