package dev.lanewise.demo.solve;

import dev.lanewise.linalg.Matrix;

/// What was found, and what it makes of rows.
interface Model {
    /// The coefficients, and what is known of them.
    Estimate estimate();

    /// The fitted values of rows.
    ///
    /// @param x an input in each column
    double[] values(Matrix x);

    /// How much of its fitted value each row decides for itself, if it weighs 1; one of weight w decides w times as much.
    ///
    /// @param x an input in each column
    double[] leverages(Matrix x);
}
