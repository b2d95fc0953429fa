package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarSoftsign;

import static dev.lanewise.internal.kernel.scalar.ScalarSoftsign.SATURATED;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// x/(1 + |x|) and its derivative, operation for operation [ScalarSoftsign].
final class VectorSoftsign {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long LIMIT = Double.doubleToRawLongBits(SATURATED) + ABOVE_INFINITY;

    private VectorSoftsign() {}

    static void softsign(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            DoubleVector a = v.reinterpretAsLongs().and(Long.MAX_VALUE).add(ABOVE_INFINITY).min(LIMIT)
                    .sub(ABOVE_INFINITY).reinterpretAsDoubles();
            DoubleVector d = one.add(a);
            DoubleVector part = d.sub(one);
            DoubleVector dl = one.sub(d.sub(part)).add(a.sub(part));
            DoubleVector inverse = one.div(d);
            DoubleVector q = a.mul(inverse);
            DoubleVector r = q.neg().fma(d, a).sub(q.mul(dl)).fma(inverse, q);
            LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
            r.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarSoftsign.softsign(n - i, x, xOff + i, y, yOff + i);
    }

    static void softsignDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, xOff + i).reinterpretAsLongs().and(Long.MAX_VALUE)
                    .add(ABOVE_INFINITY).min(LIMIT).sub(ABOVE_INFINITY).reinterpretAsDoubles();
            DoubleVector d = one.add(a);
            DoubleVector part = d.sub(one);
            DoubleVector dl = one.sub(d.sub(part)).add(a.sub(part));
            DoubleVector inverse = one.div(d);
            DoubleVector rest = inverse.neg().fma(d, one).sub(inverse.mul(dl)).mul(inverse);
            DoubleVector square = inverse.mul(inverse);
            square.add(inverse.add(inverse).fma(rest, inverse.fma(inverse, square.neg()))).intoArray(y, yOff + i);
        }
        ScalarSoftsign.softsignDerivative(n - i, x, xOff + i, y, yOff + i);
    }
}
