package dev.lanewise.linalg;

/// What a solver of the triangle hands back: xⱼ is row j of `x` times 2^(−exponents[j]), and 2 to the right-hand
/// side's own exponent.
///
/// @param x n × k, row-major
/// @param exponents one for each unknown
/// @param rank the rank that was used
/// @param tolerance the relative threshold that decided it, 0 where none did
record Solution(double[] x, int[] exponents, int rank, double tolerance) {}
