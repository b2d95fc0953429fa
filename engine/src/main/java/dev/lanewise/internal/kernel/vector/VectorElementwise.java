package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarElementwise;

import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// The elementwise kernels that are one operation long.
///
/// relu selects by arithmetic on the bits, because a compare and blend of two doubles has no instruction behind it at
/// 128 bits: `bits >> 63` is all ones for a negative number, and adding ABOVE_INFINITY to the bits turns the sign of
/// NaN, and of nothing else. It is as fast as a copy; from memory only if no vector lies across two cache lines.
final class VectorElementwise {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int CACHE_LINE = 8;
    private static final int HEADER = 2;
    private static final int LONG = 1 << 18;
    private static final long ONE = Double.doubleToRawLongBits(1.0);

    private VectorElementwise() {}

    /// How many elements from yOff on stand before the first boundary of a cache line, as far as it is known: a long array
    /// stands alone in the heap, its header at the beginning of a line.
    private static int beforeLine(int n, int yOff) {
        return n < LONG ? 0 : -(HEADER + yOff) & CACHE_LINE - 1;
    }

    static void axpy(int n, double alpha, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, alpha);
        int i = beforeLine(n, yOff);
        ScalarElementwise.axpy(i, alpha, x, xOff, y, yOff);
        for (; i <= n - LANES; i += LANES) {
            DoubleVector yi = DoubleVector.fromArray(SPECIES, y, yOff + i);
            a.fma(DoubleVector.fromArray(SPECIES, x, xOff + i), yi).intoArray(y, yOff + i);
        }
        ScalarElementwise.axpy(n - i, alpha, x, xOff + i, y, yOff + i);
    }

    static void relu(int n, double[] x, int xOff, double[] y, int yOff) {
        int i = beforeLine(n, yOff);
        ScalarElementwise.relu(i, x, xOff, y, yOff);
        for (; i <= n - LANES; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + i).reinterpretAsLongs();
            LongVector negative = bits.add(ABOVE_INFINITY).and(bits).lanewise(VectorOperators.ASHR, 63);
            LongVector result = bits.lanewise(VectorOperators.AND_NOT, negative);
            result.reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarElementwise.relu(n - i, x, xOff + i, y, yOff + i);
    }

    static void reluDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + i).reinterpretAsLongs();
            // −bits is negative unless bits ≤ 0, and without the sign of bits only where x > 0
            LongVector positive = bits.lanewise(VectorOperators.NEG).lanewise(VectorOperators.AND_NOT, bits)
                    .lanewise(VectorOperators.ASHR, 63);
            LongVector nan = bits.and(Long.MAX_VALUE).add(ABOVE_INFINITY).lanewise(VectorOperators.ASHR, 63);
            LongVector result = positive.and(ONE).or(nan);
            result.reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarElementwise.reluDerivative(n - i, x, xOff + i, y, yOff + i);
    }
}
