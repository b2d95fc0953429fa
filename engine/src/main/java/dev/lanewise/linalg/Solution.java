package dev.lanewise.linalg;

/// What a solver of the triangle hands back: xⱼ is row j of `x` times 2^(−exponents[j]), and 2 to the right-hand
/// side's own exponent.
///
/// @param x n × k, row-major
/// @param exponents one for each unknown
/// @param rank the rank that was used
/// @param tolerance the relative threshold that decided it, 0 where none did
/// @param space the rows that counted, or null where all columns did, or singular values were left out instead
record Solution(double[] x, int[] exponents, int rank, double tolerance, RowSpace space) {
    /// The same with another x.
    Solution with(double[] better, int[] betterExponents) {
        return new Solution(better, betterExponents, rank, tolerance, space);
    }
}
