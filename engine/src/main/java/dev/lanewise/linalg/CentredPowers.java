package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Objects;

/// The basis 1, t, t² … of polynomials with t = (x − centre)/2ᵏ, so that |t| ≤ 1 over the data: of all bases of powers the
/// one whose columns depend least on each other. Without 1 it is that of polynomials through the origin, and the centre is 0.
///
/// Powers are computed in double-double and kept as two matrices, because rounding them to doubles is already a change of
/// the data, which for a high degree costs more digits than any solver.
///
/// @param centre the middle of the data
/// @param exponent k
/// @param lowest the lowest power, 0 or 1
/// @param degree the highest power
record CentredPowers(double centre, int exponent, int lowest, int degree) {
    /// Fits the basis to data that weigh something.
    ///
    /// @param weights null where all do
    static CentredPowers over(double[] x, double[] weights, int lowest, int degree) {
        double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (weights != null && weights[i] == 0.0) continue;
            least = Math.min(least, x[i]);
            most = Math.max(most, x[i]);
        }
        return least > most ? between(0.0, 0.0, lowest, degree) : between(least, most, lowest, degree);
    }

    /// That points are as many as values, and lie somewhere.
    static void check(String operation, double[] x, double[] y) {
        Objects.requireNonNull(x, () -> operation + ": x is null");
        Objects.requireNonNull(y, () -> operation + ": y is null");
        if (x.length != y.length) {
            throw new IllegalArgumentException("%s: x has length %d but y has length %d".formatted(operation, x.length,
                    y.length));
        }
        Finite.check(operation, "x", Matrix.wrap(x.length, 1, x));
        Finite.check(operation, "y", Matrix.wrap(y.length, 1, y));
    }

    /// Fits the basis to a range.
    static CentredPowers between(double least, double most, int lowest, int degree) {
        double centre = lowest > 0 ? 0.0 : 0.5 * least + 0.5 * most;
        double half = Math.max(most - centre, centre - least);
        return new CentredPowers(centre, half == 0.0 ? 0 : ColumnScale.exponent(half) + 1, lowest, degree);
    }

    /// How many powers there are.
    int count() {
        return degree + 1 - lowest;
    }

    DoubleDouble t(double x) {
        return DoubleDouble.sum(x, -centre).scaled(-exponent);
    }

    /// The columns rounded to doubles, and what that cuts off; points of weight 0 are left at 0, wherever they are.
    ///
    /// @param weights null where all points count
    /// @throws IllegalArgumentException if a point is so far outside that a power of it is no double
    Matrix[] columns(double[] x, double[] weights) {
        Matrix high = Matrix.zeros(x.length, count()), low = Matrix.zeros(x.length, count());
        for (int i = 0; i < x.length; i++) {
            if (weights != null && weights[i] == 0.0) continue;
            DoubleDouble t = t(x[i]), power = lowest > 0 ? t : new DoubleDouble(1.0, 0.0);
            for (int j = 0; j < count(); j++) {
                if (!Double.isFinite(power.high())) throw tooFar(x[i], i, lowest + j);
                high.set(i, j, power.high());
                low.set(i, j, power.low());
                power = power.times(t);
            }
        }
        return new Matrix[] {high, low};
    }

    private static IllegalArgumentException tooFar(double x, int point, int power) {
        return new IllegalArgumentException(
                "PolynomialFit: point %d, x = %s, is so far outside the range that its power %d is no double"
                        .formatted(point, x, power));
    }

    /// The coefficients of powers of x for those of powers of t, both from 1 on.
    DoubleDouble[] monomial(DoubleDouble[] z) {
        DoubleDouble[] w = z.clone();
        for (int k = 0; k < w.length; k++) w[k] = w[k].scaled(-exponent * k);
        return DoubleDouble.shifted(w, centre);
    }

    /// The matrix of [#monomial]: row j says what each coefficient of t adds to that of xʲ.
    DoubleDouble[][] rows() {
        DoubleDouble[][] rows = new DoubleDouble[degree + 1][degree + 1];
        for (int k = 0; k <= degree; k++) {
            DoubleDouble[] unit = new DoubleDouble[degree + 1];
            Arrays.fill(unit, DoubleDouble.ZERO);
            unit[k] = new DoubleDouble(1.0, 0.0);
            DoubleDouble[] image = monomial(unit);
            for (int j = 0; j <= degree; j++) rows[j][k] = image[j];
        }
        return rows;
    }
}
