package dev.lanewise.demo.lesson;

import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A network without activations is one affine map; with tanh it is none.
class AffineCollapseTest {
    private static final AffineCollapse COLLAPSE = AffineCollapse.compute(42, 2_000);

    @Test
    void productOfTheLayersIsTheNetworkUpToRounding() {
        assertTrue(COLLAPSE.largestValue() > 10);
        assertTrue(COLLAPSE.largestDifference() <= 1e-14 * COLLAPSE.largestValue());
        assertTrue(COLLAPSE.largestDifference() > 0, "the network was compared with itself");
    }

    @Test
    void columnsOfTheMapAreTheNetworksOwnDifferences() {
        double[] origin = COLLAPSE.network().predict(new double[3]);
        for (int i = 0; i < 2; i++) assertEquals(origin[i], COLLAPSE.bias()[i], 1e-13);
        for (int j = 0; j < 3; j++) {
            double[] unit = new double[3];
            unit[j] = 1;
            double[] y = COLLAPSE.network().predict(unit);
            Matrix w = COLLAPSE.weights();
            for (int i = 0; i < 2; i++) assertEquals(y[i] - origin[i], w.get(i, j), 1e-13);
        }
    }

    @Test
    void withTanhNoAffineMapComesNear() {
        assertTrue(COLLAPSE.tanhMisfit() > 0.3 * COLLAPSE.tanhDeviation());
        assertTrue(COLLAPSE.tanhMisfit() < COLLAPSE.tanhDeviation());
    }
}
