package dev.lanewise.demo.machine;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Nothing but reading: sums over a buffer, eight at a time, from one place or from two at once, which wakes more of the
/// prefetchers.
final class VectorReads {
    private static final VectorSpecies<Double> SPECIES = Lanes.species();
    private static final int LANES = SPECIES.length();
    private static final int BYTES = LANES * Double.BYTES;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private VectorReads() {}

    /// @param bytes a multiple of 8 vectors
    static double oneStream(MemorySegment data, int bytes, int times) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
        for (int t = 0; t < times; t++) {
            for (int i = 0; i < bytes; i += 8 * BYTES) {
                c0 = c0.add(DoubleVector.fromMemorySegment(SPECIES, data, i, ORDER));
                c1 = c1.add(DoubleVector.fromMemorySegment(SPECIES, data, i + BYTES, ORDER));
                c2 = c2.add(DoubleVector.fromMemorySegment(SPECIES, data, i + 2 * BYTES, ORDER));
                c3 = c3.add(DoubleVector.fromMemorySegment(SPECIES, data, i + 3 * BYTES, ORDER));
                c4 = c4.add(DoubleVector.fromMemorySegment(SPECIES, data, i + 4 * BYTES, ORDER));
                c5 = c5.add(DoubleVector.fromMemorySegment(SPECIES, data, i + 5 * BYTES, ORDER));
                c6 = c6.add(DoubleVector.fromMemorySegment(SPECIES, data, i + 6 * BYTES, ORDER));
                c7 = c7.add(DoubleVector.fromMemorySegment(SPECIES, data, i + 7 * BYTES, ORDER));
            }
        }
        double[] sums = new double[LANES];
        c0.add(c1).add(c2.add(c3)).add(c4.add(c5).add(c6.add(c7))).intoArray(sums, 0);
        return sums[0];
    }

    /// @param bytes a multiple of 8 vectors
    static double twoStreams(MemorySegment data, int bytes, int times) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
        int half = bytes / 2;
        for (int t = 0; t < times; t++) {
            for (int i = 0, j = half; i < half; i += 4 * BYTES, j += 4 * BYTES) {
                c0 = c0.add(DoubleVector.fromMemorySegment(SPECIES, data, i, ORDER));
                c1 = c1.add(DoubleVector.fromMemorySegment(SPECIES, data, i + BYTES, ORDER));
                c2 = c2.add(DoubleVector.fromMemorySegment(SPECIES, data, i + 2 * BYTES, ORDER));
                c3 = c3.add(DoubleVector.fromMemorySegment(SPECIES, data, i + 3 * BYTES, ORDER));
                c4 = c4.add(DoubleVector.fromMemorySegment(SPECIES, data, j, ORDER));
                c5 = c5.add(DoubleVector.fromMemorySegment(SPECIES, data, j + BYTES, ORDER));
                c6 = c6.add(DoubleVector.fromMemorySegment(SPECIES, data, j + 2 * BYTES, ORDER));
                c7 = c7.add(DoubleVector.fromMemorySegment(SPECIES, data, j + 3 * BYTES, ORDER));
            }
        }
        double[] sums = new double[LANES];
        c0.add(c1).add(c2.add(c3)).add(c4.add(c5).add(c6.add(c7))).intoArray(sums, 0);
        return sums[0];
    }
}
