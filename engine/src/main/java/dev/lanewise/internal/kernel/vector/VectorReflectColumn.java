package dev.lanewise.internal.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarReflectColumn;

/// c ← c + VX with X = −SW and then W = V′ᵀc for one column c. The lanes of W are the eight reflectors, whose sums go down
/// the rows one FMA after the other; an element of c is a chain of eight in plain numbers. Where one pass does both, each
/// hides in what the other waits for.
final class VectorReflectColumn {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int WIDTH = Kernels.PANEL;

    private VectorReflectColumn() {}

    static void reflect(BlockReflector h, int top, int tail, BlockReflector next, int nextTop, int nextTail, double[] c,
            double[] w) {
        int both = h == null || next == null ? 0 : Math.min(h.rows(), next.rows());
        if (h != null) {
            ScalarReflectColumn.factor(h.factor(), w);
            ScalarReflectColumn.update(h.count(), WIDTH, h.top(), 0, c, top, w);
            ScalarReflectColumn.update(h.count(), h.rows() - both, h.v(), h.vOff(), c, tail, w);
        }
        if (next != null) {
            Arrays.fill(w, 0, WIDTH, 0.0);
            products(WIDTH, next.top(), 0, c, nextTop, w);
            products(next.rows() - both, next.v(), next.vOff(), c, nextTail, w);
        }
        if (both > 0) {
            int from = (h.rows() - both) * WIDTH, nextFrom = (next.rows() - both) * WIDTH;
            both(both, h.v(), h.vOff() + from, next.v(), next.vOff() + nextFrom, c, tail + h.rows() - both, w);
        }
    }

    private static void products(int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        switch (SPECIES.length()) {
            case 8 -> products512(rows, v, vOff, c, cOff, w);
            case 4 -> products256(rows, v, vOff, c, cOff, w);
            default -> products128(rows, v, vOff, c, cOff, w);
        }
    }

