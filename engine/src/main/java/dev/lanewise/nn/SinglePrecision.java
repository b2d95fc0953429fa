package dev.lanewise.nn;

/// From `float` to `double`, which is exact, and back, rounded once.
final class SinglePrecision {
    private SinglePrecision() {}

    static double[] wide(float[] x) {
        double[] wide = new double[x.length];
        for (int i = 0; i < x.length; i++) wide[i] = x[i];
        return wide;
    }

    static float[] narrow(double[] y) {
        float[] narrow = new float[y.length];
        for (int i = 0; i < y.length; i++) narrow[i] = (float) y[i];
        return narrow;
    }
}
