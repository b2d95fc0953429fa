package dev.lanewise.nn;

import java.util.List;

import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Matrix;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever the layers and their numbers, NaN and ∞ among them.
@Tag("once")
class NetworkDiagramProperties {
    @Provide
    Arbitrary<Activation> activations() {
        return Arbitraries.of(Activation.values());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE) // no seed is special
    void anyNetworkHasAWellFormedPictureOfBoundedSize(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 1, max = 40) Integer> widths,
            @ForAll("activations") Activation activation, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Network.Builder builder = Network.input(widths.getFirst());
        for (int i = 1; i < widths.size(); i++) {
            int n = widths.get(i - 1), m = widths.get(i);
            builder.dense(Matrix.wrap(m, n, samples.awkward(n * m)), samples.awkward(m), activation);
        }
        Network network = builder.build();
        String svg = network.diagram();
        assertEquals("svg", NetworkDiagramTest.parsed(svg).getDocumentElement().getTagName());
        assertTrue(svg.length() < NetworkDiagramTest.LARGEST, svg.length() + " characters");
        assertEquals(svg, network.diagram());
        assertFalse(svg.matches("(?s).*=\"[^\"]*(NaN|Infinity|\\dE)[^\"]*\".*"), "all attributes are in place");
    }
}
