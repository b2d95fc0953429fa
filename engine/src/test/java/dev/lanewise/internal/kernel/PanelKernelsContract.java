package dev.lanewise.internal.kernel;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/// What [Kernels] promises of panels and reflectors, to the bit, against the loops of its definitions. Arrays start at odd
/// offsets and hold NaN around the panels.
public abstract class PanelKernelsContract {
    private static final int[] ROWS = {0, 1, 2, 3, 7, 8, 31, 64, 130};
    private static final int WIDTH = Kernels.PANEL;
    private static final int GAP = 5;

    /// The implementation under test.
    protected abstract Kernels kernels();

    @Test
    void packPanels() {
        for (int rows : ROWS) {
            for (int cols = 1; cols <= 27; cols++) {
                int stride = rows * WIDTH + GAP, panels = (cols + WIDTH - 1) / WIDTH;
                double[] a = new Samples(cols).uniform(rows * cols + 1), squares = new Samples(7).uniform(cols);
                double[] p = filled(3 + panels * stride), expected = p.clone(), sums = squares.clone();
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < cols; j++) {
                        double aij = a[1 + i * cols + j];
                        expected[3 + j / WIDTH * stride + i * WIDTH + j % WIDTH] = aij;
                        sums[j] = Math.fma(aij, aij, sums[j]);
                    }
                }
                kernels().packPanels(rows, cols, a, 1, p, 3, stride, squares);
                Bits.assertSame(expected, p, "panels of %d × %d".formatted(rows, cols));
                Bits.assertSame(sums, squares, "squares of %d × %d".formatted(rows, cols));
            }
        }
    }

    @Test
    void gramAndElimination() {
        for (int rows : ROWS) {
            for (int j = 0; j < WIDTH; j++) {
                double[] p = panel(rows, j), x = factors(j), g = new Samples(3).uniform(WIDTH);
                double[] expected = p.clone(), sums = g.clone();
                gram(rows, expected, j, sums);
                kernels().panelGram(rows, p, 3, j, g);
                Bits.assertSame(sums, g, "gram of column %d, %d rows".formatted(j, rows));
                for (int i = 0; i < rows; i++) {
                    int row = 3 + i * WIDTH;
                    double v = expected[row + j] * 0.7;
                    expected[row + j] = v == 0.0 ? 0.0 : v;
                    for (int k = j + 1; k < WIDTH; k++) expected[row + k] = Math.fma(v, x[k], expected[row + k]);
                }
                if (j + 1 < WIDTH) gram(rows, expected, j + 1, sums);
                kernels().panelEliminate(rows, p, 3, j, 0.7, x, g);
                Bits.assertSame(expected, p, "elimination of column %d, %d rows".formatted(j, rows));
                if (j + 1 < WIDTH) Bits.assertSame(sums, g, "the gram behind it");
            }
        }
    }

    private static void gram(int rows, double[] p, int j, double[] g) {
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < WIDTH; k++) g[k] = Math.fma(p[3 + i * WIDTH + j], p[3 + i * WIDTH + k], g[k]);
        }
    }

    /// Ordinary numbers and zeros of both signs, but none that are −0.0 in the finished columns.
    private static double[] panel(int rows, int j) {
        double[] p = filled(3 + rows * WIDTH + 1);
        System.arraycopy(new Samples(rows + j).uniform(rows * WIDTH), 0, p, 3, rows * WIDTH);
        for (int i = 0; i < rows * WIDTH; i += 5) p[3 + i] = i % WIDTH < j ? 0.0 : -0.0;
        return p;
    }

    private static double[] factors(int j) {
        double[] x = new Samples(j).uniform(WIDTH);
        Arrays.fill(x, 0, j, 0.0);
        x[j] = 1.0;
        return x;
    }

    @Test
    void reflections() {
        for (int rows : ROWS) {
            for (int panels = 0; panels <= 7; panels++) {
                int stride = (WIDTH + rows) * WIDTH + 2 * GAP;
                double[] v = new Samples(1).uniform(rows * WIDTH + 2);
                BlockReflector h = new BlockReflector(new Samples(2).uniform(WIDTH * WIDTH),
                        new Samples(3).uniform(WIDTH
                                * WIDTH),
                        v, 2, rows);
                double[] c = new Samples(4).uniform(panels * stride + WIDTH + 1), expected = c.clone();
                int top = 1, tail = 1 + WIDTH * WIDTH + GAP;
                for (int j = 0; j < panels * WIDTH; j++) {
                    int at = j / WIDTH * stride + j % WIDTH;
                    reflect(h, expected, top + at, tail + at);
                }
                double[] scratch = filled(Kernels.REFLECT_SCRATCH);
                kernels().reflect(h, panels, c, top, tail, stride, scratch);
                Bits.assertSame(expected, c, "%d panels of %d rows".formatted(panels, rows));
                if (panels == 0) continue;
                double[] column = dense(c, top, tail, rows);
                reflect(h, expected, top, tail);
                kernels().reflectColumn(h, column, 3, 3 + WIDTH + GAP, filled(Kernels.REFLECT_COLUMN_SCRATCH));
                Bits.assertSame(dense(expected, top, tail, rows), column, "one column of %d rows".formatted(rows));
            }
        }
    }

    /// The first column of a panel, its elements beside each other but for a gap between top and tail.
    private static double[] dense(double[] c, int top, int tail, int rows) {
        double[] column = filled(3 + WIDTH + GAP + rows + 1);
        for (int i = 0; i < WIDTH; i++) column[3 + i] = c[top + i * WIDTH];
        for (int i = 0; i < rows; i++) column[3 + WIDTH + GAP + i] = c[tail + i * WIDTH];
        return column;
    }

    /// One column, whose elements stand eight apart.
    private static void reflect(BlockReflector h, double[] c, int top, int tail) {
        double[] x = new double[WIDTH];
        for (int k = 0; k < WIDTH; k++) {
            for (int l = 0; l < WIDTH; l++) {
                double w = 0.0;
                for (int i = 0; i < WIDTH; i++) w = Math.fma(h.top()[i * WIDTH + l], c[top + i * WIDTH], w);
                for (int i = 0; i < h.rows(); i++)
                    w = Math.fma(h.v()[h.vOff() + i * WIDTH + l], c[tail + i * WIDTH], w);
                x[k] = Math.fma(h.factor()[k * WIDTH + l], w, x[k]);
            }
            x[k] = -x[k];
        }
        for (int k = 0; k < WIDTH; k++) {
            for (int i = 0; i < WIDTH; i++) {
                c[top + i * WIDTH] = Math.fma(h.top()[i * WIDTH + k], x[k], c[top + i * WIDTH]);
            }
            for (int i = 0; i < h.rows(); i++) {
                c[tail + i * WIDTH] = Math.fma(h.v()[h.vOff() + i * WIDTH + k], x[k], c[tail + i * WIDTH]);
            }
        }
    }

    private static double[] filled(int n) {
        double[] x = new double[n];
        Arrays.fill(x, Double.NaN);
        return x;
    }
}
