package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarPreciseProducts;

/// s + e ← s + e + Mᵀ(w + w′): two vectors of sums at a time stay in registers on the way down the rows of M. The last two
/// overlap where the columns do not fill them: both read their sums before either writes, so that what they share is
/// computed twice, and written twice with the same bits.
final class VectorPreciseProducts {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private VectorPreciseProducts() {}

    static void products(int terms, int count, double[] m, int mOff, int mStride, double[] w, double[] wRest, int wOff,
            double[] s, double[] e, int sOff) {
        if (count < LANES) {
            ScalarPreciseProducts.products(terms, count, m, mOff, mStride, w, wRest, wOff, s, e, sOff);
            return;
        }
        int j = 0;
        for (; j < count - 3 * LANES; j += 2 * LANES) {
            two(terms, m, mOff + j, LANES, mStride, w, wRest, wOff, s, e, sOff + j);
        }
        for (; j == count - LANES || j < count - 2 * LANES; j += LANES) {
            one(terms, m, mOff + j, mStride, w, wRest, wOff, s, e, sOff + j);
        }
        if (j < count) two(terms, m, mOff + j, count - LANES - j, mStride, w, wRest, wOff, s, e, sOff + j);
    }

    /// The second vector `apart` columns behind the first.
    private static void two(int terms, double[] m, int mOff, int apart, int mStride, double[] w, double[] wRest,
            int wOff, double[] s, double[] e, int sOff) {
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, s, sOff);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, s, sOff + apart);
        DoubleVector e0 = DoubleVector.fromArray(SPECIES, e, sOff);
        DoubleVector e1 = DoubleVector.fromArray(SPECIES, e, sOff + apart);
        for (int k = 0, at = mOff; k < terms; k++, at += mStride) {
            DoubleVector wk = DoubleVector.broadcast(SPECIES, w[wOff + k]);
            DoubleVector rest = DoubleVector.broadcast(SPECIES, wRest[wOff + k]);
            DoubleVector m0 = DoubleVector.fromArray(SPECIES, m, at);
            DoubleVector m1 = DoubleVector.fromArray(SPECIES, m, at + apart);
            DoubleVector p0 = m0.mul(wk), p1 = m1.mul(wk);
            DoubleVector t0 = s0.add(p0), t1 = s1.add(p1);
            DoubleVector z0 = t0.sub(s0), z1 = t1.sub(s1);
            DoubleVector lost0 = s0.sub(t0.sub(z0)).add(p0.sub(z0)).add(m0.fma(wk, p0.neg()));
            DoubleVector lost1 = s1.sub(t1.sub(z1)).add(p1.sub(z1)).add(m1.fma(wk, p1.neg()));
            e0 = e0.add(m0.fma(rest, lost0));
            e1 = e1.add(m1.fma(rest, lost1));
            s0 = t0;
            s1 = t1;
        }
        s0.intoArray(s, sOff);
        s1.intoArray(s, sOff + apart);
        e0.intoArray(e, sOff);
        e1.intoArray(e, sOff + apart);
    }

    private static void one(int terms, double[] m, int mOff, int mStride, double[] w, double[] wRest, int wOff,
            double[] s, double[] e, int sOff) {
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, s, sOff), e0 = DoubleVector.fromArray(SPECIES, e, sOff);
        for (int k = 0, at = mOff; k < terms; k++, at += mStride) {
            DoubleVector wk = DoubleVector.broadcast(SPECIES, w[wOff + k]);
            DoubleVector rest = DoubleVector.broadcast(SPECIES, wRest[wOff + k]);
            DoubleVector m0 = DoubleVector.fromArray(SPECIES, m, at);
            DoubleVector p0 = m0.mul(wk);
            DoubleVector t0 = s0.add(p0);
            DoubleVector z0 = t0.sub(s0);
            DoubleVector lost0 = s0.sub(t0.sub(z0)).add(p0.sub(z0)).add(m0.fma(wk, p0.neg()));
            e0 = e0.add(m0.fma(rest, lost0));
            s0 = t0;
        }
        s0.intoArray(s, sOff);
        e0.intoArray(e, sOff);
    }
}
