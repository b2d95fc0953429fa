package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// W += VᵀC for eight columns of V: every row of V and C is read once, and the sums stay in registers on the way down.
final class ReflectProducts {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = Kernels.PANEL;

    private ReflectProducts() {}

    /// W += VᵀC, 8 × 3 vectors.
    static void three(int rows, double[] v, int vOff, double[] c, int o0, int o1, int o2, double[] w) {
        DoubleVector w00 = DoubleVector.fromArray(SPECIES, w, 0);
        DoubleVector w01 = DoubleVector.fromArray(SPECIES, w, LANES);
        DoubleVector w02 = DoubleVector.fromArray(SPECIES, w, 2 * LANES);
        DoubleVector w10 = DoubleVector.fromArray(SPECIES, w, 3 * LANES);
        DoubleVector w11 = DoubleVector.fromArray(SPECIES, w, 4 * LANES);
        DoubleVector w12 = DoubleVector.fromArray(SPECIES, w, 5 * LANES);
        DoubleVector w20 = DoubleVector.fromArray(SPECIES, w, 6 * LANES);
        DoubleVector w21 = DoubleVector.fromArray(SPECIES, w, 7 * LANES);
        DoubleVector w22 = DoubleVector.fromArray(SPECIES, w, 8 * LANES);
        DoubleVector w30 = DoubleVector.fromArray(SPECIES, w, 9 * LANES);
        DoubleVector w31 = DoubleVector.fromArray(SPECIES, w, 10 * LANES);
        DoubleVector w32 = DoubleVector.fromArray(SPECIES, w, 11 * LANES);
        DoubleVector w40 = DoubleVector.fromArray(SPECIES, w, 12 * LANES);
        DoubleVector w41 = DoubleVector.fromArray(SPECIES, w, 13 * LANES);
        DoubleVector w42 = DoubleVector.fromArray(SPECIES, w, 14 * LANES);
        DoubleVector w50 = DoubleVector.fromArray(SPECIES, w, 15 * LANES);
        DoubleVector w51 = DoubleVector.fromArray(SPECIES, w, 16 * LANES);
        DoubleVector w52 = DoubleVector.fromArray(SPECIES, w, 17 * LANES);
        DoubleVector w60 = DoubleVector.fromArray(SPECIES, w, 18 * LANES);
        DoubleVector w61 = DoubleVector.fromArray(SPECIES, w, 19 * LANES);
        DoubleVector w62 = DoubleVector.fromArray(SPECIES, w, 20 * LANES);
        DoubleVector w70 = DoubleVector.fromArray(SPECIES, w, 21 * LANES);
        DoubleVector w71 = DoubleVector.fromArray(SPECIES, w, 22 * LANES);
        DoubleVector w72 = DoubleVector.fromArray(SPECIES, w, 23 * LANES);
        for (int i = 0, at = 0; i < rows; i++, at += WIDTH, vOff += WIDTH) {
            DoubleVector c0 = DoubleVector.fromArray(SPECIES, c, o0 + at);
            DoubleVector c1 = DoubleVector.fromArray(SPECIES, c, o1 + at);
            DoubleVector c2 = DoubleVector.fromArray(SPECIES, c, o2 + at);
            DoubleVector vk = DoubleVector.broadcast(SPECIES, v[vOff]);
            w00 = vk.fma(c0, w00);
            w01 = vk.fma(c1, w01);
            w02 = vk.fma(c2, w02);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 1]);
            w10 = vk.fma(c0, w10);
            w11 = vk.fma(c1, w11);
            w12 = vk.fma(c2, w12);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 2]);
            w20 = vk.fma(c0, w20);
            w21 = vk.fma(c1, w21);
            w22 = vk.fma(c2, w22);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 3]);
            w30 = vk.fma(c0, w30);
            w31 = vk.fma(c1, w31);
            w32 = vk.fma(c2, w32);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 4]);
            w40 = vk.fma(c0, w40);
            w41 = vk.fma(c1, w41);
            w42 = vk.fma(c2, w42);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 5]);
            w50 = vk.fma(c0, w50);
            w51 = vk.fma(c1, w51);
            w52 = vk.fma(c2, w52);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 6]);
            w60 = vk.fma(c0, w60);
            w61 = vk.fma(c1, w61);
            w62 = vk.fma(c2, w62);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 7]);
            w70 = vk.fma(c0, w70);
            w71 = vk.fma(c1, w71);
            w72 = vk.fma(c2, w72);
        }
        w00.intoArray(w, 0);
        w01.intoArray(w, LANES);
        w02.intoArray(w, 2 * LANES);
        w10.intoArray(w, 3 * LANES);
        w11.intoArray(w, 4 * LANES);
        w12.intoArray(w, 5 * LANES);
        w20.intoArray(w, 6 * LANES);
        w21.intoArray(w, 7 * LANES);
        w22.intoArray(w, 8 * LANES);
        w30.intoArray(w, 9 * LANES);
        w31.intoArray(w, 10 * LANES);
        w32.intoArray(w, 11 * LANES);
        w40.intoArray(w, 12 * LANES);
        w41.intoArray(w, 13 * LANES);
        w42.intoArray(w, 14 * LANES);
        w50.intoArray(w, 15 * LANES);
        w51.intoArray(w, 16 * LANES);
        w52.intoArray(w, 17 * LANES);
        w60.intoArray(w, 18 * LANES);
        w61.intoArray(w, 19 * LANES);
        w62.intoArray(w, 20 * LANES);
        w70.intoArray(w, 21 * LANES);
        w71.intoArray(w, 22 * LANES);
        w72.intoArray(w, 23 * LANES);
    }

    /// W += VᵀC, 8 × 2 vectors; the rows of W stand three vectors apart as well.
    static void two(int rows, double[] v, int vOff, double[] c, int o0, int o1, double[] w) {
        DoubleVector w00 = DoubleVector.fromArray(SPECIES, w, 0), w01 = DoubleVector.fromArray(SPECIES, w, LANES);
        DoubleVector w10 = DoubleVector.fromArray(SPECIES, w, 3 * LANES),
                w11 = DoubleVector.fromArray(SPECIES, w, 4 * LANES);
        DoubleVector w20 = DoubleVector.fromArray(SPECIES, w, 6 * LANES),
                w21 = DoubleVector.fromArray(SPECIES, w, 7 * LANES);
        DoubleVector w30 = DoubleVector.fromArray(SPECIES, w, 9 * LANES),
                w31 = DoubleVector.fromArray(SPECIES, w, 10 * LANES);
        DoubleVector w40 = DoubleVector.fromArray(SPECIES, w, 12 * LANES),
                w41 = DoubleVector.fromArray(SPECIES, w, 13 * LANES);
        DoubleVector w50 = DoubleVector.fromArray(SPECIES, w, 15 * LANES),
                w51 = DoubleVector.fromArray(SPECIES, w, 16 * LANES);
        DoubleVector w60 = DoubleVector.fromArray(SPECIES, w, 18 * LANES),
                w61 = DoubleVector.fromArray(SPECIES, w, 19 * LANES);
        DoubleVector w70 = DoubleVector.fromArray(SPECIES, w, 21 * LANES),
                w71 = DoubleVector.fromArray(SPECIES, w, 22 * LANES);
        for (int i = 0, at = 0; i < rows; i++, at += WIDTH, vOff += WIDTH) {
            DoubleVector c0 = DoubleVector.fromArray(SPECIES, c, o0 + at);
            DoubleVector c1 = DoubleVector.fromArray(SPECIES, c, o1 + at);
            DoubleVector vk = DoubleVector.broadcast(SPECIES, v[vOff]);
            w00 = vk.fma(c0, w00);
            w01 = vk.fma(c1, w01);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 1]);
            w10 = vk.fma(c0, w10);
            w11 = vk.fma(c1, w11);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 2]);
            w20 = vk.fma(c0, w20);
            w21 = vk.fma(c1, w21);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 3]);
            w30 = vk.fma(c0, w30);
            w31 = vk.fma(c1, w31);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 4]);
            w40 = vk.fma(c0, w40);
            w41 = vk.fma(c1, w41);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 5]);
            w50 = vk.fma(c0, w50);
            w51 = vk.fma(c1, w51);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 6]);
            w60 = vk.fma(c0, w60);
            w61 = vk.fma(c1, w61);
            vk = DoubleVector.broadcast(SPECIES, v[vOff + 7]);
            w70 = vk.fma(c0, w70);
            w71 = vk.fma(c1, w71);
        }
        w00.intoArray(w, 0);
        w01.intoArray(w, LANES);
        w10.intoArray(w, 3 * LANES);
        w11.intoArray(w, 4 * LANES);
        w20.intoArray(w, 6 * LANES);
        w21.intoArray(w, 7 * LANES);
        w30.intoArray(w, 9 * LANES);
        w31.intoArray(w, 10 * LANES);
        w40.intoArray(w, 12 * LANES);
        w41.intoArray(w, 13 * LANES);
        w50.intoArray(w, 15 * LANES);
        w51.intoArray(w, 16 * LANES);
        w60.intoArray(w, 18 * LANES);
        w61.intoArray(w, 19 * LANES);
        w70.intoArray(w, 21 * LANES);
        w71.intoArray(w, 22 * LANES);
    }

    /// W += VᵀC, 8 × 1 vector; the rows of W stand three vectors apart as well.
    static void one(int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, 0);
        DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, 3 * LANES);
        DoubleVector w2 = DoubleVector.fromArray(SPECIES, w, 6 * LANES);
        DoubleVector w3 = DoubleVector.fromArray(SPECIES, w, 9 * LANES);
        DoubleVector w4 = DoubleVector.fromArray(SPECIES, w, 12 * LANES);
        DoubleVector w5 = DoubleVector.fromArray(SPECIES, w, 15 * LANES);
        DoubleVector w6 = DoubleVector.fromArray(SPECIES, w, 18 * LANES);
        DoubleVector w7 = DoubleVector.fromArray(SPECIES, w, 21 * LANES);
        for (int i = 0; i < rows; i++, cOff += WIDTH, vOff += WIDTH) {
            DoubleVector ci = DoubleVector.fromArray(SPECIES, c, cOff);
            w0 = DoubleVector.broadcast(SPECIES, v[vOff]).fma(ci, w0);
            w1 = DoubleVector.broadcast(SPECIES, v[vOff + 1]).fma(ci, w1);
            w2 = DoubleVector.broadcast(SPECIES, v[vOff + 2]).fma(ci, w2);
            w3 = DoubleVector.broadcast(SPECIES, v[vOff + 3]).fma(ci, w3);
            w4 = DoubleVector.broadcast(SPECIES, v[vOff + 4]).fma(ci, w4);
            w5 = DoubleVector.broadcast(SPECIES, v[vOff + 5]).fma(ci, w5);
            w6 = DoubleVector.broadcast(SPECIES, v[vOff + 6]).fma(ci, w6);
            w7 = DoubleVector.broadcast(SPECIES, v[vOff + 7]).fma(ci, w7);
        }
        w0.intoArray(w, 0);
        w1.intoArray(w, 3 * LANES);
        w2.intoArray(w, 6 * LANES);
        w3.intoArray(w, 9 * LANES);
        w4.intoArray(w, 12 * LANES);
        w5.intoArray(w, 15 * LANES);
        w6.intoArray(w, 18 * LANES);
        w7.intoArray(w, 21 * LANES);
    }
}
