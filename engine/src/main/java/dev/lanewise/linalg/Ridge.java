package dev.lanewise.linalg;

/// A ridge: min ‖Ax − b‖² + λ‖x‖² is the problem with n more rows, √λ·I with right-hand sides 0, which are merged onto the
/// triangle that the others have left.
///
/// @param plain what QR left of the rows alone
/// @param penalised the same with the ridge
/// @param lambda λ
record Ridge(Reduction plain, Reduction penalised, double lambda) {
    /// λ = 0 changes nothing, not even a bit.
    static Ridge of(Reduction plain, double lambda) {
        if (lambda == 0.0) return new Ridge(plain, plain, lambda);
        int n = plain.cols();
        Matrix diagonal = Matrix.zeros(n, n);
        for (int j = 0; j < n; j++) diagonal.set(j, j, Math.sqrt(lambda));
        Matrix zero = Matrix.zeros(n, plain.sides());
        Reduction below = HouseholderQr.of("LeastSquares", diagonal, "B", zero).reduction();
        return new Ridge(plain, plain.rows() == 0 ? below : Leaf.merge(plain, below), lambda);
    }

    boolean isPlain() {
        return plain == penalised;
    }

    /// √λ in the units of each column of the penalised triangle.
    double[] penalty() {
        double[] penalty = new double[plain.cols()];
        for (int j = 0; j < penalty.length; j++) penalty[j] = Math.scalb(Math.sqrt(lambda), -penalised.exponents()[j]);
        return penalty;
    }

    /// ‖b − Ax‖ of each right-hand side without the ridge's share: what Rx leaves of c, and what no x can change.
    double[] residualNorms(Matrix x) {
        int rows = plain.order(), n = plain.cols(), k = plain.sides();
        double[] norms = new double[k];
        for (int h = 0; h < k; h++) {
            int side = plain.sideExponents()[h];
            double[] left = new double[rows + 1];
            left[rows] = plain.residuals()[h];
            for (int i = 0; i < rows; i++) {
                left[i] = plain.c()[i * k + h];
                for (int j = i; j < n; j++) {
                    double scaled = Math.scalb(x.get(j, h), plain.exponents()[j] - side);
                    left[i] = Math.fma(-plain.r()[i * n + j], scaled, left[i]);
                }
            }
            norms[h] = Math.scalb(Blas.nrm2(left), side);
        }
        return norms;
    }
}
