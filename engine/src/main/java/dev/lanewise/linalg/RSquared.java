package dev.lanewise.linalg;

import java.util.Arrays;

/// 1 − ‖b − Ax‖²/‖b − b₀‖², where b₀ is zero or the best multiple of one column of A.
///
/// Both lengths come from R and Qᵀb, so a fit of rows that are long gone has its R² too: the multiple of column a is
/// (r·c)/(r·r) with a's column r of R, and Qᵀ(b − b₀) = c − (r·c)/(r·r)·r has the length of b − b₀ without cancellation.
final class RSquared {
    private RSquared() {}

    /// One number for each right-hand side; column −1 stands for zero.
    static double[] about(Reduction reduction, int column, double[] residualNorms) {
        Matrix c = reduction.sidesAndResiduals();
        double[] shares = new double[residualNorms.length];
        double[] r = new double[c.rows()];
        if (column >= 0) {
            double[] top = Matrix.column(reduction.r(), reduction.cols(), column, 0, reduction.order());
            System.arraycopy(top, 0, r, 0, top.length);
            double length = Blas.nrm2(r);
            if (length > 0.0) Arrays.setAll(r, i -> r[i] / length);
        }
        for (int h = 0; h < shares.length; h++) {
            double[] side = c.column(h);
            Blas.axpy(-Blas.dot(r, side), r, side);
            double quotient = Math.scalb(residualNorms[h], -reduction.sideExponents()[h]) / Blas.nrm2(side);
            shares[h] = (1.0 - quotient) * (1.0 + quotient);
        }
        return shares;
    }
}
