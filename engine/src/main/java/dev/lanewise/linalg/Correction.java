package dev.lanewise.linalg;

/// Finds what a given x lacks. A correction belongs to one right-hand side.
interface Correction {
    /// What is to be added to x, in its units; the next call may ask about the sum, rounded.
    double[] of(double[] x);
}
