package dev.lanewise.internal.kernel.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarProducts;

/// y ← Ax with each sum one chain over the columns: at 512 bits lanes hold rows, and 8 × 8 elements are turned in registers.
///
///     row i          a0 │ 0 1 2 3 4 5 6 7        pairs, then fours, then eights change places, in three steps of
///     row i + g      a1 │ 0 1 2 3 4 5 6 7        eight selections; what comes out is column k of the eight rows:
///       …               │                            s ← s + (aᵢₖ … aᵢ₊₇g,ₖ)·xₖ,  k ascending
///     row i + 7g     a7 │ 0 1 2 3 4 5 6 7        g = an eighth of the rows
///
/// As in [VectorGemvStreams], each of the eight rows is a stream that runs on into the next, and one loop has the ends of
/// rows on the way. Beside each load goes another, of one number some lines further: it waits for memory, and what works
/// on vectors finds them in the first cache. A processor looks as far ahead as it has room for what waits, and eight
/// lines of selections and sums that wait for one line fill it.
///
/// All is written out eight times: a vector lives in a local variable, and in an array or handed to a method it may become
/// an object.
///
/// Two-source selections are one instruction with AVX-512. At other widths, and for rows that end within a vector,
/// plain loops are as good or better.
final class VectorTimes {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;
    private static final boolean WIDE = Width.species() == SPECIES;
    private static final int LANES = 8;
    /// Elements of a matrix that is worth it.
    private static final int ENOUGH = 256;
    /// Elements of a stream that one call is worth: C2 compiles what is called often.
    private static final int TOGETHER = 4096;
    /// Elements from a load to the one that goes ahead: four lines, in eight streams.
    private static final int AHEAD = 32;

    /// Lanes of two vectors, the second's counted from eight on, after each step: single ones, pairs and fours change.
    private static final double[] EVEN = {0, 8, 2, 10, 4, 12, 6, 14}, ODD = {1, 9, 3, 11, 5, 13, 7, 15};
    private static final double[] EVEN_PAIRS = {0, 1, 8, 9, 4, 5, 12, 13}, ODD_PAIRS = {2, 3, 10, 11, 6, 7, 14, 15};
    private static final double[] LOW = {0, 1, 2, 3, 8, 9, 10, 11}, HIGH = {4, 5, 6, 7, 12, 13, 14, 15};

    private VectorTimes() {}

