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

/// ln(1 + eˣ), operation for operation [ScalarSoftplus], with its selections done on the bits.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorSoftplus {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long TINY_BITS = Double.doubleToRawLongBits(ScalarLog1p.TINY);

    private VectorSoftplus() {}

    static void softplus(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2.0);
        LongVector limit = DoubleVector.broadcast(SPECIES, ScalarSoftplus.SATURATED).reinterpretAsLongs();
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
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector argument = DoubleVector.fromArray(SPECIES, x, xOff + i);
            DoubleVector a = argument.abs().min(ScalarSoftplus.LOW);
            DoubleVector z = a.fma(DoubleVector.broadcast(SPECIES, -LOG2E), magic);
            DoubleVector k0 = z.sub(magic);
            DoubleVector r0 = k0.fma(minusLn2, a.neg());
            DoubleVector rl0 = k0.mul(-LN2L);
            DoubleVector r = r0.add(rl0);
            DoubleVector rl = rl0.sub(r.sub(r0));
            DoubleVector u = r.mul(r);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = e10.fma(u, e9.fma(r, e8)).fma(u2, e7.fma(r, e6).fma(u, e5.fma(r, e4)));
            DoubleVector series = high.fma(u2, e3.fma(r, e2).fma(u, e1.fma(r, e0)));
            DoubleVector q = u.fma(series, rl.fma(r, rl));
            DoubleVector h = one.add(r);
            DoubleVector l = r.sub(h.sub(one)).add(q);
            DoubleVector g = h.add(l);
            DoubleVector gl = l.sub(g.sub(h));
            LongVector k = z.reinterpretAsLongs().sub(MAGIC_BITS);
            LongVector k1 = k.lanewise(VectorOperators.ASHR, 1);
            DoubleVector power1 = k1.add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = k.sub(k1).add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector t = g.mul(power1).mul(power2);
            DoubleVector tl = gl.mul(power1).mul(power2);

            DoubleVector e = one.add(t);
            LongVector j = e.reinterpretAsLongs().sub(ROOT_HALF_BITS).lanewise(VectorOperators.LSHR, 52);
            LongVector upper = j.neg();
            DoubleVector f = t.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, e.mul(0.5).sub(one).reinterpretAsLongs(), upper)
                    .reinterpretAsDoubles();
            DoubleVector carried = t.sub(e.sub(one)).add(tl).mul(0.5);
            DoubleVector c = tl.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, carried.reinterpretAsLongs(), upper)
                    .reinterpretAsDoubles();
            DoubleVector d = two.add(f);
            DoubleVector dl = two.sub(d).add(f).add(c);
            DoubleVector inverse = one.div(d);
            DoubleVector s = f.mul(inverse);
            DoubleVector minusS = s.neg();
            DoubleVector sl = minusS.fma(d, f).add(minusS.fma(dl, c)).mul(inverse);
            DoubleVector w = s.mul(s);
            DoubleVector w2 = w.mul(w);
            DoubleVector top = g7.fma(w, g6).fma(w2, g5.fma(w, g4));
            DoubleVector artanh = top.fma(w2, g3.fma(w, g2)).fma(w2, g1.fma(w, g0));
            DoubleVector jd = j.add(MAGIC_BITS).reinterpretAsDoubles().sub(magic);
            DoubleVector head = jd.mul(ScalarLog1p.LN2H);
            DoubleVector twice = s.add(s);
            DoubleVector log = head.add(twice);
            DoubleVector logTail = s.mul(w)
                    .fma(artanh, jd.fma(DoubleVector.broadcast(SPECIES, ScalarLog1p.LN2L), sl.add(sl)))
                    .add(head.sub(log).add(twice));

            DoubleVector positive = argument.max(0.0);
            DoubleVector sum = positive.add(log);
            DoubleVector part = sum.sub(positive);
            DoubleVector sumTail = positive.sub(sum.sub(part)).add(log.sub(part));
            LongVector bits = argument.reinterpretAsLongs();
            LongVector over = limit.sub(bits.and(Long.MAX_VALUE)).lanewise(VectorOperators.AND_NOT, bits)
                    .lanewise(VectorOperators.ASHR, 63);
            LongVector tiny = t.reinterpretAsLongs().sub(TINY_BITS).lanewise(VectorOperators.ASHR, 63);
            sum.add(sumTail.add(logTail)).reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, t.reinterpretAsLongs(), tiny)
                    .lanewise(VectorOperators.BITWISE_BLEND, bits, over).reinterpretAsDoubles()
                    .intoArray(y, yOff + i);
        }
        ScalarSoftplus.softplus(n - i, x, xOff + i, y, yOff + i);
    }
}
