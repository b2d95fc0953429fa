package dev.lanewise.demo.machine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The probes without vectors, for a JVM that has none.
final class PlainProbe {
    /// Chains of [#peak].
    static final int CHAINS = 8;

    private PlainProbe() {}

    /// c ← c·x + y in eight chains.
    static double peak(int steps, double start, double end) {
        double x = 0.5, y = end / 2;
        double c0 = start, c1 = start + 1, c2 = start + 2, c3 = start + 3;
        double c4 = start + 4, c5 = start + 5, c6 = start + 6, c7 = start + 7;
        for (int i = 0; i < steps; i++) {
            c0 = Math.fma(c0, x, y);
            c1 = Math.fma(c1, x, y);
            c2 = Math.fma(c2, x, y);
            c3 = Math.fma(c3, x, y);
            c4 = Math.fma(c4, x, y);
            c5 = Math.fma(c5, x, y);
            c6 = Math.fma(c6, x, y);
            c7 = Math.fma(c7, x, y);
        }
        return c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7;
    }

    /// The sum of a buffer, in four chains.
    ///
    /// @param bytes a multiple of 32
    static double read(MemorySegment data, int bytes, int times) {
        double c0 = 0, c1 = 0, c2 = 0, c3 = 0;
        for (int t = 0; t < times; t++) {
            for (int i = 0; i < bytes; i += 4 * Double.BYTES) {
                c0 += data.get(ValueLayout.JAVA_DOUBLE, i);
                c1 += data.get(ValueLayout.JAVA_DOUBLE, i + Double.BYTES);
                c2 += data.get(ValueLayout.JAVA_DOUBLE, i + 2 * Double.BYTES);
                c3 += data.get(ValueLayout.JAVA_DOUBLE, i + 3 * Double.BYTES);
            }
        }
        return c0 + c1 + c2 + c3;
    }
}
