package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarExpm1;

import static dev.lanewise.internal.kernel.scalar.Exponential.HIGH;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC_BITS;
import static dev.lanewise.internal.kernel.scalar.ScalarExpm1.*;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// eˣ − 1 and ELU, operation for operation [ScalarExpm1], with their selections done on the bits; long ranges go
/// to [PipelinedExpm1].
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorExpm1 {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    /// [VectorTanh#ABOVE_INFINITY] and the bits of the largest argument.
    static final long UPPER = Double.doubleToRawLongBits(HIGH) + ABOVE_INFINITY;
    /// The same for the most negative one, without its sign.
    static final long LOWER = Double.doubleToRawLongBits(-LOW) + ABOVE_INFINITY;

    private VectorExpm1() {}

    static void expm1(int n, double[] x, int xOff, double[] y, int yOff) {
        int i = whole(1.0, 0L, n, x, xOff, y, yOff);
        ScalarExpm1.expm1(n - i, x, xOff + i, y, yOff + i);
    }

    static void elu(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        int i = whole(alpha, -1L, n, x, xOff, y, yOff);
        ScalarExpm1.elu(alpha, n - i, x, xOff + i, y, yOff + i);
    }

    /// yᵢ ← α·(e^xᵢ − 1), or xᵢ where it is positive and the bits of `linear` are set, in all whole vectors; the number
    /// of elements done.
    private static int whole(double alpha, long linear, int n, double[] x, int xOff, double[] y, int yOff) {
        int whole = n - n % LANES;
        if (whole >= PipelinedExpm1.WORTHWHILE) {
            PipelinedExpm1.expm1(alpha, linear, whole, x, xOff, y, yOff);
            return whole;
        }
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector m0 = DoubleVector.broadcast(SPECIES, M0), m1 = DoubleVector.broadcast(SPECIES, M1);
        DoubleVector m2 = DoubleVector.broadcast(SPECIES, M2), m3 = DoubleVector.broadcast(SPECIES, M3);
        DoubleVector m4 = DoubleVector.broadcast(SPECIES, M4), m5 = DoubleVector.broadcast(SPECIES, M5);
        DoubleVector m6 = DoubleVector.broadcast(SPECIES, M6), m7 = DoubleVector.broadcast(SPECIES, M7);
        DoubleVector m8 = DoubleVector.broadcast(SPECIES, M8), m9 = DoubleVector.broadcast(SPECIES, M9);
        LongVector bias = DoubleVector.broadcast(SPECIES, MAGIC).reinterpretAsLongs().add(1023L);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            // the positive ones are clamped first, then, with the sign turned, the negative ones
            DoubleVector a = v.reinterpretAsLongs().add(ABOVE_INFINITY).min(UPPER).add(Long.MIN_VALUE).min(LOWER)
                    .sub(ABOVE_INFINITY + Long.MIN_VALUE).reinterpretAsDoubles();
            DoubleVector z = a.fma(DoubleVector.broadcast(SPECIES, LOG2E), magic);
            DoubleVector k0 = z.sub(magic);
            DoubleVector r0 = k0.fma(minusLn2, a);
            DoubleVector rl0 = k0.mul(-LN2L);
            DoubleVector r = r0.add(rl0);
            DoubleVector rl1 = rl0.sub(r.sub(r0));
            DoubleVector rl = rl1.fma(r, rl1);
            DoubleVector u = r.mul(r);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = m9.fma(r, m8).fma(u2, m7.fma(r, m6).fma(u, m5.fma(r, m4)));
            DoubleVector series = high.fma(u2, m3.fma(r, m2).fma(u, m1.fma(r, m0)));
            DoubleVector h = u.mul(0.5);
            DoubleVector hl = r.mul(0.5).fma(r, h.neg());
            DoubleVector q = r.mul(u).fma(series, hl.add(rl));
            DoubleVector t = h.add(q);
            DoubleVector tl = q.sub(t.sub(h));
            DoubleVector eh = r.add(t);
            DoubleVector el = t.sub(eh.sub(r)).add(tl);

            LongVector k = z.reinterpretAsLongs();
            LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
            DoubleVector power1 = k1.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = k.sub(k1).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector s = bias.sub(k.min(MAGIC_BITS + SMALLEST)).lanewise(VectorOperators.LSHL, 52)
                    .reinterpretAsDoubles();
            DoubleVector c = one.sub(s);
            DoubleVector cl = one.sub(c).sub(s);
            DoubleVector g = c.add(eh);
            DoubleVector l = eh.sub(g.sub(c)).add(el.add(cl));
            LongVector bits = v.reinterpretAsLongs();
            LongVector positive = bits.lanewise(VectorOperators.NEG).lanewise(VectorOperators.AND_NOT, bits).and(linear)
                    .lanewise(VectorOperators.ASHR, 63);
            LongVector power = g.add(l).mul(power1).mul(power2).reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, bits, Long.MIN_VALUE);
            LongVector scaled = power.reinterpretAsDoubles().mul(alpha).reinterpretAsLongs();
            scaled.lanewise(VectorOperators.BITWISE_BLEND, bits, positive).reinterpretAsDoubles()
                    .intoArray(y, yOff + i);
        }
        return i;
    }
}
