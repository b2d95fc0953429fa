package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// Ridge solutions, min ‖Ax − b‖² + λ‖x‖², for many λ from one factorisation, with two estimates of how well each predicts.
///
/// **Method**: with A = QR and R = UΣVᵀ, x(λ) = V(Σ² + λI)⁻¹ΣUᵀQᵀb, and so are the residual and the leverages hᵢ. GCV is
/// m‖b − Ax‖²/(m − Σhᵢ)² (G. Golub, M. Heath and G. Wahba, *Generalized cross-validation as a method for choosing a good
/// ridge parameter*, Technometrics 21 (1979)); the leave-one-out error is that of fitting m times without one row, by
/// eᵢ/(1 − hᵢ). Singular values below max(m, n)·2⁻⁵² of the largest count as zero.
///
/// **Error**: that of [LeastSquares#ridge] without refinement, of order 2⁻⁵³ times the condition of [A; √λI].
///
/// Immutable and safe for many threads. Rows of a weighted problem count as multiplied by √wᵢ.
public final class RidgePath {
    private final double[] lambdas;
    private final double[][] x;
    private final double[] residualNorms;
    private final double[] degrees;
    private final double[] leaveOneOut;
    private final long rows;

    private RidgePath(double[] lambdas, long rows) {
        this.lambdas = lambdas;
        this.rows = rows;
        x = new double[lambdas.length][];
        residualNorms = new double[lambdas.length];
        degrees = new double[lambdas.length];
        leaveOneOut = new double[lambdas.length];
        Arrays.fill(leaveOneOut, Double.NaN);
    }

    /// One solution for each λ, with what only the rows themselves can tell.
    static RidgePath of(Matrix a, double[] b, Reduction reduction, double[] lambdas) {
        Triangle triangle = Triangle.of(reduction);
        TruncatedSvd svd = TruncatedSvd.of(triangle);
        int rank = svd.rank(triangle.longSide() * 0x1p-52);
        RidgePath path = of(reduction, svd, rank, lambdas);
        for (int l = 0; l < lambdas.length; l++) {
            double root = Math.scalb(Math.sqrt(lambdas[l]), -svd.commonExponent());
            path.leaveOneOut[l] = leaveOneOut(a, b, path.x[l], Leverages.of(svd, rank, root, a));
        }
        return path;
    }

    /// One solution for each λ, where the rows are gone.
    static RidgePath of(Reduction reduction, double[] lambdas) {
        Triangle triangle = Triangle.of(reduction);
        TruncatedSvd svd = TruncatedSvd.of(triangle);
        return of(reduction, svd, svd.rank(triangle.longSide() * 0x1p-52), lambdas);
    }

    private static RidgePath of(Reduction reduction, TruncatedSvd svd, int rank, double[] lambdas) {
        RidgePath path = new RidgePath(lambdas, reduction.rows());
        double[] c = svd.coordinates(Matrix.column(reduction.c(), reduction.sides(), 0, 0, reduction.order()));
        int side = reduction.sideExponents()[0];
        for (int l = 0; l < lambdas.length; l++) {
            double root = Math.scalb(Math.sqrt(lambdas[l]), -svd.commonExponent());
            double[] solution = new double[reduction.cols()];
            double[] left = Arrays.copyOf(c, c.length + 1);
            left[c.length] = reduction.residuals()[0];
            for (int k = 0; k < rank; k++) {
                double sigma = svd.value(k);
                double length = Blas.nrm2(new double[] {sigma, root});
                double kept = sigma / length;
                Blas.axpy(kept * c[k] / length, svd.direction(k), solution);
                left[k] = c[k] * (root / length) * (root / length);
                path.degrees[l] += kept * kept;
            }
            for (int j = 0; j < solution.length; j++) {
                solution[j] = Math.scalb(solution[j], side - svd.commonExponent());
            }
            path.x[l] = solution;
            path.residualNorms[l] = Math.scalb(Blas.nrm2(left), side);
        }
        return path;
    }

