package dev.lanewise.math;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import dev.lanewise.internal.kernel.Samples;

/// Arguments that visit every regime of the functions: all exponents, the seams of the argument reduction, the
/// thresholds where results saturate, and random bit patterns. From integer arithmetic only.
public final class Stratified {
    /// ln2/4: the argument reduction changes from one n to the next at odd multiples of it.
    private static final double QUARTER_LN2 = 0x1.62e42fefa39efp-3;

    private Stratified() {}

    /// The arguments, both signs of each, `density` of them for each exponent and around each seam.
    public static double[] arguments(int density) {
        Samples samples = new Samples(density);
        DoubleStream.Builder all = DoubleStream.builder();
        for (int exponent = 0; exponent < 2047; exponent++) {
            int count = exponent > 960 && exponent < 1035 ? 8 * density : 1;
            for (int i = 0; i < count; i++) {
                all.add(Double.longBitsToDouble((long) exponent << 52 | samples.bits() >>> 12));
            }
        }
        for (int zeros = 0; zeros < 52; zeros++) all.add(Double.longBitsToDouble(samples.bits() >>> 12 + zeros));
        for (int k = 1; k < 120; k++) around(all, samples, density, k * QUARTER_LN2);
        for (double edge : new double[] {19.0615, 19.1, 36.74, 37.43, 708.4, 745.13, 745.14, 354.2, 372.6, 400.0,
                800.0}) {
            around(all, samples, 4 * density, edge);
        }
        double[] positive = all.build().toArray();
        double[] both = Arrays.copyOf(positive, 2 * positive.length);
        for (int i = 0; i < positive.length; i++) both[positive.length + i] = -positive[i];
        return both;
    }

    private static void around(DoubleStream.Builder all, Samples samples, int density, double seam) {
        for (int i = 0; i < density; i++) {
            long steps = Math.floorMod(samples.bits(), 4001) - 2000;
            all.add(Double.longBitsToDouble(Double.doubleToLongBits(seam) + steps));
        }
    }
}
