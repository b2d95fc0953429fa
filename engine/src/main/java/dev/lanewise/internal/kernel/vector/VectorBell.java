package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarBell;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.C0;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C1;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C2;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C3;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C4;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C5;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C6;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2H;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2L;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.MAGIC_512;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.TWO_LN2;

/// The derivatives of tanh and σ, operation for operation [ScalarBell], with its selections done on the bits, in four
/// steps as in [VectorTanh].
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorBell {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int AHEAD = 3 * LANES;
    /// Added to the bits of |x|, it makes those of NaN negative, and no others: a minimum then leaves NaN alone.
    private static final long ABOVE_INFINITY = Long.MAX_VALUE - Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    private static final long SATURATED = Double.doubleToRawLongBits(ScalarBell.SATURATED) + ABOVE_INFINITY;

    private VectorBell() {}

    static void bell(int n, double scale, double height, double[] x, int xOff, double[] y, int yOff) {
        int whole = n - n % LANES;
        if (whole > 0) vectors(whole, scale, height, x, xOff, y, yOff);
        ScalarBell.bell(n - whole, scale, height, x, xOff + whole, y, yOff + whole);
    }

    /// The bell over a positive multiple of LANES.
    private static void vectors(int n, double scale, double height, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector minusOne = DoubleVector.broadcast(SPECIES, -1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC_512);
        DoubleVector ln2h = DoubleVector.broadcast(SPECIES, LN2H), twoLn2 = DoubleVector.broadcast(SPECIES, -TWO_LN2);
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        DoubleVector b = one, bl = one, z1 = one, th = one, tl = one, z2 = one; // what one step leaves to the next
        DoubleVector ph = one, pl = one, mh = one, ml = one, dh = one, dl = one, lifted = one;
        for (int i = -AHEAD; i < n; i += LANES) {
            DoubleVector xi = DoubleVector.fromArray(SPECIES, x, xOff + AHEAD + Math.min(i, n - LANES - AHEAD));
            // the product of two quotients and their tails; with −1/D, so that no operand is negated, p and m are negative
            DoubleVector inverse = minusOne.div(dh);
            DoubleVector p = ph.mul(inverse);
            DoubleVector pRest = p.fma(dh, ph).add(p.fma(dl, pl)).mul(inverse);
            DoubleVector m = mh.mul(inverse);
            DoubleVector mRest = m.fma(dh, mh).add(m.fma(dl, ml)).mul(inverse);
            DoubleVector product = p.mul(m);
            DoubleVector rest = p.fma(m, product.neg()).add(p.fma(mRest, m.mul(pRest)));
            product.add(rest).mul(height).mul(lifted).mul(0x1p-512).intoArray(y, yOff + Math.max(i, 0));
            // P, M, and P + sM
            ph = one.add(th);
            pl = th.sub(ph.sub(one)).add(tl);
            mh = one.sub(th);
            ml = one.sub(mh).sub(th).sub(tl);
            lifted = z2.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector s = lifted.mul(0x1p-512);
            dh = s.fma(mh, ph);
            dl = s.fma(mh, ph.sub(dh)).add(s.fma(ml, pl));
            // T = tanh b
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), bl);
            th = b.add(t);
            tl = t.sub(th.sub(b));
            z2 = z1;
            // |x|·scale = n·ln2/2 + b + bl
            DoubleVector a = xi.abs().mul(scale).reinterpretAsLongs().add(ABOVE_INFINITY).min(SATURATED)
                    .sub(ABOVE_INFINITY).reinterpretAsDoubles();
            z1 = a.fma(twoLn2, magic);
            DoubleVector k = z1.sub(magic); // −n
            DoubleVector b0 = k.fma(ln2h, a);
            DoubleVector bl0 = k.mul(LN2L);
            b = b0.add(bl0);
            bl = bl0.sub(b.sub(b0));
        }
    }
}
