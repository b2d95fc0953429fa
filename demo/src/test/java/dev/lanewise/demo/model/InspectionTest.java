package dev.lanewise.demo.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.lanewise.demo.report.HtmlRenderer;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.TextRenderer;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.io.DType;
import dev.lanewise.io.Npy;
import dev.lanewise.io.Npz;
import dev.lanewise.io.Safetensors;
import dev.lanewise.io.Tensor;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InspectionTest {
    private static final Tensor MATRIX = Tensor.of(Matrix.of(2, 3, 1, 2, 3, 4, 5, 6));

    @TempDir
    private Path folder;

    private static Network network(int neurons) {
        NumpyRandom random = new NumpyRandom(1);
        return Network.input(3).dense(RandomLayer.normal(random, 3, neurons, Activation.RELU))
                .dense(RandomLayer.normal(random, neurons, 2, Activation.IDENTITY)).build();
    }

    private static String text(Path file) {
        return TextRenderer.render(Inspection.of(file).report());
    }

    /// The words of the line that begins so.
    private static List<String> line(String text, String start) {
        String found = text.lines().map(String::strip).filter(line -> line.startsWith(start)).findFirst().orElseThrow(
                () -> new AssertionError("no " + start + " in\n" + text));
        return List.of(found.split(" {2,}"));
    }

    private Path archive(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("archive.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey() + ".npy"));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static byte[] npy(Tensor tensor, Npy.Layout layout) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Npy.write(bytes, tensor, layout);
        return bytes.toByteArray();
    }

    @Test
    void orderIsThatOfTheFile() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("usual", npy(MATRIX, Npy.Layout.USUAL));
        entries.put("turned", npy(MATRIX, new Npy.Layout(ByteOrder.LITTLE_ENDIAN, true, 1)));
        entries.put("both", npy(MATRIX, new Npy.Layout(ByteOrder.BIG_ENDIAN, true, 3)));
        String text = text(archive(entries));
        assertEquals(List.of("usual", "float64", "2 × 3", "C", "48", "1.000", "6.000", "0"), line(text, "usual"));
        assertEquals("Fortran", line(text, "turned").get(3));
        assertEquals("Fortran, big-endian", line(text, "both").get(3));
        Path single = folder.resolve("single");
        Npy.write(single, MATRIX, new Npy.Layout(ByteOrder.BIG_ENDIAN, false, 2));
        assertEquals("C, big-endian", line(text(single), "–").get(3));
    }

    @Test
    void nansAreCountedAndNoNumbersAreADash() throws IOException {
        Path file = folder.resolve("a.npz");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("some", Tensor.of(DType.FLOAT16, new int[] {4}, Double.NaN, 2, -0.5, Double.NaN));
        tensors.put("only", Tensor.vector(Double.NaN));
        tensors.put("none", Tensor.of(DType.FLOAT32, new int[] {0, 3}));
        tensors.put("far", Tensor.vector(Double.NEGATIVE_INFINITY, 1e300));
        tensors.put("whole", Tensor.of(DType.UINT64, new int[] {}, 0x1p63));
        Npz.write(file, tensors);
        String text = text(file);
        assertEquals(List.of("some", "float16", "4", "C", "8", "−0.5000", "2.000", "2"), line(text, "some"));
        assertEquals(List.of("only", "float64", "1", "C", "8", "–", "–", "1"), line(text, "only"));
        assertEquals(List.of("none", "float32", "0 × 3", "C", "0", "–", "–", "0"), line(text, "none"));
        assertEquals(List.of("far", "float64", "2", "C", "16", "−∞", "1.000·10³⁰⁰", "0"), line(text, "far"));
        assertEquals(List.of("whole", "uint64", "scalar", "C", "8", "9223372036854775808", "9223372036854775808", "0"),
                line(text, "whole"));
    }

    @Test
    void namesAndTextsCannotSteerTheTerminal() throws IOException {
        String evil = new String(new int[] {0x1b, '[', '2', 'J', 0x202e, 0x9b, '\n'}, 0, 7);
        Path file = folder.resolve("evil");
        new Safetensors(Map.of(evil, MATRIX), Map.of("k" + evil, evil + "<b>&")).write(file);
        Report report = Inspection.of(file).report();
        String text = TextRenderer.render(report);
        assertTrue(text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c) && c != 0x202e), text);
        assertTrue(text.contains("<U+001B>[2J<U+202E><U+009B><U+000A>  float64  2 × 3"), text);
        assertTrue(text.contains("k<U+001B>[2J<U+202E><U+009B><U+000A>  <U+001B>[2J"), text);
        assertFalse(HtmlRenderer.render(report).contains("<b>"));
    }

    @Test
    void aNetworkIsDescribedAndDrawnWithAnEllipsis() throws IOException {
        Path file = folder.resolve("m");
        ModelFile.save(network(128), file);
        Report report = Inspection.of(file).report();
        String text = TextRenderer.render(report);
        network(128).describe().lines().forEach(line -> assertTrue(text.contains(line.stripTrailing()), text));
        String svg = report.pictures().getFirst().svg();
        assertEquals(network(128).diagram(), svg);
        assertTrue(svg.contains("… 117 more"), svg);
        assertTrue(HtmlRenderer.render(report).contains(svg));
        assertFalse(TextRenderer.render(report.withoutPictures()).contains(Inspection.FIGURE));
    }

    @Test
    void aNetworkThatIsBrokenIsStillShown() throws IOException {
        Path file = folder.resolve("m");
        ModelFile.save(network(4), file);
        Map<String, Tensor> tensors = new LinkedHashMap<>(Npz.read(file));
        tensors.put("layer1.bias", Tensor.vector(1, Double.NaN, 3, 4));
        Npz.write(file, tensors);
        Inspection inspection = Inspection.of(file);
        assertTrue(inspection.fault().orElseThrow().contains("'layer1.bias'"), inspection.fault()::toString);
        assertEquals("1", line(TextRenderer.render(inspection.report()), "layer1.bias").getLast());
        assertEquals(List.of(), inspection.report().pictures());
    }

    private static String refusal(Path file) {
        return assertThrows(InputException.class, () -> Inspection.of(file)).getMessage();
    }

    @Test
    void whatIsNoSuchFileIsRefused() throws IOException {
        Path file = folder.resolve("f");
        assertEquals("there is no file " + file, refusal(file));
        String none = file + " is neither .npz nor .npy nor safetensors";
        assertEquals(none + "; it is empty", refusal(Files.writeString(file, "")));
        for (String text : List.of("hello, this is no model", "{\"a\":1,\"b\":2}")) {
            assertEquals(none + "; it begins like text", refusal(Files.writeString(file, text)));
        }
        assertEquals(none + "; it begins like HTML or XML",
                refusal(Files.writeString(file, "<!DOCTYPE html>\n<html>")));
        assertEquals(none, refusal(Files.write(file, new byte[100])));
        assertTrue(refusal(Files.writeString(file, "PK, but no archive")).startsWith(file + ": "), refusal(file));
        assertEquals(folder + " is a folder, not a file", refusal(folder));
        assertEquals("the name of the file is empty", refusal(Path.of("")));
    }
}
