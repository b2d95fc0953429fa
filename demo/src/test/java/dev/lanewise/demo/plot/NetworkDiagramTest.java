package dev.lanewise.demo.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NetworkDiagramTest {
    private static final NetworkDiagram ONE_INPUT = NetworkDiagram.input("input", "x", 1);

    @Test
    void tenParallelChainsHaveExactlyTheirEdges() throws Exception {
        double[][] diagonal = matrix(10, 10, 0);
        for (int i = 0; i < 10; i++) {
            diagonal[i][i] = i + 1;
            diagonal[i][(i + 1) % 10] = Double.NaN;
        }
        Markup svg = parse(ONE_INPUT.layer("first", "h", matrix(10, 1, 1), new double[10])
                .layer("second", "g", diagonal, new double[10]).layer("output", "ŷ", matrix(1, 10, -1), null));
        List<String> edges = svg.all("line", "edge").stream().map(e -> e.getTextContent().strip()).toList();
        assertEquals(30, edges.size());
        for (int i = 1; i <= 10; i++) {
            String n = Numerals.subscript(i);
            assertTrue(edges.contains("h" + n + " → g" + n + ": " + Numerals.brief(i)), edges::toString);
        }
        assertEquals(22, svg.all("circle", "neuron").size());
    }

    @Test
    void aDenseLayerHasAllEdges() throws Exception {
        Markup svg = parse(NetworkDiagram.input("in", "x", 4).layer("h", "h", matrix(5, 4, 2), new double[5]));
        assertEquals(20, svg.all("line", "edge").size());
    }

    @Test
    void signsHaveColoursAndMagnitudesHaveThickness() throws Exception {
        List<Element> edges = parse(ONE_INPUT.layer("h", "h", new double[][] {{8e2}, {-2e7}, {1e4}, {2e5}}, null))
                .all("line", "edge");
        assertEquals(List.of("#0072b2", "#0072b2", "#0072b2", "#d55e00"),
                edges.stream().map(e -> e.getAttribute("stroke")).toList());
        double[] widths = edges.stream().mapToDouble(e -> Double.parseDouble(e.getAttribute("stroke-width"))).toArray();
        for (int i = 1; i < widths.length; i++) assertTrue(widths[i] > widths[i - 1] + 0.5, "visibly thicker");
        assertEquals(5, widths[3]);
    }

    @Test
    void weightsAndBiasesArePrintedWhereThereIsRoom() throws Exception {
        List<String> few = parse(ONE_INPUT.layer("h", "h", new double[][] {{0.25}, {-3e7}}, new double[] {0.5, -0.125}))
                .texts("text");
        assertTrue(few.containsAll(List.of("0.250", "−3.00·10⁷", "+0.500", "−0.125")), few::toString);
        List<String> many = parse(NetworkDiagram.input("in", "x", 10).layer("h", "h", matrix(10, 10, 0.25), null))
                .texts("text");
        assertTrue(!many.contains("0.250"), many::toString);
    }

    @Test
    void numbersOfCrossingConnectionsStandApart() throws Exception {
        Markup svg = parse(
                NetworkDiagram.input("in", "x", 2).layer("h", "h", new double[][] {{1, -2}, {-1, 0.5}}, null));
        List<Box> numbers = svg.all("rect").stream().filter(r -> r.hasAttribute("rx")).map(NetworkDiagramTest::box)
                .toList();
        assertEquals(4, numbers.size());
        for (Box a : numbers) {
            assertTrue(numbers.stream().noneMatch(b -> a != b && a.overlaps(b)), numbers::toString);
        }
    }

    @Test
    void aNarrowDiagramStaysInsideItsBox() throws Exception {
        NetworkDiagram diagram = ONE_INPUT.layer("h", "h", matrix(10, 1, 1), new double[10]);
        Markup svg = Markup.parse(Figure.row(diagram, diagram).svg());
        double[] keys = svg.all("text").stream().filter(t -> t.getTextContent().startsWith("thickness"))
                .mapToDouble(t -> Double.parseDouble(t.getAttribute("x"))
                        + Lettering.width(t.getTextContent(), Lettering.NOTE))
                .toArray();
        assertEquals(2, keys.length);
        assertTrue(keys[0] < 500 && keys[1] < 1000, () -> keys[0] + ", " + keys[1]);
    }

    @Test
    void longLayersAreShortened() throws Exception {
        Markup svg = parse(ONE_INPUT.layer("h", "h", matrix(50, 1, 1), new double[50]));
        assertEquals(1 + 10, svg.all("circle").size());
        assertEquals(10, svg.all("line", "edge").size());
        assertTrue(svg.texts("text").containsAll(List.of("… 40 more", "h₉", "h₅₀")));
        Markup whole = parse(ONE_INPUT.layer("h", "h", matrix(16, 1, 1), null));
        assertEquals(1 + 16, whole.all("circle").size());
    }

    @Test
    void neuronsOfAColumnDoNotOverlap() throws Exception {
        double[] centres = parse(ONE_INPUT.layer("h", "h", matrix(16, 1, 1), null)).all("circle").stream().skip(1)
                .mapToDouble(c -> Double.parseDouble(c.getAttribute("cy"))).toArray();
        assertTrue(IntStream.range(1, 16).allMatch(i -> centres[i] - centres[i - 1] > 2 * NetworkLayout.RADIUS));
    }

    @Test
    void shapesMustFit() {
        assertEquals("layer \"out\": row 0 has 3 weights but the layer before has 1 neurons",
                assertThrows(IllegalArgumentException.class, () -> ONE_INPUT.layer("out", "y", matrix(1, 3, 1), null))
                        .getMessage());
        assertEquals("layer \"out\": 1 neurons but 2 biases", assertThrows(IllegalArgumentException.class,
                () -> ONE_INPUT.layer("out", "y", matrix(1, 1, 1), new double[2])).getMessage());
    }

    private static Box box(Element rect) {
        return new Box(number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static double[][] matrix(int rows, int columns, double value) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) Arrays.fill(row, value);
        return matrix;
    }

    private static Markup parse(NetworkDiagram diagram) throws Exception {
        return Markup.parse(Figure.of(diagram).svg());
    }
}
