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
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// The derivatives of tanh and σ, operation for operation [ScalarBell], with its selections done on the bits.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorBell {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long SATURATED = Double.doubleToRawLongBits(ScalarBell.SATURATED) + ABOVE_INFINITY;

    private VectorBell() {}

    static void bell(int n, double scale, double height, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector minusOne = DoubleVector.broadcast(SPECIES, -1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC_512);
        DoubleVector ln2h = DoubleVector.broadcast(SPECIES, LN2H), twoLn2 = DoubleVector.broadcast(SPECIES, -TWO_LN2);
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            // |x|·scale = n·ln2/2 + b + bl
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, xOff + i).abs().mul(scale).reinterpretAsLongs()
                    .add(ABOVE_INFINITY).min(SATURATED).sub(ABOVE_INFINITY).reinterpretAsDoubles();
            DoubleVector z = a.fma(twoLn2, magic);
            DoubleVector k = z.sub(magic); // −n
            DoubleVector b0 = k.fma(ln2h, a);
            DoubleVector bl0 = k.mul(LN2L);
            DoubleVector b = b0.add(bl0);
            DoubleVector bl = bl0.sub(b.sub(b0));
            // T = tanh b
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), bl);
            DoubleVector th = b.add(t);
            DoubleVector tl = t.sub(th.sub(b));
            // P, M, and P + sM
            DoubleVector ph = one.add(th);
            DoubleVector pl = th.sub(ph.sub(one)).add(tl);
            DoubleVector mh = one.sub(th);
            DoubleVector ml = one.sub(mh).sub(th).sub(tl);
            DoubleVector lifted = z.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector s = lifted.mul(0x1p-512);
            DoubleVector dh = s.fma(mh, ph);
            DoubleVector dl = s.fma(mh, ph.sub(dh)).add(s.fma(ml, pl));
            // the product of two quotients and their tails; with −1/D, so that no operand is negated, p and m are negative
            DoubleVector inverse = minusOne.div(dh);
            DoubleVector p = ph.mul(inverse);
            DoubleVector pRest = p.fma(dh, ph).add(p.fma(dl, pl)).mul(inverse);
            DoubleVector m = mh.mul(inverse);
            DoubleVector mRest = m.fma(dh, mh).add(m.fma(dl, ml)).mul(inverse);
            DoubleVector product = p.mul(m);
            DoubleVector rest = p.fma(m, product.neg()).add(p.fma(mRest, m.mul(pRest)));
            product.add(rest).mul(height).mul(lifted).mul(0x1p-512).intoArray(y, yOff + i);
        }
        ScalarBell.bell(n - i, scale, height, x, xOff + i, y, yOff + i);
    }
}
