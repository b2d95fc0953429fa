package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.*;

/// x·σ(v) over long ranges: the operations of [VectorGate], in four steps that overlap as those of [PipelinedTanh] do.
/// They are written out again, since a method that takes or returns a vector may box it (docs/jit.md, rule 4).
final class PipelinedGate {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int AHEAD = 3 * LANES;
    /// From so many elements on, the three turns that it takes to begin and to end are worth it.
    static final int WORTHWHILE = 12 * LANES;
    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

    private PipelinedGate() {}

    /// x·σ(v) over a positive multiple of the lanes, with the constants of ScalarGate.
    static void gate(double bh, double bl, double ch, double cl, double saturated, int n, double[] x, int xOff,
            double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        LongVector unit = one.reinterpretAsLongs();
        LongVector bias = unit.lanewise(VectorOperators.LSHR, 52); // the exponent of 1
        DoubleVector linear = DoubleVector.broadcast(SPECIES, bh), cubic = DoubleVector.broadcast(SPECIES, ch);
        LongVector limit = DoubleVector.broadcast(SPECIES, saturated).reinterpretAsLongs();
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        DoubleVector b = one, bTail = one, z1 = one, x1 = one, th = one, tl = one, z2 = one, x2 = one; // what one step
        DoubleVector nh = one, nl = one, dh = one, dl = one, e1 = one, e2 = one, x3 = one; // leaves to the next
        for (int i = -AHEAD; i < n; i += LANES) {
            DoubleVector argument = DoubleVector.fromArray(SPECIES, x, xOff + AHEAD + Math.min(i, n - LANES - AHEAD));
            // x·N/D·e₁·e₂
            DoubleVector a3 = x3.abs().min(saturated);
            LongVector bits = x3.reinterpretAsLongs();
            DoubleVector inverse = one.div(dh);
            DoubleVector q = nh.mul(inverse);
            DoubleVector minusQ = q.neg();
            DoubleVector rest = minusQ.fma(dh, nh).add(minusQ.fma(dl, nl)).mul(inverse);
            DoubleVector product = a3.mul(q);
            DoubleVector r = product.add(a3.fma(rest, a3.fma(q, product.neg()))).mul(e1).mul(e2);
            LongVector over = limit.sub(bits.and(Long.MAX_VALUE)).lanewise(VectorOperators.AND_NOT, bits)
                    .lanewise(VectorOperators.ASHR, 63);
            r.reinterpretAsLongs().or(bits.and(Long.MIN_VALUE)).lanewise(VectorOperators.BITWISE_BLEND, bits, over)
                    .reinterpretAsDoubles().intoArray(y, yOff + Math.max(i, 0));
            // D = P + sM, and N = P or M
            DoubleVector ph = one.add(th);
            DoubleVector pl = th.sub(ph.sub(one)).add(tl);
            DoubleVector mh = one.sub(th);
            DoubleVector ml = one.sub(mh).sub(th).sub(tl);
            LongVector k = z2.reinterpretAsLongs().sub(MAGIC_BITS);
            LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
            LongVector s1 = bias.sub(k1).lanewise(VectorOperators.LSHL, 52);
            LongVector s2 = bias.sub(k.sub(k1)).lanewise(VectorOperators.LSHL, 52);
            DoubleVector s = s1.reinterpretAsDoubles().mul(s2.reinterpretAsDoubles());
            DoubleVector sm = s.mul(mh);
            dh = ph.add(sm);
            dl = ph.sub(dh).add(sm).add(s.fma(ml, pl));
            LongVector negative = x2.reinterpretAsLongs().lanewise(VectorOperators.ASHR, 63);
            nh = ph.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, mh.reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            nl = pl.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, ml.reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            e1 = unit.lanewise(VectorOperators.BITWISE_BLEND, s1, negative).reinterpretAsDoubles();
            e2 = unit.lanewise(VectorOperators.BITWISE_BLEND, s2, negative).reinterpretAsDoubles();
            x3 = x2;
            // T = tanh b
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), bTail);
            th = b.add(t);
            tl = t.sub(th.sub(b));
            z2 = z1;
            x2 = x1;
            // v = x·(b + c·x²) = 2·(n·ln2/2 + b + bTail)
            DoubleVector a = argument.abs().min(saturated);
            DoubleVector square = a.mul(a);
            DoubleVector squareTail = a.fma(a, square.neg());
            DoubleVector bend = square.mul(ch);
            DoubleVector bendTail = cubic.fma(square, bend.neg()).add(cubic.fma(squareTail, square.mul(cl)));
            DoubleVector slope = linear.add(bend);
            DoubleVector part = slope.sub(linear);
            DoubleVector slopeTail = linear.sub(slope.sub(part)).add(bend.sub(part)).add(bendTail.add(bl));
            DoubleVector v = a.mul(slope);
            DoubleVector vl = a.fma(slope, v.neg()).add(a.mul(slopeTail));
            DoubleVector half = v.mul(0.5);
            z1 = half.fma(DoubleVector.broadcast(SPECIES, TWO_LN2), magic);
            DoubleVector k0 = z1.sub(magic);
            DoubleVector b0 = k0.fma(DoubleVector.broadcast(SPECIES, -LN2H), half);
            DoubleVector t0 = k0.fma(DoubleVector.broadcast(SPECIES, -LN2L), vl.mul(0.5));
            b = b0.add(t0);
            bTail = t0.sub(b.sub(b0));
            x1 = argument;
        }
    }
}
