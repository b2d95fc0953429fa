package dev.lanewise.internal.kernel;

/// Arrays for tests, from integer arithmetic alone, so that they are the same on every machine.
public final class Samples {
    private static final double[] SPECIAL = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL,
            -0x1.fp-1040, Double.MAX_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.NaN, Double.longBitsToDouble(0xfff0000000000001L), 1.0, -1.0};

    private long state;

    /// A stream of numbers that the seed decides.
    public Samples(long seed) {
        state = seed;
    }

    /// The next 64 random bits (SplitMix64).
    public long bits() {
        long z = state += 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /// Uniform in [−1, 1).
    public double uniform() {
        return (bits() >> 11) * 0x1p-52;
    }

    /// n numbers in [−1, 1), whose sums depend on their order.
    public double[] uniform(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) x[i] = uniform();
        return x;
    }

    /// n whole numbers in [−8, 8], whose products are exact.
    public double[] integers(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) x[i] = Math.floorMod(bits(), 17) - 8;
        return x;
    }

    /// n numbers of which one in five is a zero, subnormal, huge, infinite or not a number, and the rest have any bits.
    public double[] awkward(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.floorMod(bits(), 5) == 0
                    ? SPECIAL[Math.floorMod(bits(), SPECIAL.length)]
                    : Double.longBitsToDouble(bits());
        }
        return x;
    }
}
