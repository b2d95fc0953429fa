package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarLog1p;
import dev.lanewise.internal.kernel.scalar.ScalarSoftplus;

import static dev.lanewise.internal.kernel.scalar.Exponential.*;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.G0;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.G1;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.G2;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.G3;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.G4;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.G5;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.G6;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.G7;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.ROOT_HALF_BITS;
import static dev.lanewise.internal.kernel.vector.VectorSoftmax.BELOW_INFINITY;

/// ln(1 + eˣ), operation for operation [ScalarSoftplus], with its selections done on the bits; long ranges go to
/// [PipelinedSoftplus].
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorSoftplus {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    static final long TINY_BITS = Double.doubleToRawLongBits(ScalarLog1p.TINY);
    static final long LIMIT = Double.doubleToRawLongBits(-ScalarSoftplus.LOW) + BELOW_INFINITY;

    private VectorSoftplus() {}

    static void softplus(int n, double[] x, int xOff, double[] y, int yOff) {
        int whole = n - n % LANES;
        if (whole < PipelinedSoftplus.WORTHWHILE) {
            vectors(whole, x, xOff, y, yOff);
        } else {
            PipelinedSoftplus.softplus(whole, x, xOff, y, yOff);
        }
        ScalarSoftplus.softplus(n - whole, x, xOff + whole, y, yOff + whole);
    }

    /// ln(1 + eˣ) over a multiple of the lanes, one vector after the other.
    private static void vectors(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2.0);
        LongVector limit = DoubleVector.broadcast(SPECIES, ScalarSoftplus.SATURATED).reinterpretAsLongs();
        LongVector ln2h = DoubleVector.broadcast(SPECIES, ScalarLog1p.LN2H).reinterpretAsLongs();
        LongVector ln2l = DoubleVector.broadcast(SPECIES, ScalarLog1p.LN2L).reinterpretAsLongs();
        DoubleVector e0 = DoubleVector.broadcast(SPECIES, E0), e1 = DoubleVector.broadcast(SPECIES, E1);
        DoubleVector e2 = DoubleVector.broadcast(SPECIES, E2), e3 = DoubleVector.broadcast(SPECIES, E3);
        DoubleVector e4 = DoubleVector.broadcast(SPECIES, E4), e5 = DoubleVector.broadcast(SPECIES, E5);
        DoubleVector e6 = DoubleVector.broadcast(SPECIES, E6), e7 = DoubleVector.broadcast(SPECIES, E7);
        DoubleVector e8 = DoubleVector.broadcast(SPECIES, E8), e9 = DoubleVector.broadcast(SPECIES, E9);
        DoubleVector e10 = DoubleVector.broadcast(SPECIES, E10);
        DoubleVector g0 = DoubleVector.broadcast(SPECIES, G0), g1 = DoubleVector.broadcast(SPECIES, G1);
        DoubleVector g2 = DoubleVector.broadcast(SPECIES, G2), g3 = DoubleVector.broadcast(SPECIES, G3);
        DoubleVector g4 = DoubleVector.broadcast(SPECIES, G4), g5 = DoubleVector.broadcast(SPECIES, G5);
        DoubleVector g6 = DoubleVector.broadcast(SPECIES, G6), g7 = DoubleVector.broadcast(SPECIES, G7);
        for (int i = 0; i < n; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + i).reinterpretAsLongs();
            // −|x| = k·ln2 + r + rl
            DoubleVector a = bits.or(Long.MIN_VALUE).add(BELOW_INFINITY).min(LIMIT).sub(BELOW_INFINITY)
                    .reinterpretAsDoubles();
            DoubleVector z = a.fma(DoubleVector.broadcast(SPECIES, LOG2E), magic);
            DoubleVector k0 = z.sub(magic);
            DoubleVector r0 = k0.fma(minusLn2, a);
            DoubleVector rl0 = k0.mul(-LN2L);
            DoubleVector r = r0.add(rl0);
            DoubleVector rl = rl0.sub(r.sub(r0));
            // E(r) = low + r⁴·high
            DoubleVector u = r.mul(r);
            DoubleVector high = e10.fma(u, e9.fma(r, e8)).fma(u.mul(u), e7.fma(r, e6).fma(u, e5.fma(r, e4)));
            DoubleVector low = e3.fma(r, e2).fma(u, e1.fma(r, e0));
            // t + tl = e^(−|x|), 1 + t = 2ʲ·(1 + f)
            DoubleVector q = u.fma(high.fma(u.mul(u), low), rl.fma(r, rl));
            DoubleVector h = one.add(r);
            DoubleVector l = r.sub(h.sub(one)).add(q);
            DoubleVector g = h.add(l);
            DoubleVector gl = l.sub(g.sub(h));
            LongVector k = z.reinterpretAsLongs();
            LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
            DoubleVector power1 = k1.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = k.sub(k1).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector t = g.mul(power1).mul(power2);
            DoubleVector tl = gl.mul(power1).mul(power2);
            DoubleVector e = one.add(t);
            LongVector upper = e.reinterpretAsLongs().sub(ROOT_HALF_BITS).lanewise(VectorOperators.LSHR, 52).neg(); // −j
            DoubleVector f = t.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, e.mul(0.5).sub(one).reinterpretAsLongs(), upper)
                    .reinterpretAsDoubles();
            DoubleVector carried = t.sub(e.sub(one)).add(tl).mul(0.5);
            DoubleVector c = tl.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, carried.reinterpretAsLongs(), upper)
                    .reinterpretAsDoubles();
            DoubleVector d = two.add(f);
            DoubleVector dl = two.sub(d).add(f).add(c);
            // max(x, 0) + j·ln2 + 2 artanh s
            DoubleVector inverse = one.div(d);
            DoubleVector s = f.mul(inverse);
            DoubleVector minusS = s.neg();
            DoubleVector sl = minusS.fma(d, f).add(minusS.fma(dl, c)).mul(inverse);
            DoubleVector w = s.mul(s);
            DoubleVector w2 = w.mul(w);
            DoubleVector top = g7.fma(w, g6).fma(w2, g5.fma(w, g4));
            DoubleVector artanh = top.fma(w2, g3.fma(w, g2)).fma(w2, g1.fma(w, g0));
            DoubleVector head = upper.and(ln2h).reinterpretAsDoubles();
            DoubleVector twice = s.add(s);
            DoubleVector log = head.add(twice);
            DoubleVector logTail = s.mul(w).fma(artanh, upper.and(ln2l).reinterpretAsDoubles().add(sl.add(sl)))
                    .add(head.sub(log).add(twice));
            LongVector positiveBits = bits.lanewise(VectorOperators.AND_NOT, bits.lanewise(VectorOperators.ASHR, 63));
            DoubleVector positive = positiveBits.reinterpretAsDoubles();
            DoubleVector sum = positive.add(log);
            DoubleVector part = sum.sub(positive);
            DoubleVector sumTail = positive.sub(sum.sub(part)).add(log.sub(part));
            LongVector over = limit.sub(positiveBits).lanewise(VectorOperators.ASHR, 63);
            LongVector tiny = t.reinterpretAsLongs().sub(TINY_BITS).lanewise(VectorOperators.ASHR, 63);
            sum.add(sumTail.add(logTail)).reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, t.reinterpretAsLongs(), tiny)
                    .lanewise(VectorOperators.BITWISE_BLEND, bits, over).reinterpretAsDoubles()
                    .intoArray(y, yOff + i);
        }
    }
}