    private static void products512(int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, 0);
        for (int i = 0, p = vOff, q = cOff; i < rows; i++, p += WIDTH, q++) {
            DoubleVector ci = DoubleVector.broadcast(SPECIES, c[q]);
            w0 = DoubleVector.fromArray(SPECIES, v, p).fma(ci, w0);
        }
        w0.intoArray(w, 0);
    }

    private static void products256(int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, 0), w1 = DoubleVector.fromArray(SPECIES, w, 4);
        for (int i = 0, p = vOff, q = cOff; i < rows; i++, p += WIDTH, q++) {
            DoubleVector ci = DoubleVector.broadcast(SPECIES, c[q]);
            w0 = DoubleVector.fromArray(SPECIES, v, p).fma(ci, w0);
            w1 = DoubleVector.fromArray(SPECIES, v, p + 4).fma(ci, w1);
        }
        w0.intoArray(w, 0);
        w1.intoArray(w, 4);
    }

    private static void products128(int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, 0), w1 = DoubleVector.fromArray(SPECIES, w, 2),
                w2 = DoubleVector.fromArray(SPECIES, w, 4), w3 = DoubleVector.fromArray(SPECIES, w, 6);
        for (int i = 0, p = vOff, q = cOff; i < rows; i++, p += WIDTH, q++) {
            DoubleVector ci = DoubleVector.broadcast(SPECIES, c[q]);
            w0 = DoubleVector.fromArray(SPECIES, v, p).fma(ci, w0);
            w1 = DoubleVector.fromArray(SPECIES, v, p + 2).fma(ci, w1);
            w2 = DoubleVector.fromArray(SPECIES, v, p + 4).fma(ci, w2);
            w3 = DoubleVector.fromArray(SPECIES, v, p + 6).fma(ci, w3);
        }
        w0.intoArray(w, 0);
        w1.intoArray(w, 2);
        w2.intoArray(w, 4);
        w3.intoArray(w, 6);
    }

    private static void both(int rows, double[] v, int vOff, double[] next, int nextOff, double[] c, int cOff,
            double[] w) {
        switch (SPECIES.length()) {
            case 8 -> both512(rows, v, vOff, next, nextOff, c, cOff, w);
            case 4 -> both256(rows, v, vOff, next, nextOff, c, cOff, w);
            default -> both128(rows, v, vOff, next, nextOff, c, cOff, w);
        }
    }

    private static void both512(int rows, double[] v, int vOff, double[] next, int nextOff, double[] c, int cOff,
            double[] w) {
        double x0 = w[8], x1 = w[9], x2 = w[10], x3 = w[11], x4 = w[12], x5 = w[13], x6 = w[14], x7 = w[15];
        DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, 0);
        for (int i = 0, p = vOff, r = nextOff, q = cOff; i < rows; i++, p += WIDTH, r += WIDTH, q++) {
            double sum = Math.fma(v[p + 1], x1, Math.fma(v[p], x0, c[q]));
            sum = Math.fma(v[p + 3], x3, Math.fma(v[p + 2], x2, sum));
            sum = Math.fma(v[p + 5], x5, Math.fma(v[p + 4], x4, sum));
            sum = Math.fma(v[p + 7], x7, Math.fma(v[p + 6], x6, sum));
            c[q] = sum;
            DoubleVector ci = DoubleVector.broadcast(SPECIES, sum);
            w0 = DoubleVector.fromArray(SPECIES, next, r).fma(ci, w0);
        }
        w0.intoArray(w, 0);
    }

    private static void both256(int rows, double[] v, int vOff, double[] next, int nextOff, double[] c, int cOff,
            double[] w) {
        double x0 = w[8], x1 = w[9], x2 = w[10], x3 = w[11], x4 = w[12], x5 = w[13], x6 = w[14], x7 = w[15];
        DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, 0);
        DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, 4);
        for (int i = 0, p = vOff, r = nextOff, q = cOff; i < rows; i++, p += WIDTH, r += WIDTH, q++) {
            double sum = Math.fma(v[p + 1], x1, Math.fma(v[p], x0, c[q]));
            sum = Math.fma(v[p + 3], x3, Math.fma(v[p + 2], x2, sum));
            sum = Math.fma(v[p + 5], x5, Math.fma(v[p + 4], x4, sum));
            sum = Math.fma(v[p + 7], x7, Math.fma(v[p + 6], x6, sum));
            c[q] = sum;
            DoubleVector ci = DoubleVector.broadcast(SPECIES, sum);
            w0 = DoubleVector.fromArray(SPECIES, next, r).fma(ci, w0);
            w1 = DoubleVector.fromArray(SPECIES, next, r + 4).fma(ci, w1);
        }
        w0.intoArray(w, 0);
        w1.intoArray(w, 4);
    }

    private static void both128(int rows, double[] v, int vOff, double[] next, int nextOff, double[] c, int cOff,
            double[] w) {
        double x0 = w[8], x1 = w[9], x2 = w[10], x3 = w[11], x4 = w[12], x5 = w[13], x6 = w[14], x7 = w[15];
        DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, 0);
        DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, 2);
        DoubleVector w2 = DoubleVector.fromArray(SPECIES, w, 4);
        DoubleVector w3 = DoubleVector.fromArray(SPECIES, w, 6);
        for (int i = 0, p = vOff, r = nextOff, q = cOff; i < rows; i++, p += WIDTH, r += WIDTH, q++) {
            double sum = Math.fma(v[p + 1], x1, Math.fma(v[p], x0, c[q]));
            sum = Math.fma(v[p + 3], x3, Math.fma(v[p + 2], x2, sum));
            sum = Math.fma(v[p + 5], x5, Math.fma(v[p + 4], x4, sum));
            sum = Math.fma(v[p + 7], x7, Math.fma(v[p + 6], x6, sum));
            c[q] = sum;
            DoubleVector ci = DoubleVector.broadcast(SPECIES, sum);
            w0 = DoubleVector.fromArray(SPECIES, next, r).fma(ci, w0);
            w1 = DoubleVector.fromArray(SPECIES, next, r + 2).fma(ci, w1);
            w2 = DoubleVector.fromArray(SPECIES, next, r + 4).fma(ci, w2);
            w3 = DoubleVector.fromArray(SPECIES, next, r + 6).fma(ci, w3);
        }
        w0.intoArray(w, 0);
        w1.intoArray(w, 2);
        w2.intoArray(w, 4);
        w3.intoArray(w, 6);
    }
}
