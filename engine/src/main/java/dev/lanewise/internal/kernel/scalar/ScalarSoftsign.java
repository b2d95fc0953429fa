package dev.lanewise.internal.kernel.scalar;

/// softsign x = x/(1 + |x|), and its derivative 1/(1 + |x|)². What the addition 1 + |x| loses is carried along.
///
/// | x | softsign x | softsign′ x |
/// |---|---|---|
/// | ±0 | ±0 | 1 |
/// | ±∞ | ±1 | +0 |
/// | NaN | NaN | NaN |
public final class ScalarSoftsign {
    /// softsign is 1 to the last bit there, and its derivative underflows to 0.
    public static final double SATURATED = 0x1p600;

    private ScalarSoftsign() {}

    /// softsign over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void softsign(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = softsign(x[xOff + i]);
    }

    /// softsign′ over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void softsignDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = softsignDerivative(x[xOff + i]);
    }

    static double softsign(double x) {
        double a = Math.min(Math.abs(x), SATURATED);
        double d = 1.0 + a;
        double part = d - 1.0;
        double dl = 1.0 - (d - part) + (a - part);
        double inverse = 1.0 / d;
        double q = a * inverse;
        double remainder = Math.fma(-q, d, a) - q * dl;
        return Math.copySign(Math.fma(remainder, inverse, q), x);
    }

    static double softsignDerivative(double x) {
        double a = Math.min(Math.abs(x), SATURATED);
        double d = 1.0 + a;
        double part = d - 1.0;
        double dl = 1.0 - (d - part) + (a - part);
        double inverse = 1.0 / d;
        double rest = (Math.fma(-inverse, d, 1.0) - inverse * dl) * inverse;
        double square = inverse * inverse;
        return square + Math.fma(inverse + inverse, rest, Math.fma(inverse, inverse, -square));
    }
}
