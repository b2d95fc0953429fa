package dev.lanewise.internal.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarReflectColumn;

/// c ← c + VX with X = −SW and W = Vᵀc for one column c: the lanes of W are the eight reflectors; what follows is a chain in
/// each element of c, in plain loops.
final class VectorReflectColumn {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int WIDTH = Kernels.PANEL;

    private VectorReflectColumn() {}

    static void reflect(BlockReflector h, double[] c, int topOff, int tailOff, double[] w) {
        Arrays.fill(w, 0, WIDTH, 0.0);
        products(WIDTH, h.top(), 0, c, topOff, w);
        products(h.rows(), h.v(), h.vOff(), c, tailOff, w);
        ScalarReflectColumn.factor(h.factor(), w);
        ScalarReflectColumn.update(WIDTH, h.top(), 0, c, topOff, w);
        ScalarReflectColumn.update(h.rows(), h.v(), h.vOff(), c, tailOff, w);
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
}
