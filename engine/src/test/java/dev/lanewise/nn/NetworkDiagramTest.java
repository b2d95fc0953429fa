package dev.lanewise.nn;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.random.NumpyRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Tag("once")
class NetworkDiagramTest {
    static final int LARGEST = 500_000;
    private static final String BLUE = "#0072b2", VERMILION = "#d55e00", PURPLE = "#cc79a7";

    static {
        // The engine's module, which tests are part of, does not read the parser's.
        ModuleLayer.boot().findModule("java.xml").ifPresent(NetworkDiagramTest.class.getModule()::addReads);
    }

    /// What the JDK's parser reads, which takes nothing that is not well-formed.
    static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError(svg, e);
        }
    }

    private static List<Element> elements(Network network, String name) {
        NodeList nodes = parsed(network.diagram()).getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    private static List<String> texts(Network network, String name) {
        return elements(network, name).stream().map(Element::getTextContent).toList();
    }

    private static Network network(int... widths) {
        NumpyRandom random = new NumpyRandom(1);
        Network.Builder builder = Network.input(widths[0]);
        for (int i = 1; i < widths.length; i++) {
            builder.dense(RandomLayer.normal(random, widths[i - 1], widths[i], Activation.TANH));
        }
        return builder.build();
    }

    private static Network layer(Matrix weights, double... bias) {
        return Network.input(weights.cols()).dense(weights, bias, Activation.IDENTITY).build();
    }

    @Test
    void everyNeuronAndEveryConnectionIsThere() {
        Network network = network(3, 12, 2);
        assertEquals(3 + 12 + 2, elements(network, "circle").size());
        assertEquals(3 * 12 + 12 * 2, elements(network, "path").size());
        List<String> texts = texts(network, "text");
        assertTrue(texts.containsAll(List.of("input", "3", "layer 1", "12 · TANH", "output", "2 · TANH", "x₃", "h₁₂",
                "y₂")), texts::toString);
        assertTrue(texts.containsAll(network.describe().lines().skip(3).toList()), texts::toString);
        assertTrue(texts.stream().noneMatch(text -> text.startsWith("…")), texts::toString);
    }

    @Test
    void wideLayersAndDeepNetworksAreShortened() {
        Network wide = network(1, 13, 128);
        assertEquals(1 + 11 + 11, elements(wide, "circle").size());
        assertEquals(11 + 11 * 11, elements(wide, "path").size());
        List<String> texts = texts(wide, "text");
        assertTrue(texts.containsAll(List.of("x", "… 2 more", "… 117 more", "h₁₀", "h₁₃", "y₁₀", "y₁₂₈")),
                texts::toString);
        assertFalse(texts.contains("h₁₁") || texts.contains("y₁₁"), texts::toString);

        int[] ones = new int[24];
        Arrays.fill(ones, 1);
        assertEquals(23, elements(network(ones), "path").size());
        int[] more = new int[25];
        Arrays.fill(more, 1);
        Network deep = network(more);
        assertEquals(23, elements(deep, "circle").size());
        assertEquals(21, elements(deep, "path").size());
        assertTrue(texts(deep, "text").containsAll(List.of("layer 21", "… 2 more layers", "output")));
    }

    /// Colour by sign, thickness by magnitude, nothing for zero.
    @Test
    void aConnectionShowsItsWeight() {
        Network network = layer(Matrix.of(2, 3, 2, -1, 0, 0.5, Double.NaN, -0.0), 0.25, -3);
        List<Element> paths = elements(network, "path");
        assertEquals(List.of(BLUE, VERMILION, BLUE, PURPLE), paths.stream().map(p -> p.getAttribute("stroke"))
                .toList());
        assertEquals(List.of("x₁ → y₁: 2", "x₂ → y₁: −1", "x₁ → y₂: 0.5", "x₂ → y₂: NaN"), paths.stream().map(
                Element::getTextContent).toList());
        assertEquals(List.of("4.6", "2.6", "1.6", "2.6"), paths.stream().map(p -> p.getAttribute("stroke-width"))
                .toList());
        assertTrue(texts(network, "text").containsAll(List.of("−1", "0.5", "+0.25", "−3", "|w| ≤ 2", "1 not finite")));
    }

    @Test
    void thicknessGoesByOrdersWhereMostWeightsAreFarBelowTheLargest() {
        Network network = layer(Matrix.of(1, 5, 0x1p20, 0x1p8, 0x1p-3, -0x1p-4, -0x1p-900), 0);
        assertEquals(List.of("4.6", "2.6", "0.8", "0.6", "0.6"), elements(network, "path").stream().map(p -> p
                .getAttribute("stroke-width")).toList());
        assertTrue(texts(network, "text").contains("|w| ≤ 1.05e6, log scale"));
    }

    @Test
    void numbersStandWhereThereIsRoomAndApart() {
        for (int n = 1; n <= 12; n++) {
            for (int m = 1; m <= 12; m++) {
                Network network = layer(Matrix.wrap(m, n, new Samples(n).uniform(n * m)), new double[m]);
                List<String> shown = texts(network, "path").stream().map(t -> t.substring(t.indexOf(": ") + 2))
                        .toList();
                List<Element> numbers = elements(network, "text").stream().filter(t -> shown.contains(t
                        .getTextContent())).toList();
                if (Math.min(n, m) > 3 || n * m > 16) {
                    assertEquals(List.of(), numbers);
                    continue;
                }
                assertEquals(n * m, numbers.size());
                int[] heights = numbers.stream().mapToInt(t -> Integer.parseInt(t.getAttribute("y"))).sorted()
                        .toArray();
                for (int i = 1; i < heights.length; i++) {
                    assertTrue(heights[i] - heights[i - 1] >= 11, n + " × " + m + ": " + Arrays.toString(heights));
                }
            }
        }
    }

    @Test
    void numbersAreShort() {
        Network network = layer(Matrix.of(1, 9, 1.0 / 3, 12345.6, 123456, 1.0 / 1024, -1e-9, Double.MAX_VALUE,
                Double.MIN_VALUE, Double.POSITIVE_INFINITY, 1234), -0.0);
        assertEquals(List.of("0.333", "12346", "1.23e5", "0.000977", "−1.00e−9", "1.80e308", "4.94e−324", "∞", "1234"),
                texts(network, "path").stream().map(t -> t.substring(t.indexOf(": ") + 2)).toList());
        assertTrue(texts(network, "text").contains("+0"));
    }

    @Test
    void scalingsStandBesideTheNeurons() {
        Network network = Network.input(2).scaleInputs(new Scaling(new double[] {1.5, -2}, new double[] {4, 0.5}))
                .dense(Matrix.of(1, 2, 1, 1), new double[1], Activation.RELU)
                .scaleOutputs(new Scaling(new double[] {-7}, new double[] {10})).build();
        List<String> texts = texts(network, "text");
        assertTrue(texts.containsAll(List.of("−1.5", "÷ 4", "+2", "÷ 0.5", "× 10", "−7", "inputs are standardised",
                "outputs are restored from standardised ones")), texts::toString);
    }

    @Test
    void whoCannotSeeItIsTold() {
        Document document = parsed(network(2, 20, 1).diagram());
        Element svg = document.getDocumentElement();
        assertEquals("img", svg.getAttribute("role"));
        assertEquals("Network of 2 layers, 2 → 1", svg.getElementsByTagName("title").item(0).getTextContent());
        assertEquals("""
                input: 2
                layer 1: 20 · TANH
                output: 1 · TANH
                81 parameters; 3 kB, and 13 kB for each thread that uses it
                """, svg.getElementsByTagName("desc").item(0).getTextContent());
    }

    /// The name of an activation is as long as its parameter's digits, and must not reach into the next column.
    @Test
    void longNamesAreSqueezed() {
        Network network = Network.input(1).dense(Matrix.of(1, 1, 1), new double[1], Activation.elu(0.1 + 0.2)).build();
        Element squeezed = elements(network, "tspan").stream().filter(t -> t.hasAttribute("textLength")).findFirst()
                .orElseThrow();
        assertEquals("1 · ELU(0.30000000000000004)", squeezed.getTextContent());
    }

    @Test
    void itAsksForNothingElse() {
        String svg = network(2, 3).diagram().replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assertFalse(svg.matches("(?s).*(href|http|url\\(|@import|<script| id=).*"), svg);
    }

    @Test
    void theLargestPictureIsBounded() {
        int[] widths = new int[24];
        Arrays.fill(widths, 12);
        Network.Builder builder = Network.input(12);
        double[] long12 = new double[12], long144 = new double[144];
        Arrays.fill(long12, -1.5e-300);
        Arrays.fill(long144, -1.5e-300);
        for (int i = 1; i < widths.length; i++) builder.dense(Matrix.wrap(12, 12, long144), long12, Activation.TANH);
        int length = builder.build().diagram().length();
        assertTrue(length > LARGEST / 2 && length < LARGEST, length + " characters");
    }

    /// The picture of docs/embedding.md. Where a change is meant: delete the file, run this test, and look at the new one.
    @Test
    void thePictureOfTheDocsIsWhatTheLibraryDraws() throws IOException {
        NumpyRandom random = new NumpyRandom(1);
        Network network = Network.input(4)
                .scaleInputs(new Scaling(new double[] {5.84, 3.06, 3.76, 1.2}, new double[] {0.825, 0.434, 1.76, 0.76}))
                .dense(RandomLayer.normal(random, 4, 64, Activation.TANH))
                .dense(RandomLayer.normal(random, 64, 3, Activation.SOFTMAX)).build();
        Path picture = Path.of("..", "docs", "images", "network.svg");
        boolean isThere = Files.exists(picture);
        if (!isThere) Files.writeString(picture, network.diagram());
        assertTrue(isThere, picture + " was not there and has been drawn");
        assertEquals(Files.readString(picture), network.diagram());
    }
}
