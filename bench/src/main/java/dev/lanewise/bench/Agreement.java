package dev.lanewise.bench;

/// Contenders that disagree are not timed: one of them would be computing something else.
final class Agreement {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private Agreement() {}

    /// Sums of products, whose factors are at most 1.
    ///
    /// A computed sum of n products differs from the exact one by at most γₙΣ|aᵢbᵢ| ≤ nγₙ, with γₙ = nu/(1 − nu), in
    /// whichever order it was added and with or without FMA (Higham, Accuracy and Stability of Numerical Algorithms,
    /// §3.1). So two of them differ by at most twice that.
    ///
    /// @param n products in each sum; two more for a factor and a term that is added
    static void ofSums(String contender, int n, double[] expected, double[] actual) {
        double terms = n + 2.0;
        within(contender, 2 * terms * terms * UNIT_ROUNDOFF / (1 - terms * UNIT_ROUNDOFF), expected, actual);
    }

    /// One sum of products.
    static void ofSum(String contender, int n, double expected, double actual) {
        ofSums(contender, n, new double[] {expected}, new double[] {actual});
    }

    /// Results that differ by at most so much.
    static void within(String contender, double tolerance, double[] expected, double[] actual) {
        checkLength(contender, expected, actual);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
                disagree(contender, i, expected[i], actual[i], "by more than " + tolerance);
            }
        }
    }

    /// Results that differ by at most so many units in the last place.
    static void withinUlps(String contender, double ulps, double[] expected, double[] actual) {
        checkLength(contender, expected, actual);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= ulps * Math.ulp(expected[i]))) {
                disagree(contender, i, expected[i], actual[i], "by more than " + ulps + " ulp");
            }
        }
    }

    private static void checkLength(String contender, double[] expected, double[] actual) {
        if (actual.length != expected.length) {
            throw new IllegalStateException(contender + " gives " + actual.length + " results instead of "
                    + expected.length);
        }
    }

    private static void disagree(String contender, int i, double expected, double actual, String howMuch) {
        throw new IllegalStateException("%s gives %s at %d, Lanewise %s: they differ %s".formatted(contender, actual, i,
                expected, howMuch));
    }
}