    private static double leaveOneOut(Matrix a, double[] b, double[] x, double[] leverages) {
        double[] errors = b.clone();
        Blas.gemv(-1.0, a, x, 1.0, errors);
        for (int i = 0; i < errors.length; i++) {
            errors[i] = leverages[i] < 1.0 ? errors[i] / (1.0 - leverages[i]) : Double.POSITIVE_INFINITY;
        }
        return Blas.nrm2(errors) / Math.sqrt(errors.length);
    }

    /// How many λ there are.
    ///
    /// @return ≥ 0
    public int size() {
        return lambdas.length;
    }

    /// λ, in the order in which they were given.
    ///
    /// @param i which one, from 0
    /// @return λ
    public double lambda(int i) {
        return lambdas[i];
    }

    /// The coefficients.
    ///
    /// @param i which λ
    /// @return a new array of n elements
    public double[] x(int i) {
        return x[i].clone();
    }

    /// ‖b − Ax‖, without the ridge's share.
    ///
    /// @param i which λ
    /// @return ≥ 0
    public double residualNorm(int i) {
        return residualNorms[i];
    }

    /// Σhᵢ, how many coefficients the ridge leaves free in effect: the rank at λ = 0, falling to 0.
    ///
    /// @param i which λ
    /// @return 0 to the rank of A
    public double effectiveCoefficients(int i) {
        return degrees[i];
    }

    /// m‖b − Ax‖²/(m − Σhᵢ)², generalised cross-validation.
    ///
    /// @param i which λ
    /// @return ≥ 0; NaN or ∞ where all m rows are fitted exactly by as many coefficients
    public double gcv(int i) {
        double mean = residualNorms[i] / (rows - degrees[i]);
        return rows * (mean * mean);
    }

    /// The root of the mean square of what is wrong with the prediction of each row by a fit without it.
    ///
    /// @param i which λ
    /// @return ≥ 0; ∞ where a row decides its own fitted value; NaN on a path of [QrAccumulator#ridgePath]
    public double leaveOneOutError(int i) {
        return leaveOneOut[i];
    }

    /// The λ that generalised cross-validation prefers.
    ///
    /// @return its index, the first of equals
    /// @throws IllegalStateException if there is no λ
    public int bestByGcv() {
        return best(IntStream.range(0, size()).mapToDouble(this::gcv).toArray());
    }

    /// The λ with the smallest leave-one-out error.
    ///
    /// @return its index, the first of equals
    /// @throws IllegalStateException if there is no λ, or the errors are not known: on a path of [QrAccumulator#ridgePath]
    public int bestByLeaveOneOut() {
        int best = best(leaveOneOut);
        if (Double.isNaN(leaveOneOut[best])) {
            throw new IllegalStateException(
                    "RidgePath: leave-one-out errors are not known, because they need the rows");
        }
        return best;
    }

    private static int best(double[] values) {
        if (values.length == 0) throw new IllegalStateException("RidgePath: there is no λ");
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (Double.isNaN(values[best]) || values[i] < values[best]) best = i;
        }
        return best;
    }

    /// A line for each λ, with the one that each criterion prefers where it is known.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "            λ  residual norm  coefficients in effect          GCV  leave-one-out error");
        for (int i = 0; i < size(); i++) {
            boolean isBest = i == best(leaveOneOut) && !Double.isNaN(leaveOneOut[i]);
            text.append(String.format(Locale.ROOT, "%n%13.6g  %13.6g  %22.6g  %11.6g  %19.6g%s%s", lambda(i),
                    residualNorm(i),
                    effectiveCoefficients(i), gcv(i), leaveOneOutError(i), i == bestByGcv() ? "  ← best by GCV" : "",
                    isBest ? "  ← best by leave-one-out" : ""));
        }
        return text.toString();
    }
}
