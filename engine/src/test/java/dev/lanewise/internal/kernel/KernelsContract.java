package dev.lanewise.internal.kernel;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/// What [Kernels] promises, to the bit, against [Textbook]. Each implementation is a short subclass.
///
/// Lengths run past every block and tail of the widest vector; arrays start at odd offsets and hold NaN around the
/// range, so that a read or write outside it shows.
public abstract class KernelsContract {
    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 39, 40, 47, 63, 64,
            65, 95, 100, 127, 128, 129, 1000, 1027};
    private static final double[] FACTORS = {0.0, -0.0, 1.0, -1.0, 0.3, 0x1p-1050, Double.NaN};
    private final double[][] scratch = new double[Kernels.GEMM_SCRATCH][];

    /// The implementation under test.
    protected abstract Kernels kernels();

    @Test
    void dot() {
        for (int n : LENGTHS) {
            for (int kind = 0; kind < 3; kind++) {
                double[] x = guarded(values(kind, n, 1), 3), y = guarded(values(kind, n, 2), 1);
                Bits.assertSame(Textbook.dot(n, x, 3, y, 1), kernels().dot(n, x, 3, y, 1), "dot of " + n);
                Bits.assertSame(Textbook.dot(n, x, 3, x, 3), kernels().dot(n, x, 3, x, 3), "squares of " + n);
                Bits.assertSame(Textbook.dot(n, x, 3, x, 1), kernels().dot(n, x, 3, x, 1), "dot in one array of " + n);
            }
        }
    }

    /// All 32 sums underflow to −0.0, so the product is −0.0, unless a padded lane adds +0.0 to one of them.
    @Test
    void dotKeepsTheSignOfSumsThatUnderflow() {
        for (int n = 32; n <= 70; n++) {
            double[] x = filled(n, -0x1p-600), y = filled(n, 0x1p-600);
            Bits.assertSame(-0.0, kernels().dot(n, x, 0, y, 0), "dot of " + n);
            double[] product = new double[4];
            kernels().gemv(4, n, 1.0, filled(4 * n, -0x1p-600), 0, y, 0, 0.0, product, 0);
            Bits.assertSame(filled(4, -0.0), product, "gemv of " + n);
        }
    }

    @Test
    void axpyAndScal() {
        for (int n : LENGTHS) {
            for (double alpha : FACTORS) {
                for (int kind = 0; kind < 3; kind++) {
                    double[] x = guarded(values(kind, n, 1), 3), y = guarded(values(kind, n, 2), 1);
                    double[] sum = y.clone(), product = x.clone();
                    for (int i = 0; i < n; i++) {
                        sum[1 + i] = Math.fma(alpha, x[3 + i], y[1 + i]);
                        product[3 + i] = alpha * x[3 + i];
                    }
                    kernels().axpy(n, alpha, x, 3, y, 1);
                    Bits.assertSame(sum, y, "axpy of " + n);
                    kernels().scal(n, alpha, x, 3);
                    Bits.assertSame(product, x, "scal of " + n);
                }
            }
        }
    }

    /// Every number of columns up to four vectors of eight and beyond, so that the last two vectors overlap in every way.
    @Test
    void preciseProducts() {
        for (int terms : new int[] {0, 1, 2, 9}) {
            for (int count = 0; count <= 41; count++) {
                int stride = count + terms % 3;
                double[] m = guarded(new Samples(count).uniform(terms * stride), 3);
                double[] w = guarded(new Samples(1).uniform(terms), 2), rest = guarded(new Samples(2).uniform(terms),
                        2);
                double[] s = guarded(new Samples(3).uniform(count), 1), e = guarded(new Samples(4).uniform(count), 1);
                double[] sums = s.clone(), errors = e.clone();
                for (int j = 1; j <= count; j++) {
                    for (int k = 0; k < terms; k++) {
                        double mkj = m[3 + k * stride + j - 1], p = mkj * w[2 + k];
                        double t = sums[j] + p, z = t - sums[j];
                        double lost = ((sums[j] - (t - z)) + (p - z)) + Math.fma(mkj, w[2 + k], -p);
                        errors[j] += Math.fma(mkj, rest[2 + k], lost);
                        sums[j] = t;
                    }
                }
                kernels().preciseProducts(terms, count, m, 3, stride, w, rest, 2, s, e, 1);
                Bits.assertSame(sums, s, "sums of %d × %d".formatted(terms, count));
                Bits.assertSame(errors, e, "errors of %d × %d".formatted(terms, count));
            }
        }
    }

    /// So long that the vectors begin where a line of the cache does.
    @Test
    void longAxpyAndRelu() {
        int n = (1 << 18) + 5;
        for (int from = 0; from < 9; from += 4) {
            double[] x = guarded(values(1, n, 1), 3), y = filled(n + from + 1, 2.0);
            double[] sum = y.clone(), limited = y.clone();
            for (int i = 0; i < n; i++) {
                sum[from + i] = Math.fma(0.3, x[3 + i], y[from + i]);
                limited[from + i] = x[3 + i] > 0.0 ? x[3 + i] : 0.0;
            }
            double[] rectified = y.clone();
            kernels().axpy(n, 0.3, x, 3, y, from);
            Bits.assertSame(sum, y, "axpy from " + from);
            kernels().map(Elementwise.RELU, n, x, 3, rectified, from);
            Bits.assertSame(limited, rectified, "relu from " + from);
        }
    }

    @Test
    void gemvAndItsTransposeAndTimes() {
        for (int m : new int[] {0, 1, 2, 7, 8, 9, 17}) {
            for (int n : new int[] {0, 1, 3, 4, 8, 9, 31, 32, 33, 40, 70, 96, 120}) {
                for (double alpha : FACTORS) {
                    for (double beta : FACTORS) {
                        for (int kind = 0; kind < 3; kind++) products(m, n, alpha, beta, kind);
                    }
                }
            }
        }
    }

    private void products(int m, int n, double alpha, double beta, int kind) {
        double[] a = guarded(values(kind, m * n, 1), 2);
        MatrixView view = MatrixView.rowMajor(a, 2, m, n);
        double[] along = guarded(values(kind, n, 2), 1), down = guarded(values(kind, m, 3), 1);
        if (beta == 0.0) Arrays.fill(down, Double.NaN);
        String what = "%d × %d, alpha %s, beta %s".formatted(m, n, alpha, beta);

        double[] expected = down.clone(), actual = down.clone();
        for (int i = 0; i < m; i++) {
            double d = Textbook.dot(n, a, 2 + i * n, along, 1);
            expected[1 + i] = beta == 0.0 ? alpha * d : Math.fma(alpha, d, beta * down[1 + i]);
        }
        kernels().gemv(m, n, alpha, a, 2, along, 1, beta, actual, 1);
        Bits.assertSame(expected, actual, "gemv " + what);

        double[] column = guarded(new double[m], 1), timesActual = column.clone();
        for (int i = 0; i < m; i++) {
            column[1 + i] = Textbook.element(1.0, view, i, new MatrixView(along, 1, n, 1, 1, 1), 0, 0.0, 0.0);
        }
        kernels().times(m, n, a, 2, along, 1, timesActual, 1);
        Bits.assertSame(column, timesActual, "times " + what);

        double[] x = guarded(values(kind, m, 4), 3);
        double[] y = beta == 0.0 ? filled(n + 2, Double.NaN) : guarded(values(kind, n, 5), 1);
        double[] row = y.clone(), rowActual = y.clone();
        Textbook.gemm(alpha, MatrixView.rowMajor(x, 3, 1, m), view, beta, MatrixView.rowMajor(row, 1, 1, n));
        kernels().gemvT(m, n, alpha, a, 2, n, x, 3, beta, rowActual, 1);
        Bits.assertSame(row, rowActual, "gemvT " + what);
        if (n == 0) return;
        double[] allButOne = y.clone();
        row[1] = y[1];
        kernels().gemvT(m, n - 1, alpha, a, 3, n, x, 3, beta, allButOne, 2);
        Bits.assertSame(row, allButOne, "gemvT without the first column, " + what);
    }

    /// Every m and n from 0 to twice a tile and 3 beyond, for each of 4 rows × 6 vectors, 6 × 2, 5 × 2 and 8 × 1, with every
    /// depth to 51, and what lies between with some: by rows, and in one of the other layouts with a factor, so that A and
    /// B are packed. Where β = 0 C is full of NaN.
    @Test
    void gemmOfEverySmallShape() {
        for (int m = 0; m <= 19; m++) {
            for (int n = 0; n <= 99; n++) {
                for (int k = 0; k <= 51; k += m <= 11 || n <= 35 ? 1 : 5) {
                    gemm(m, n, k, 1.0, 0.0, 0, 0);
                    gemm(m, n, k, 0.3, (m + n + k) % 2, 0, 1 + (7 * m + 5 * n + 3 * k) % 15);
                }
            }
        }
    }

    /// Beyond the depth and the width of a block, and with more rows than one, where they are packed; and where they are
    /// not, on either side of the sizes that decide it. With one layout a shape may be packed that is not with another.
    @Test
    void gemmAcrossTheBlocksOfTheCache() {
        for (int[] s : new int[][] {{9, 25, 770}, {19, 220, 260}, {525, 13, 9}, {390, 30, 33}, {30, 50, 390},
                {33, 25, 1550}, {203, 90, 50}, {40, 512, 30}, {203, 10, 60}, {203, 3, 60}, {203, 1, 60},
                {32, 90, 200}, {24, 200, 300}, {25, 200, 300}}) {
            for (double beta : new double[] {0.0, -0.7}) gemm(s[0], s[1], s[2], 0.3, beta, 0, 0);
            for (int layout = 0; layout < 16; layout++) gemm(s[0], s[1], s[2], 1.0, 1.0, 1, layout);
        }
        gemm(405, 101, 770, 1.0, 0.0, 0, 0);
        gemm(205, 50, 900, 0.3, -0.7, 0, 0); // A is copied, for two blocks of rows and two of the depth
        gemm(30, 9, 3000, 0.3, -0.7, 0, 0); // in place, and so deep that the rows of A are copied in two parts
    }

    @Test
    void gemmOfEveryFactorStrideAndAwkwardNumber() {
        for (int[] s : new int[][] {{1, 1, 1}, {3, 5, 2}, {9, 25, 4}, {26, 27, 28}}) {
            for (double alpha : FACTORS) {
                for (double beta : FACTORS) {
                    for (int kind = 0; kind < 3; kind++) {
                        for (int layout = 0; layout < 16; layout++) {
                            gemm(s[0], s[1], s[2], alpha, beta, kind, layout);
                        }
                    }
                }
            }
        }
    }

    /// Bits 0, 1 and 2 of `layout` store A, B and C by columns; bit 3 makes each of them every other column of every
    /// other row of a larger matrix.
    private void gemm(int m, int n, int k, double alpha, double beta, int kind, int layout) {
        int spread = (layout & 8) != 0 ? 2 : 1, area = spread * spread;
        MatrixView a = matrix(values(kind, area * m * k + 7, 1), m, k, (layout & 1) != 0, spread);
        MatrixView b = matrix(values(kind, area * k * n + 7, 2), k, n, (layout & 2) != 0, spread);
        double[] c = beta == 0.0 ? filled(area * m * n + 7, Double.NaN) : values(kind, area * m * n + 7, 3);
        double[] expected = c.clone();
        if (alpha == 0.0) Arrays.fill(a.data(), Double.NaN);
        Textbook.gemm(alpha, a, b, beta, matrix(expected, m, n, (layout & 4) != 0, spread));
        for (double[] old : scratch) if (old != null) Arrays.fill(old, Double.NaN);
        kernels().gemm(alpha, a, b, beta, matrix(c, m, n, (layout & 4) != 0, spread), scratch);
        Bits.assertSame(expected, c, "gemm %d × %d × %d, alpha %s, beta %s, layout %d".formatted(m, n, k, alpha, beta,
                layout));
    }

    private static MatrixView matrix(double[] data, int rows, int cols, boolean byColumns, int spread) {
        if (byColumns) return matrix(data, cols, rows, false, spread).transposed();
        return new MatrixView(data, 3, rows, cols, spread * spread * cols, spread);
    }

    @Test
    void layer() {
        for (int samples : new int[] {0, 1, 2, 3, 4, 5, 9}) {
            for (int inputs : new int[] {1, 2, 5, 33}) {
                for (int outputs : new int[] {1, 7, 8, 9, 16, 17, 31, 32, 33, 40, 70, 101, 136}) {
                    for (int kind = 0; kind < 3; kind++) layer(samples, inputs, outputs, kind);
                }
            }
        }
    }

    private void layer(int samples, int inputs, int outputs, int kind) {
        double[] w = values(kind, outputs * inputs, 1), bias = values(kind, outputs, 2);
        int xStride = inputs + 2, yStride = Kernels.padded(outputs) + 3;
        double[] x = values(kind, samples * xStride + 1, 3);
        double[] y = filled(samples * yStride + 1, 7.0);
        double[] packed = PackedWeights.of(outputs, inputs, w);
        kernels().layer(samples, inputs, outputs, packed, Arrays.copyOf(bias, Kernels.padded(outputs)), x, 1, xStride,
                y, 1, yStride);
        for (int s = 0; s < samples; s++) {
            double[] expected = new double[outputs];
            for (int j = 0; j < outputs; j++) {
                expected[j] = bias[j];
                for (int k = 0; k < inputs; k++) {
                    expected[j] = Math.fma(x[1 + s * xStride + k], w[j * inputs + k], expected[j]);
                }
            }
            int row = 1 + s * yStride;
            Bits.assertSame(expected, Arrays.copyOfRange(y, row, row + outputs), "layer %d → %d, sample %d of %d"
                    .formatted(inputs, outputs, s, samples));
            Bits.assertSame(filled(3, 7.0), Arrays.copyOfRange(y, row + yStride - 3, row + yStride),
                    "behind the padding");
        }
        Bits.assertSame(7.0, y[0], "before the first result");
    }

    @Test
    void relu() {
        for (int n : LENGTHS) {
            double[] x = guarded(values(2, n, 1), 3);
            double[] value = filled(n + 2, Double.NaN), derivative = value.clone();
            double[] expectedValue = value.clone(), expectedDerivative = value.clone();
            for (int i = 0; i < n; i++) {
                double v = x[3 + i];
                expectedValue[1 + i] = v > 0.0 ? v : Double.isNaN(v) ? Double.NaN : 0.0;
                expectedDerivative[1 + i] = v > 0.0 ? 1.0 : Double.isNaN(v) ? Double.NaN : 0.0;
            }
            kernels().map(Elementwise.RELU, n, x, 3, value, 1);
            kernels().map(Elementwise.RELU_DERIVATIVE, n, x, 3, derivative, 1);
            Bits.assertSame(expectedValue, value, "relu of " + n);
            Bits.assertSame(expectedDerivative, derivative, "relu′ of " + n);
        }
    }

    private static double[] values(int kind, int n, long seed) {
        Samples samples = new Samples(seed * 1_000_003 + n);
        return switch (kind) {
            case 0 -> samples.uniform(n);
            case 1 -> samples.integers(n);
            default -> samples.awkward(n);
        };
    }

    /// x with `before` NaNs in front of it and one behind.
    private static double[] guarded(double[] x, int before) {
        double[] guarded = filled(before + x.length + 1, Double.NaN);
        System.arraycopy(x, 0, guarded, before, x.length);
        return guarded;
    }

    private static double[] filled(int n, double value) {
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }
}
