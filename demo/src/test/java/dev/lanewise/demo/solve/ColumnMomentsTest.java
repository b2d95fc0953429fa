package dev.lanewise.demo.solve;

import java.util.Arrays;

import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ColumnMomentsTest {
    /// 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and standard deviation 2.
    private static final double[] VALUES = {2, 4, 4, 4, 5, 5, 7, 9};

    private static ColumnMoments of(boolean centred, int atATime, double[] values, double[] weights) {
        ColumnMoments moments = new ColumnMoments(centred);
        for (int i = 0; i < values.length; i += atATime) {
            int to = Math.min(values.length, i + atATime);
            double[] part = Arrays.copyOfRange(values, i, to);
            moments.add(part, new Observations(Matrix.zeros(part.length, 0), part, weights == null
                    ? null
                    : Arrays.copyOfRange(weights, i, to), new long[part.length]));
        }
        return moments;
    }

    @Test
    void meanAndDeviation() {
        for (int n : new int[] {1, 3, 8}) {
            ColumnMoments moments = of(true, n, VALUES, null);
            assertEquals(5.0, moments.centre(), 1e-15);
            assertEquals(2.0, moments.scale(), 1e-15);
            assertEquals(2.0, moments.standardised(9), 1e-15);
            assertEquals(0.0, of(false, n, VALUES, null).centre());
            assertEquals(Math.sqrt(29), of(false, n, VALUES, null).scale(), 1e-14);
        }
    }

    @Test
    void aWeightIsAsManyRows() {
        for (int n : new int[] {1, 2, 5}) {
            ColumnMoments moments = of(true, n, new double[] {2, 4, 5, 7, 9}, new double[] {1, 3, 2, 1, 1});
            assertEquals(5.0, moments.centre(), 1e-15);
            assertEquals(2.0, moments.scale(), 1e-15);
        }
    }

    @Test
    void aConstantIsItsOwnMean() {
        double[] constant = new double[1000];
        Arrays.fill(constant, 0.1);
        double[] weights = new double[1000];
        Arrays.setAll(weights, i -> 1.0 / (i + 3));
        ColumnMoments moments = of(true, 7, constant, weights);
        assertEquals(0.1, moments.centre());
        assertEquals(1.0, moments.scale());
        assertEquals(0.0, moments.standardised(0.1));
    }

    @Test
    void nothingOverflowsOnTheWay() {
        for (double scale : new double[] {0x1p1000, 0x1p-1030}) {
            double[] values = Arrays.stream(VALUES).map(v -> v * scale).toArray();
            ColumnMoments moments = of(true, 3, values, null);
            assertEquals(2.0, moments.scale() / scale, 1e-12);
            assertTrue(Double.isFinite(moments.centre()));
        }
    }
}
