package dev.lanewise.demo.solve;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.PolynomialAccumulator;
import dev.lanewise.linalg.PolynomialSecondPass;
import dev.lanewise.linalg.QrAccumulator;
import dev.lanewise.linalg.SecondPass;

/// Some rows of a file that weigh something.
///
/// @param x the inputs, a row of the file in each row
/// @param y the target of each row
/// @param weights what each row weighs, > 0; null where all weigh 1
/// @param numbers of their lines in the file, or of their rows where that is an array
record Observations(Matrix x, double[] y, double[] weights, long[] numbers) {
    int rows() {
        return y.length;
    }

    double weight(int i) {
        return weights == null ? 1.0 : weights[i];
    }

    /// The inputs, behind a column of ones if there is an intercept.
    Matrix design(boolean intercept) {
        return design(x, intercept);
    }

    /// The same of inputs alone.
    static Matrix design(Matrix x, boolean intercept) {
        if (!intercept) return x;
        Matrix design = Matrix.zeros(x.rows(), x.cols() + 1);
        for (int i = 0; i < x.rows(); i++) {
            design.set(i, 0, 1.0);
            System.arraycopy(x.array(), i * x.cols(), design.array(), i * design.cols() + 1, x.cols());
        }
        return design;
    }

    /// Adds the rows of a matrix made of these, with their targets and weights.
    void addTo(QrAccumulator rows, Matrix a) {
        if (weights == null) {
            rows.add(a, y);
        } else {
            rows.add(a, target(), weights);
        }
    }

    /// Adds them once more.
    void addTo(SecondPass pass, Matrix a) {
        if (weights == null) {
            pass.add(a, y);
        } else {
            pass.add(a, target(), weights);
        }
    }

    /// Adds them to a polynomial in their only input.
    void addTo(PolynomialAccumulator points) {
        if (weights == null) {
            points.add(x.array(), y);
        } else {
            points.add(x.array(), y, weights);
        }
    }

    /// Adds them once more.
    void addTo(PolynomialSecondPass pass) {
        if (weights == null) {
            pass.add(x.array(), y);
        } else {
            pass.add(x.array(), y, weights);
        }
    }

    private Matrix target() {
        return Matrix.wrap(y.length, 1, y);
    }
}
