package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// C += VX for eight columns of V, with X in registers: the rows of C are independent of each other.
final class ReflectUpdate {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = Kernels.PANEL;

    private ReflectUpdate() {}

    /// C += VX, 3 vectors of columns.
    static void three(int rows, double[] v, int vOff, double[] c, int o0, int o1, int o2, double[] x, int xOff) {
        DoubleVector x00 = DoubleVector.fromArray(SPECIES, x, xOff);
        DoubleVector x01 = DoubleVector.fromArray(SPECIES, x, xOff + LANES);
        DoubleVector x02 = DoubleVector.fromArray(SPECIES, x, xOff + 2 * LANES);
        DoubleVector x10 = DoubleVector.fromArray(SPECIES, x, xOff + 3 * LANES);
        DoubleVector x11 = DoubleVector.fromArray(SPECIES, x, xOff + 4 * LANES);
        DoubleVector x12 = DoubleVector.fromArray(SPECIES, x, xOff + 5 * LANES);
        DoubleVector x20 = DoubleVector.fromArray(SPECIES, x, xOff + 6 * LANES);
        DoubleVector x21 = DoubleVector.fromArray(SPECIES, x, xOff + 7 * LANES);
        DoubleVector x22 = DoubleVector.fromArray(SPECIES, x, xOff + 8 * LANES);
        DoubleVector x30 = DoubleVector.fromArray(SPECIES, x, xOff + 9 * LANES);
        DoubleVector x31 = DoubleVector.fromArray(SPECIES, x, xOff + 10 * LANES);
        DoubleVector x32 = DoubleVector.fromArray(SPECIES, x, xOff + 11 * LANES);
        DoubleVector x40 = DoubleVector.fromArray(SPECIES, x, xOff + 12 * LANES);
        DoubleVector x41 = DoubleVector.fromArray(SPECIES, x, xOff + 13 * LANES);
        DoubleVector x42 = DoubleVector.fromArray(SPECIES, x, xOff + 14 * LANES);
        DoubleVector x50 = DoubleVector.fromArray(SPECIES, x, xOff + 15 * LANES);
        DoubleVector x51 = DoubleVector.fromArray(SPECIES, x, xOff + 16 * LANES);
        DoubleVector x52 = DoubleVector.fromArray(SPECIES, x, xOff + 17 * LANES);
        DoubleVector x60 = DoubleVector.fromArray(SPECIES, x, xOff + 18 * LANES);
        DoubleVector x61 = DoubleVector.fromArray(SPECIES, x, xOff + 19 * LANES);
        DoubleVector x62 = DoubleVector.fromArray(SPECIES, x, xOff + 20 * LANES);
        DoubleVector x70 = DoubleVector.fromArray(SPECIES, x, xOff + 21 * LANES);
        DoubleVector x71 = DoubleVector.fromArray(SPECIES, x, xOff + 22 * LANES);
        DoubleVector x72 = DoubleVector.fromArray(SPECIES, x, xOff + 23 * LANES);
        for (int i = 0, at = 0; i < rows; i++, at += WIDTH, vOff += WIDTH) {
            DoubleVector c0 = DoubleVector.fromArray(SPECIES, c, o0 + at);
            DoubleVector c1 = DoubleVector.fromArray(SPECIES, c, o1 + at);
            DoubleVector c2 = DoubleVector.fromArray(SPECIES, c, o2 + at);
            DoubleVector vk = DoubleVector.broadcast(SPECIES, v[vOff]);
            c0 = vk.fma(x00, c0);
            c1 = vk.fma(x01, c1);
            c2 = vk.fma(x02, c2);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 1]);
            c0 = vk.fma(x10, c0);
            c1 = vk.fma(x11, c1);
            c2 = vk.fma(x12, c2);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 2]);
            c0 = vk.fma(x20, c0);
            c1 = vk.fma(x21, c1);
            c2 = vk.fma(x22, c2);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 3]);
            c0 = vk.fma(x30, c0);
            c1 = vk.fma(x31, c1);
            c2 = vk.fma(x32, c2);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 4]);
            c0 = vk.fma(x40, c0);
            c1 = vk.fma(x41, c1);
            c2 = vk.fma(x42, c2);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 5]);
            c0 = vk.fma(x50, c0);
            c1 = vk.fma(x51, c1);
            c2 = vk.fma(x52, c2);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 6]);
            c0 = vk.fma(x60, c0);
            c1 = vk.fma(x61, c1);
            c2 = vk.fma(x62, c2);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 7]);
            c0 = vk.fma(x70, c0);
            c1 = vk.fma(x71, c1);
            c2 = vk.fma(x72, c2);
            c0.intoArray(c, o0 + at);
            c1.intoArray(c, o1 + at);
            c2.intoArray(c, o2 + at);
        }
    }

    /// C += VX, 2 vectors of columns.
    static void two(int rows, double[] v, int vOff, double[] c, int o0, int o1, double[] x, int xOff) {
        DoubleVector x00 = DoubleVector.fromArray(SPECIES, x, xOff);
        DoubleVector x01 = DoubleVector.fromArray(SPECIES, x, xOff + LANES);
        DoubleVector x10 = DoubleVector.fromArray(SPECIES, x, xOff + 3 * LANES);
        DoubleVector x11 = DoubleVector.fromArray(SPECIES, x, xOff + 4 * LANES);
        DoubleVector x20 = DoubleVector.fromArray(SPECIES, x, xOff + 6 * LANES);
        DoubleVector x21 = DoubleVector.fromArray(SPECIES, x, xOff + 7 * LANES);
        DoubleVector x30 = DoubleVector.fromArray(SPECIES, x, xOff + 9 * LANES);
        DoubleVector x31 = DoubleVector.fromArray(SPECIES, x, xOff + 10 * LANES);
        DoubleVector x40 = DoubleVector.fromArray(SPECIES, x, xOff + 12 * LANES);
        DoubleVector x41 = DoubleVector.fromArray(SPECIES, x, xOff + 13 * LANES);
        DoubleVector x50 = DoubleVector.fromArray(SPECIES, x, xOff + 15 * LANES);
        DoubleVector x51 = DoubleVector.fromArray(SPECIES, x, xOff + 16 * LANES);
        DoubleVector x60 = DoubleVector.fromArray(SPECIES, x, xOff + 18 * LANES);
        DoubleVector x61 = DoubleVector.fromArray(SPECIES, x, xOff + 19 * LANES);
        DoubleVector x70 = DoubleVector.fromArray(SPECIES, x, xOff + 21 * LANES);
        DoubleVector x71 = DoubleVector.fromArray(SPECIES, x, xOff + 22 * LANES);
        for (int i = 0, at = 0; i < rows; i++, at += WIDTH, vOff += WIDTH) {
            DoubleVector c0 = DoubleVector.fromArray(SPECIES, c, o0 + at);
            DoubleVector c1 = DoubleVector.fromArray(SPECIES, c, o1 + at);
            DoubleVector vk = DoubleVector.broadcast(SPECIES, v[vOff]);
            c0 = vk.fma(x00, c0);
            c1 = vk.fma(x01, c1);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 1]);
            c0 = vk.fma(x10, c0);
            c1 = vk.fma(x11, c1);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 2]);
            c0 = vk.fma(x20, c0);
            c1 = vk.fma(x21, c1);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 3]);
            c0 = vk.fma(x30, c0);
            c1 = vk.fma(x31, c1);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 4]);
            c0 = vk.fma(x40, c0);
            c1 = vk.fma(x41, c1);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 5]);
            c0 = vk.fma(x50, c0);
            c1 = vk.fma(x51, c1);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 6]);
            c0 = vk.fma(x60, c0);
            c1 = vk.fma(x61, c1);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 7]);
            c0 = vk.fma(x70, c0);
            c1 = vk.fma(x71, c1);
            c0.intoArray(c, o0 + at);
            c1.intoArray(c, o1 + at);
        }
    }

    /// C += VX, one vector of columns.
    static void one(int rows, double[] v, int vOff, double[] c, int cOff, double[] x, int xOff) {
        DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, xOff);
        DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, xOff + 3 * LANES);
        DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, xOff + 6 * LANES);
        DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, xOff + 9 * LANES);
        DoubleVector x4 = DoubleVector.fromArray(SPECIES, x, xOff + 12 * LANES);
        DoubleVector x5 = DoubleVector.fromArray(SPECIES, x, xOff + 15 * LANES);
        DoubleVector x6 = DoubleVector.fromArray(SPECIES, x, xOff + 18 * LANES);
        DoubleVector x7 = DoubleVector.fromArray(SPECIES, x, xOff + 21 * LANES);
        for (int i = 0; i < rows; i++, cOff += WIDTH, vOff += WIDTH) {
            DoubleVector ci = DoubleVector.fromArray(SPECIES, c, cOff);
            ci = DoubleVector.broadcast(SPECIES, v[vOff]).fma(x0, ci);
            ci = DoubleVector.broadcast(SPECIES, v[vOff + 1]).fma(x1, ci);
            ci = DoubleVector.broadcast(SPECIES, v[vOff + 2]).fma(x2, ci);
            ci = DoubleVector.broadcast(SPECIES, v[vOff + 3]).fma(x3, ci);
            ci = DoubleVector.broadcast(SPECIES, v[vOff + 4]).fma(x4, ci);
            ci = DoubleVector.broadcast(SPECIES, v[vOff + 5]).fma(x5, ci);
            ci = DoubleVector.broadcast(SPECIES, v[vOff + 6]).fma(x6, ci);
            ci = DoubleVector.broadcast(SPECIES, v[vOff + 7]).fma(x7, ci);
            ci.intoArray(c, cOff);
        }
    }
}