    static void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff) {
        boolean turned = WIDE && cols > 0 && cols % LANES == 0 && rows * cols >= ENOUGH;
        int apart = turned ? rows / LANES : 0;
        int together = apart == 0 ? 1 : Math.max(1, TOGETHER / cols);
        for (int i = 0; i < apart; i += together) {
            int group = Math.min(together, apart - i);
            // The last streams have nothing ahead of them.
            int ahead = aOff + (i + 7 * apart + group) * cols <= a.length - AHEAD ? AHEAD : 0;
            eightStreams(cols, group, apart, ahead, a, aOff + i * cols, x, xOff, y, yOff + i);
        }
        int done = LANES * apart;
        ScalarProducts.times(rows - done, cols, a, aOff + done * cols, x, xOff, y, yOff + done);
    }

    /// So many rows of each stream; row i, i + `apart`, … and i + 7·`apart` go together.
    ///
    /// @return the bits that were loaded ahead, so that C2, which does not inline so long a method, must load them
    private static long eightStreams(int cols, int rows, int apart, int ahead, double[] a, int aOff, double[] x,
            int xOff, double[] y, int yOff) {
        DoubleVector even = DoubleVector.fromArray(SPECIES, EVEN, 0), odd = DoubleVector.fromArray(SPECIES, ODD, 0);
        DoubleVector evenPairs = DoubleVector.fromArray(SPECIES, EVEN_PAIRS, 0);
        DoubleVector oddPairs = DoubleVector.fromArray(SPECIES, ODD_PAIRS, 0);
        DoubleVector low = DoubleVector.fromArray(SPECIES, LOW, 0), high = DoubleVector.fromArray(SPECIES, HIGH, 0);
        DoubleVector zero = DoubleVector.zero(SPECIES), s = zero;
        int length = rows * cols, d = apart * cols, r1 = aOff + d, r2 = r1 + d, r3 = r2 + d, r4 = r3 + d;
        int r5 = r4 + d, r6 = r5 + d, r7 = r6 + d, at = xOff, last = xOff + cols - LANES;
        int n0 = aOff + ahead, n1 = r1 + ahead, n2 = r2 + ahead, n3 = r3 + ahead, n4 = r4 + ahead, n5 = r5 + ahead;
        int n6 = r6 + ahead, n7 = r7 + ahead;
        long loaded = 0;
        for (int t = 0; t < length; t += LANES) {
            // The fences are no instructions; each load ahead stays beside its own stream's.
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, aOff + t);
            loaded ^= Double.doubleToRawLongBits(a[n0 + t]);
            VarHandle.loadLoadFence();
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, r1 + t);
            loaded ^= Double.doubleToRawLongBits(a[n1 + t]);
            VarHandle.loadLoadFence();
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, r2 + t);
            loaded ^= Double.doubleToRawLongBits(a[n2 + t]);
            VarHandle.loadLoadFence();
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, a, r3 + t);
            loaded ^= Double.doubleToRawLongBits(a[n3 + t]);
            VarHandle.loadLoadFence();
            DoubleVector a4 = DoubleVector.fromArray(SPECIES, a, r4 + t);
            loaded ^= Double.doubleToRawLongBits(a[n4 + t]);
            VarHandle.loadLoadFence();
            DoubleVector a5 = DoubleVector.fromArray(SPECIES, a, r5 + t);
            loaded ^= Double.doubleToRawLongBits(a[n5 + t]);
            VarHandle.loadLoadFence();
            DoubleVector a6 = DoubleVector.fromArray(SPECIES, a, r6 + t);
            loaded ^= Double.doubleToRawLongBits(a[n6 + t]);
            VarHandle.loadLoadFence();
            DoubleVector a7 = DoubleVector.fromArray(SPECIES, a, r7 + t);
            loaded ^= Double.doubleToRawLongBits(a[n7 + t]);
            VarHandle.loadLoadFence();
            DoubleVector b0 = even.selectFrom(a0, a1), b1 = odd.selectFrom(a0, a1);
            DoubleVector b2 = even.selectFrom(a2, a3), b3 = odd.selectFrom(a2, a3);
            DoubleVector b4 = even.selectFrom(a4, a5), b5 = odd.selectFrom(a4, a5);
            DoubleVector b6 = even.selectFrom(a6, a7), b7 = odd.selectFrom(a6, a7);
            DoubleVector c0 = evenPairs.selectFrom(b0, b2), c4 = evenPairs.selectFrom(b4, b6);
            DoubleVector c1 = evenPairs.selectFrom(b1, b3), c5 = evenPairs.selectFrom(b5, b7);
            DoubleVector c2 = oddPairs.selectFrom(b0, b2), c6 = oddPairs.selectFrom(b4, b6);
            DoubleVector c3 = oddPairs.selectFrom(b1, b3), c7 = oddPairs.selectFrom(b5, b7);
            s = low.selectFrom(c0, c4).fma(DoubleVector.broadcast(SPECIES, x[at]), s);
            s = low.selectFrom(c1, c5).fma(DoubleVector.broadcast(SPECIES, x[at + 1]), s);
            s = low.selectFrom(c2, c6).fma(DoubleVector.broadcast(SPECIES, x[at + 2]), s);
            s = low.selectFrom(c3, c7).fma(DoubleVector.broadcast(SPECIES, x[at + 3]), s);
            s = high.selectFrom(c0, c4).fma(DoubleVector.broadcast(SPECIES, x[at + 4]), s);
            s = high.selectFrom(c1, c5).fma(DoubleVector.broadcast(SPECIES, x[at + 5]), s);
            s = high.selectFrom(c2, c6).fma(DoubleVector.broadcast(SPECIES, x[at + 6]), s);
            s = high.selectFrom(c3, c7).fma(DoubleVector.broadcast(SPECIES, x[at + 7]), s);
            if (at == last) {
                y[yOff] = s.lane(0);
                y[yOff + apart] = s.lane(1);
                y[yOff + 2 * apart] = s.lane(2);
                y[yOff + 3 * apart] = s.lane(3);
                y[yOff + 4 * apart] = s.lane(4);
                y[yOff + 5 * apart] = s.lane(5);
                y[yOff + 6 * apart] = s.lane(6);
                y[yOff + 7 * apart] = s.lane(7);
                yOff++;
                at = xOff - LANES;
                s = zero;
            }
            at += LANES;
        }
        return loaded;
    }
}
