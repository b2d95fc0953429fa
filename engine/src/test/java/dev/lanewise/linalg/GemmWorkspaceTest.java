package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.concurrent.FourThreads;
import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;

/// A product in a workspace has the bits of one without, whatever the workspace was used for before.
class GemmWorkspaceTest {
    /// Rows, depth and columns: packed and in place, growing and shrinking, with edges, narrow, flat and empty.
    private static final int[][] SHAPES = {{3, 4, 5}, {101, 90, 77}, {40, 30, 3}, {230, 800, 101}, {2, 9, 40},
            {0, 4, 4},
            {7, 500, 600}, {100, 90, 96}, {30, 0, 30}, {205, 60, 5}};

    private final GemmWorkspace workspace = new GemmWorkspace();

    @Test
    void oneWorkspaceFitsEveryShape() {
        for (double alpha : new double[] {1.0, 0.3, 0.0}) {
            for (double beta : new double[] {0.0, -0.7}) {
                for (int[] shape : SHAPES) product(shape, alpha, beta, null);
            }
        }
    }

    @Test
    void eachThreadHasAPartOfItsOwn() {
        for (int parts : new int[] {2, 8, 1, 3}) {
            for (int[] shape : SHAPES) product(shape, 0.3, -0.7, FourThreads.inParts(parts));
        }
    }

    @Test
    void whatIsLeftInItLeavesNoTrace() {
        Matrix a = Matrix.wrap(230, 800, filled(230 * 800)), b = Matrix.wrap(800, 101, filled(800 * 101));
        Matrix narrow = Matrix.wrap(800, 3, filled(800 * 3));
        for (int[] shape : SHAPES) {
            Blas.gemm(0.3, a, b, 0.0, Matrix.zeros(230, 101), workspace, FourThreads.inParts(3));
            Blas.gemm(0.3, a, narrow, 0.0, Matrix.zeros(230, 3), workspace);
            product(shape, 0.3, 0.0, null);
            product(shape, 1.0, -0.7, FourThreads.inParts(3));
        }
    }

    @Test
    void mistakesAreThoseOfTheFormWithout() {
        Matrix a = Matrix.zeros(3, 2);
        refused("gemm: A is 3 × 2, B is 3 × 2 and C is 3 × 2", () -> Blas.gemm(1, a, a, 0, a, workspace));
        refused("gemm: A is 3 × 2, B is 3 × 2 and C is 3 × 2",
                () -> Blas.gemm(1, a, a, 0, a, workspace, Workers.none()));
        Matrix square = Matrix.zeros(2, 2);
        refused("gemm: C shares its array with A or B", () -> Blas.gemm(1, a, square, 0, a, workspace));
    }

    /// With workers, or without where there are none.
    private void product(int[] shape, double alpha, double beta, Workers workers) {
        int m = shape[0], k = shape[1], n = shape[2];
        Samples samples = new Samples(m + n);
        Matrix a = Matrix.wrap(m, k, samples.uniform(m * k)), b = Matrix.wrap(k, n, samples.uniform(k * n));
        Matrix expected = Matrix.wrap(m, n, samples.uniform(m * n)), actual = expected.copy();
        Blas.gemm(alpha, a, b, beta, expected);
        if (workers == null)
            Blas.gemm(alpha, a, b, beta, actual, workspace);
        else
            Blas.gemm(alpha, a, b, beta, actual, workspace, workers);
        Bits.assertSame(expected.array(), actual.array(), "%d × %d × %d, α = %s, β = %s".formatted(m, k, n, alpha,
                beta));
    }

    private static double[] filled(int n) {
        double[] x = new double[n];
        Arrays.fill(x, Double.NaN);
        return x;
    }
}
