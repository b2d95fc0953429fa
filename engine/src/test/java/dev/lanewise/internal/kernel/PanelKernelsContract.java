package dev.lanewise.internal.kernel;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/// What [Kernels] promises of panels and reflectors, to the bit, against the loops of its definitions. Arrays start at odd
/// offsets and hold NaN around the panels.
public abstract class PanelKernelsContract {
    private static final int[] ROWS = {0, 1, 2, 3, 7, 8, 31, 64, 130};
    private static final int WIDTH = Kernels.PANEL;
    private static final int GAP = 5;
    /// Of a column: zeros of both signs, subnormal numbers, and nearly as large as sums of them stay finite.
    private static final double[] SCALES = {1.0, 0.0, 0x1p-1060, 0x1p980};

    /// The implementation under test.
    protected abstract Kernels kernels();

    @Test
    void packPanels() {
        for (int rows : ROWS) {
            for (int cols = 0; cols <= 27; cols++) {
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
                        new Samples(3).uniform(WIDTH * WIDTH), v, 2, rows, WIDTH);
                double[] c = new Samples(4).uniform(panels * stride + WIDTH + 1), expected = c.clone();
                int top = 1, tail = 1 + WIDTH * WIDTH + GAP;
                for (int j = 0; j < panels * WIDTH; j++) {
                    int at = j / WIDTH * stride + j % WIDTH;
                    reflect(h, expected, top + at, tail + at, WIDTH);
                }
                double[] scratch = filled(panels == 1 ? Kernels.REFLECT_ONE_SCRATCH : Kernels.REFLECT_SCRATCH);
                kernels().reflect(h, panels, c, top, tail, stride, scratch);
                Bits.assertSame(expected, c, "%d panels of %d rows".formatted(panels, rows));
            }
        }
    }

    /// A column that two blocks act on, one after the other: the tail of either may begin with the top of the other one, or
    /// both have the same.
    @Test
    void reflectionsOfAColumn() {
        for (int rows : ROWS) {
            for (int count = 1; count <= WIDTH; count++) {
                BlockReflector upper = block(WIDTH + rows, count), lower = block(rows, WIDTH + 1 - count);
                int first = 3, second = first + WIDTH, tail = second + WIDTH;
                for (double scale : SCALES) {
                    String where = "%d rows times %s, %d reflectors".formatted(rows, scale, count);
                    checkColumn(upper, first, second, lower, second, tail, scale, where);
                    checkColumn(lower, second, tail, upper, first, second, scale, where);
                    checkColumn(block(rows, count), first, tail, lower, second, tail, scale, where);
                }
            }
        }
    }

    private void checkColumn(BlockReflector h, int top, int tail, BlockReflector next, int nextTop, int nextTail,
            double scale, String where) {
        double[] c = filled(Math.max(tail + h.rows(), nextTail + next.rows()) + 1);
        System.arraycopy(new Samples(4).uniform(c.length - 4), 0, c, 3, c.length - 4);
        for (int i = 3; i < c.length - 1; i++) c[i] *= scale;
        c[top] = -0.0;
        double[] expected = c.clone(), scratch = filled(Kernels.REFLECT_COLUMN_SCRATCH);
        reflect(h, expected, top, tail, 1);
        kernels().reflectColumn(null, 0, 0, h, top, tail, c, scratch);
        kernels().reflectColumn(h, top, tail, next, nextTop, nextTail, c, scratch);
        Bits.assertSame(expected, c, "the first block, " + where);
        reflect(next, expected, nextTop, nextTail, 1);
        kernels().reflectColumn(next, nextTop, nextTail, null, 0, 0, c, scratch);
        Bits.assertSame(expected, c, "the second block, " + where);
    }

    /// A block of so many reflectors, and zeros where others would be.
    private static BlockReflector block(int rows, int count) {
        double[] top = new Samples(2).uniform(WIDTH * WIDTH), factor = new Samples(3).uniform(WIDTH * WIDTH);
        double[] v = new Samples(1 + rows).uniform(rows * WIDTH + 2);
        for (int k = count; k < WIDTH; k++) {
            Arrays.fill(factor, k * WIDTH, (k + 1) * WIDTH, 0.0);
            for (int i = 0; i < WIDTH; i++) factor[i * WIDTH + k] = top[i * WIDTH + k] = 0.0;
            for (int i = 0; i < rows; i++) v[2 + i * WIDTH + k] = 0.0;
        }
        return new BlockReflector(top, factor, v, 2, rows, count);
    }

    /// One column, whose elements stand `step` apart.
    private static void reflect(BlockReflector h, double[] c, int top, int tail, int step) {
        double[] x = new double[WIDTH];
        for (int k = 0; k < WIDTH; k++) {
            for (int l = 0; l < WIDTH; l++) {
                double w = 0.0;
                for (int i = 0; i < WIDTH; i++) w = Math.fma(h.top()[i * WIDTH + l], c[top + i * step], w);
                for (int i = 0; i < h.rows(); i++)
                    w = Math.fma(h.v()[h.vOff() + i * WIDTH + l], c[tail + i * step], w);
                x[k] = Math.fma(h.factor()[k * WIDTH + l], w, x[k]);
            }
            x[k] = -x[k];
        }
        for (int k = 0; k < WIDTH; k++) {
            for (int i = 0; i < WIDTH; i++) {
                c[top + i * step] = Math.fma(h.top()[i * WIDTH + k], x[k], c[top + i * step]);
            }
            for (int i = 0; i < h.rows(); i++) {
                c[tail + i * step] = Math.fma(h.v()[h.vOff() + i * WIDTH + k], x[k], c[tail + i * step]);
            }
        }
    }

    private static double[] filled(int n) {
        double[] x = new double[n];
        Arrays.fill(x, Double.NaN);
        return x;
    }
}
