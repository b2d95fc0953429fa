package dev.lanewise.linalg;

/// A number as an unevaluated sum, high + low with |low| ≤ ½ulp(high): about 32 digits.
///
/// **Method**: T. Dekker, *A floating-point technique for extending the available precision*, Numer. Math. 18 (1971), with
/// products by FMA. A few units of 2⁻¹⁰⁴ are lost in each operation.
///
/// @param high the number, rounded
/// @param low what the rounding has cut off
record DoubleDouble(double high, double low) {
    static final DoubleDouble ZERO = new DoubleDouble(0.0, 0.0);

    /// x + y, exactly (Knuth's TwoSum).
    static DoubleDouble sum(double x, double y) {
        double sum = x + y;
        double back = sum - x;
        return new DoubleDouble(sum, (x - (sum - back)) + (y - back));
    }

    private static DoubleDouble normalised(double high, double low) {
        double sum = high + low;
        return new DoubleDouble(sum, (high - sum) + low);
    }

    DoubleDouble plus(DoubleDouble y) {
        DoubleDouble highs = sum(high, y.high), lows = sum(low, y.low);
        DoubleDouble first = normalised(highs.high, highs.low + lows.high);
        return normalised(first.high, first.low + lows.low);
    }

    DoubleDouble times(DoubleDouble y) {
        double product = high * y.high;
        double error = Math.fma(high, y.high, -product);
        return normalised(product, Math.fma(high, y.low, Math.fma(low, y.high, error)));
    }

    DoubleDouble times(double y) {
        return times(new DoubleDouble(y, 0.0));
    }

    /// Times 2ᵏ.
    DoubleDouble scaled(int k) {
        return new DoubleDouble(Math.scalb(high, k), Math.scalb(low, k));
    }

    /// The coefficients of p(x − c) for those of p, in ascending powers: Horner's scheme, again and again.
    static DoubleDouble[] shifted(DoubleDouble[] p, double c) {
        DoubleDouble[] q = p.clone();
        for (int i = 0; i < q.length; i++) {
            for (int k = q.length - 2; k >= i; k--) q[k] = q[k].plus(q[k + 1].times(-c));
        }
        return q;
    }
}
