package dev.lanewise.demo.solve;

/// Student's t distribution with ν degrees of freedom, ν a whole number.
///
/// **Method**: P(|T| ≥ t) is the incomplete beta function I_x(ν/2, ½) at x = ν/(ν + t²), by its continued fraction (DLMF
/// 8.17.22) in the manner of Lentz, or for x near 1 by that of the complement, which converges there.
///
/// **Error**: of order 10⁻¹³ relative, also far out in the tails.
final class StudentT {
    private static final double ENOUGH = 0x1p-52;
    private static final int MOST_STEPS = 1_000_000;
    /// Stands for a denominator that happens to be 0.
    private static final double TINY = 0x1p-1000;
    /// Up to here by recurrence, from here on by the asymptotic series.
    private static final long SERIES_FROM = 200;

    private StudentT() {}

    /// How probable a |T| at least this large is where the true value is 0.
    ///
    /// @param t any number
    /// @param degrees ν
    /// @return the two-sided p, in [0, 1]; NaN where t is NaN or ν < 1
    static double twoSided(double t, long degrees) {
        if (Double.isNaN(t) || degrees < 1) return Double.NaN;
        if (t == 0.0) return 1.0;
        double a = 0.5 * degrees;
        double scaled = Math.abs(t) / Math.sqrt(degrees);
        // t²/ν, whose overflow is undone by the logarithm.
        double square = scaled * scaled;
        double logX = square < 0x1p1000 ? -StrictMath.log1p(square) : -2.0 * StrictMath.log(scaled);
        double y = square < 0x1p1000 ? square / (1.0 + square) : 1.0;
        double x = 1.0 / (1.0 + square);
        // x^a·y^½/B(a, ½)
        double front = StrictMath.exp(a * logX) * Math.sqrt(y) * gammaRatio(degrees) / Math.sqrt(StrictMath.PI);
        return x < (a + 1.0) / (a + 2.5)
                ? front / a * fraction(a, 0.5, x)
                : 1.0 - front / 0.5 * fraction(0.5, a, y);
    }

    /// Γ((ν + 1)/2)/Γ(ν/2).
    private static double gammaRatio(long degrees) {
        if (degrees >= SERIES_FROM) {
            double z = 0.5 * degrees;
            double w = 1.0 / z;
            // DLMF 5.11.13
            return Math.sqrt(z) * (1.0 + w * (-1.0 / 8 + w * (1.0 / 128 + w * (5.0 / 1024 + w * (-21.0 / 32768 + w
                    * (-399.0 / 262144))))));
        }
        boolean odd = degrees % 2 == 1;
        double ratio = odd ? 1.0 / Math.sqrt(StrictMath.PI) : 0.5 * Math.sqrt(StrictMath.PI);
        for (long n = odd ? 1 : 2; n < degrees; n += 2) ratio *= (n + 1.0) / n;
        return ratio;
    }

    /// The continued fraction of I_x(a, b), without what stands before it.
    private static double fraction(double a, double b, double x) {
        double c = 1.0;
        double d = 1.0 / apartFromZero(1.0 - (a + b) * x / (a + 1.0));
        double value = d;
        for (int m = 1; m < MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
            d = 1.0 / apartFromZero(1.0 + even * d);
            c = apartFromZero(1.0 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
            d = 1.0 / apartFromZero(1.0 + odd * d);
            c = apartFromZero(1.0 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1.0) <= ENOUGH) break;
        }
        return value;
    }

    private static double apartFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
