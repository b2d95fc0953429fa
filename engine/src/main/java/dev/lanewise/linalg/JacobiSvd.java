package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.internal.backend.Backend;

/// The singular values of a small matrix G by rotations from one side: GU = VΣ.
///
/// **Method**: M. Hestenes, *Inversion of matrices by biorthogonalization*, J. SIAM 6 (1958): pairs of columns are
/// rotated until all are orthogonal, the longer one first (de Rijk). On the transposed R of a pivoted QR few sweeps
/// suffice and small singular values keep their digits (J. Demmel and K. Veselić, *Jacobi's method is more accurate
/// than QR*, SIAM J. Matrix Anal. Appl. 13 (1992)). At most 40 sweeps; six to ten are usual.
final class JacobiSvd {
    private static final int SWEEPS = 40;

    private final int count;
    private final int length;
    private final double[] g;
    private final double[] u;
    /// The squared lengths of the columns as they are now.
    private final double[] squares;
    private final double[] values;
    private final int[] descending;

    private JacobiSvd(double[] g, int count, int length) {
        this.count = count;
        this.length = length;
        this.g = g;
        u = new double[count * count];
        for (int i = 0; i < count; i++) u[i * count + i] = 1.0;
        squares = new double[count];
        for (int i = 0; i < count; i++) squares[i] = product(i, i);
        int sweeps = 0;
        while (sweeps < SWEEPS && sweep()) sweeps++;
        values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Blas.nrm2(Arrays.copyOfRange(g, i * length, (i + 1) * length));
        }
        descending = new int[count];
        for (int i = 0; i < count; i++) {
            int at = i;
            for (; at > 0 && values[descending[at - 1]] < values[i]; at--) descending[at] = descending[at - 1];
            descending[at] = i;
        }
    }

    /// Decomposes the matrix whose columns are the `count` runs of `length` elements in g, which is overwritten.
    static JacobiSvd of(double[] g, int count, int length) {
        return new JacobiSvd(g, count, length);
    }

    int count() {
        return count;
    }

    /// σᵢ, the largest first.
    double value(int i) {
        return values[descending[i]];
    }

    /// vᵢ, of unit length; σᵢ > 0.
    double[] left(int i) {
        double[] v = new double[length];
        for (int k = 0; k < length; k++) v[k] = g[descending[i] * length + k] / value(i);
        return v;
    }

    /// uᵢ, of unit length.
    double[] right(int i) {
        return Arrays.copyOfRange(u, descending[i] * count, (descending[i] + 1) * count);
    }

    /// One rotation for each pair; whether any was needed.
    private boolean sweep() {
        double tolerance = Math.sqrt(length) * 0x1p-52;
        boolean rotated = false;
        for (int p = 0; p < count; p++) {
            for (int q = p + 1; q < count; q++) {
                double pp = squares[p], qq = squares[q], pq = product(p, q);
                if (Math.abs(pq) <= tolerance * Math.sqrt(pp) * Math.sqrt(qq)) continue;
                rotate(p, q, tangent(pp, qq, pq), pp < qq);
                squares[p] = product(p, p);
                squares[q] = product(q, q);
                rotated = true;
            }
        }
        return rotated;
    }

    private double product(int p, int q) {
        return Backend.kernels().dot(length, g, p * length, g, q * length);
    }

    /// The smaller root of t² + 2ζt = 1 with ζ = (qq − pp)/2pq.
    private static double tangent(double pp, double qq, double pq) {
        double zeta = (qq - pp) / (2.0 * pq);
        if (Math.abs(zeta) > 0x1p500) return 0.5 / zeta;
        double t = 1.0 / (Math.abs(zeta) + Math.sqrt(Math.fma(zeta, zeta, 1.0)));
        return zeta < 0.0 ? -t : t;
    }

    private void rotate(int p, int q, double t, boolean exchange) {
        double c = 1.0 / Math.sqrt(Math.fma(t, t, 1.0));
        double s = c * t;
        rotate(g, length, p, q, c, s, exchange);
        rotate(u, count, p, q, c, s, exchange);
    }

    private static void rotate(double[] x, int length, int p, int q, double c, double s, boolean exchange) {
        int toA = (exchange ? q : p) * length;
        int toB = (exchange ? p : q) * length;
        for (int i = 0; i < length; i++) {
            double xp = x[p * length + i];
            double xq = x[q * length + i];
            x[toA + i] = Math.fma(c, xp, -s * xq);
            x[toB + i] = Math.fma(s, xp, c * xq);
        }
    }
}
