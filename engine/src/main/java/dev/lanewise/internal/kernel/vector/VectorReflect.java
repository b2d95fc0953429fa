package dev.lanewise.internal.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Kernels;

/// C ← C + VX with X = −SW and W = VᵀC, three vectors of columns at a time, the last two or four in pairs:
/// a single one would keep half of the unit waiting.
///
/// The scratch memory holds W, eight rows of three vectors, and X behind it; for one panel it ends with W at 512 bits.
final class VectorReflect {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = Kernels.PANEL;
    private static final int X = WIDTH * 3 * LANES;

    private VectorReflect() {}

    static void reflect(BlockReflector h, int panels, double[] c, int topOff, int tailOff, int cStride, double[] w) {
        int vectors = panels * WIDTH / LANES;
        int q = 0;
        for (; q <= vectors - 5 || q == vectors - 3; q += 3) {
            three(h, c, topOff + column(q, cStride), topOff + column(q + 1, cStride), topOff + column(q + 2, cStride),
                    tailOff - topOff, w);
        }
        for (; q <= vectors - 2; q += 2) {
            two(h, c, topOff + column(q, cStride), topOff + column(q + 1, cStride), tailOff - topOff, w);
        }
        for (; q < vectors; q++) one(h, c, topOff + column(q, cStride), tailOff - topOff, w);
    }

    /// Where vector q of the columns stands in the panels.
    private static int column(int q, int cStride) {
        int j = q * LANES;
        return j / WIDTH * cStride + j % WIDTH;
    }

    private static void three(BlockReflector h, double[] c, int o0, int o1, int o2, int tail, double[] w) {
        Arrays.fill(w, 0, X, 0.0);
        ReflectProducts.three(WIDTH, h.top(), 0, c, o0, o1, o2, w);
        ReflectProducts.three(h.rows(), h.v(), h.vOff(), c, o0 + tail, o1 + tail, o2 + tail, w);
        factor(h.factor(), w, 0, X);
        factor(h.factor(), w, LANES, X + LANES);
        factor(h.factor(), w, 2 * LANES, X + 2 * LANES);
        ReflectUpdate.three(WIDTH, h.top(), 0, c, o0, o1, o2, w, X);
        ReflectUpdate.three(h.rows(), h.v(), h.vOff(), c, o0 + tail, o1 + tail, o2 + tail, w, X);
    }

    private static void two(BlockReflector h, double[] c, int o0, int o1, int tail, double[] w) {
        Arrays.fill(w, 0, X, 0.0);
        ReflectProducts.two(WIDTH, h.top(), 0, c, o0, o1, w);
        ReflectProducts.two(h.rows(), h.v(), h.vOff(), c, o0 + tail, o1 + tail, w);
        factor(h.factor(), w, 0, X);
        factor(h.factor(), w, LANES, X + LANES);
        ReflectUpdate.two(WIDTH, h.top(), 0, c, o0, o1, w, X);
        ReflectUpdate.two(h.rows(), h.v(), h.vOff(), c, o0 + tail, o1 + tail, w, X);
    }

    /// Here X stands beside W, where the other vectors of a row of three would be.
    private static void one(BlockReflector h, double[] c, int cOff, int tail, double[] w) {
        Arrays.fill(w, 0, X, 0.0);
        ReflectProducts.one(WIDTH, h.top(), 0, c, cOff, w);
        ReflectProducts.one(h.rows(), h.v(), h.vOff(), c, cOff + tail, w);
        factor(h.factor(), w, 0, LANES);
        ReflectUpdate.one(WIDTH, h.top(), 0, c, cOff, w, LANES);
        ReflectUpdate.one(h.rows(), h.v(), h.vOff(), c, cOff + tail, w, LANES);
    }

    /// X = −SW, one vector of columns.
    private static void factor(double[] s, double[] w, int wOff, int xOff) {
        DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, wOff);
        DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, wOff + 3 * LANES);
        DoubleVector w2 = DoubleVector.fromArray(SPECIES, w, wOff + 6 * LANES);
        DoubleVector w3 = DoubleVector.fromArray(SPECIES, w, wOff + 9 * LANES);
        DoubleVector w4 = DoubleVector.fromArray(SPECIES, w, wOff + 12 * LANES);
        DoubleVector w5 = DoubleVector.fromArray(SPECIES, w, wOff + 15 * LANES);
        DoubleVector w6 = DoubleVector.fromArray(SPECIES, w, wOff + 18 * LANES);
        DoubleVector w7 = DoubleVector.fromArray(SPECIES, w, wOff + 21 * LANES);
        for (int k = 0; k < WIDTH; k++) {
            int row = k * WIDTH;
            DoubleVector sum = DoubleVector.broadcast(SPECIES, s[row]).fma(w0, DoubleVector.zero(SPECIES));
            sum = DoubleVector.broadcast(SPECIES, s[row + 1]).fma(w1, sum);
            sum = DoubleVector.broadcast(SPECIES, s[row + 2]).fma(w2, sum);
            sum = DoubleVector.broadcast(SPECIES, s[row + 3]).fma(w3, sum);
            sum = DoubleVector.broadcast(SPECIES, s[row + 4]).fma(w4, sum);
            sum = DoubleVector.broadcast(SPECIES, s[row + 5]).fma(w5, sum);
            sum = DoubleVector.broadcast(SPECIES, s[row + 6]).fma(w6, sum);
            sum = DoubleVector.broadcast(SPECIES, s[row + 7]).fma(w7, sum);
            sum.mul(-1.0).intoArray(w, xOff + k * 3 * LANES);
        }
    }
}
