package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarRectifier;

import static dev.lanewise.internal.kernel.scalar.ScalarRectifier.SIXTH;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// The functions of [ScalarRectifier], with their selections done on the bits: −bits is negative unless bits ≤ 0, and
/// without the sign of bits only where x > 0; bits(∞) − bits(|x|) is negative for NaN alone.
final class VectorRectifier {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    private static final long ONE = Double.doubleToRawLongBits(1.0);
    private static final long THREE = Double.doubleToRawLongBits(3.0);
    private static final long SIX = Double.doubleToRawLongBits(6.0) + ABOVE_INFINITY;
    private static final long SIXTH_BITS = Double.doubleToRawLongBits(SIXTH);

    private VectorRectifier() {}

    static void leakyRelu(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            LongVector bits = v.reinterpretAsLongs();
            LongVector positive = bits.lanewise(VectorOperators.NEG).lanewise(VectorOperators.AND_NOT, bits)
                    .lanewise(VectorOperators.ASHR, 63);
            v.mul(alpha).reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, bits, positive)
                    .reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarRectifier.leakyRelu(alpha, n - i, x, xOff + i, y, yOff + i);
    }

    static void leakyReluDerivative(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        LongVector one = DoubleVector.broadcast(SPECIES, 1.0).reinterpretAsLongs();
        LongVector slope = DoubleVector.broadcast(SPECIES, alpha).reinterpretAsLongs();
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            LongVector bits = v.reinterpretAsLongs();
            LongVector positive = bits.lanewise(VectorOperators.NEG).lanewise(VectorOperators.AND_NOT, bits)
                    .lanewise(VectorOperators.ASHR, 63);
            LongVector nan = bits.and(Long.MAX_VALUE).neg().add(INFINITY).lanewise(VectorOperators.ASHR, 63);
            slope.lanewise(VectorOperators.BITWISE_BLEND, one, positive).or(nan).reinterpretAsDoubles()
                    .intoArray(y, yOff + i);
        }
        ScalarRectifier.leakyReluDerivative(alpha, n - i, x, xOff + i, y, yOff + i);
    }

    static void hardSigmoid(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector sixth = DoubleVector.broadcast(SPECIES, SIXTH), minusSix = DoubleVector.broadcast(SPECIES, -6.0);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            // to at most 6, and to at most −0 in magnitude where it is negative; NaN is left alone, as in VectorExpm1
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + i).add(3.0).reinterpretAsLongs();
            DoubleVector a = bits.add(ABOVE_INFINITY).min(SIX).add(Long.MIN_VALUE).min(ABOVE_INFINITY)
                    .sub(ABOVE_INFINITY + Long.MIN_VALUE).and(Long.MAX_VALUE).reinterpretAsDoubles();
            // a/6 without dividing, as PipelinedSoftmax does it: a·SIXTH is right to an ulp
            DoubleVector q = a.mul(SIXTH);
            q.fma(minusSix, a).fma(sixth, q).intoArray(y, yOff + i);
        }
        ScalarRectifier.hardSigmoid(n - i, x, xOff + i, y, yOff + i);
    }

    static void hardSigmoidDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            LongVector magnitude = DoubleVector.fromArray(SPECIES, x, xOff + i).reinterpretAsLongs()
                    .and(Long.MAX_VALUE);
            LongVector inside = magnitude.sub(THREE).lanewise(VectorOperators.ASHR, 63);
            LongVector nan = magnitude.neg().add(INFINITY).lanewise(VectorOperators.ASHR, 63);
            inside.and(SIXTH_BITS).or(nan).reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarRectifier.hardSigmoidDerivative(n - i, x, xOff + i, y, yOff + i);
    }

    static void log1pDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            LongVector bits = v.reinterpretAsLongs();
            LongVector outside = bits.and(Long.MAX_VALUE).neg().add(ONE).and(bits).lanewise(VectorOperators.ASHR, 63);
            one.div(v.add(one)).reinterpretAsLongs().or(outside).reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarRectifier.log1pDerivative(n - i, x, xOff + i, y, yOff + i);
    }
}
