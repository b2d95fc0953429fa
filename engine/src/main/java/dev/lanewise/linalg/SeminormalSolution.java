package dev.lanewise.linalg;

/// A solution on its way to more digits where Q has not been kept: RᵀR·dx = Aᵀ(b − Ax), again and again.
///
/// **Method**: Å. Björck, *Stability analysis of the method of seminormal equations for linear least squares problems*,
/// Linear Algebra Appl. 88/89 (1987), with the right side in twice the working precision.
///
/// **Error**: QR gives the R of A + E, with ‖E‖ about u‖A‖. RᵀR differs from AᵀA by AᵀE + EᵀA, which is κ² times as large as
/// E where it is smallest; but R⁻ᵀ and R⁻¹ act on either side of it, and leave R⁻¹(I + F)R with ‖F‖ about uκ. So ‖R·dx‖
/// shrinks by uκ a step, and that is the length to judge by: in x itself the same step may first look like u·κ². What
/// remains in the end is the rounding of Aᵀ(b − Ax) in twice the precision, u², which R⁻¹R⁻ᵀ turns into (uκ)² of x.
///
/// ‖b − Ax‖ at the new x follows from Pythagoras, ‖b − Ax‖² − ‖R·dx‖² at the old one, because the residual at the minimum is
/// orthogonal to R·dx. Where that leaves less than the error of ‖R·dx‖ can hide, nothing is known but that error, and it
/// stands as a bound: 0 would be a claim. The next step measures.
///
/// @param x the solution, rounded
/// @param rest what the rounding of x has cut off
/// @param length ‖R·dx‖ of the last step; ∞ before the first
/// @param error a bound on the error of x, relative to it, columns scaled to equal length
/// @param residualNorm ‖b − Ax‖, or a bound on it that is no more than what the last step has found
/// @param stalled whether the last step did not shrink, or could not be expected to: x is that of the step before
record SeminormalSolution(double[] x, double[] rest, double length, double error, double residualNorm,
        boolean stalled) {
    private static final double U = 0x1p-53;
    private static final double SHRINKS = 0.5;
    /// The multiple of n·u that stands for what rounding did to R, and of u² for what it does to Aᵀ(b − Ax).
    private static final double MULTIPLE = 8.0;

    /// One right-hand side before the first step.
    static SeminormalSolution first(Answer answer, int side) {
        double[] x = answer.side(side);
        return new SeminormalSolution(x, new double[x.length], Double.POSITIVE_INFINITY, answer.error(side), answer
                .residualNorms()[side], false);
    }

    Refined refined() {
        return new Refined(x, rest, error, Double.NaN, residualNorm, stalled);
    }

    /// At x, without rows.
    Gradient gradient() {
        return new Gradient(x, rest);
    }

    /// One step.
    ///
    /// @param gradient Aᵀ(b − Ax) over all rows
    /// @param r R in the units of the rows, n × n
    /// @param condition κ of the columns scaled to equal length
    /// @param lengths the length of each column, roughly
    SeminormalSolution next(Gradient gradient, double[] r, double condition, double[] lengths) {
        int n = x.length;
        double[] dx = gradient.value();
        Substitution.forwardTransposed(r, n, n, dx);
        double change = Blas.nrm2(dx);
        Substitution.back(r, n, n, dx, 1);

        double residual = Math.sqrt(gradient.square());
        double size = Math.max(size(dx, lengths), U * residual);
        double noise = MULTIPLE * (n + Math.sqrt(gradient.rows())) * condition * U * U * (size + residual);
        double rate = rate(change, noise, size, residual, condition);
        if (!(rate < SHRINKS)) return new SeminormalSolution(x, rest, length, error, residual, true);

        double[] better = new double[n], betterRest = new double[n];
        for (int j = 0; j < n; j++) {
            DoubleDouble sum = new DoubleDouble(x[j], rest[j]).plus(new DoubleDouble(dx[j], 0.0));
            better[j] = sum.high();
            betterRest[j] = sum.low();
        }
        double left = size == 0.0 ? 0.0 : condition * (rate * change + noise) / size;
        double hidden = 2.0 * change * (rate * change + noise) + noise * noise;
        double square = gradient.square() - change * change;
        double shortest = Math.sqrt(square < hidden ? hidden + Math.max(0.0, square) : square);
        return new SeminormalSolution(better, betterRest, change, Math.min(error, U + left), Math.min(residual,
                shortest), false);
    }

    /// How much of ‖R·e‖ a step leaves. Nothing is measured before the first one, but its length says how large E was:
    /// about ‖E‖(‖x‖ + κ‖r‖/‖A‖), which may be much more than n·u‖A‖ where rows are many.
    private double rate(double change, double noise, double size, double residual, double condition) {
        double expected = condition * MULTIPLE * x.length * U;
        if (change <= noise) return expected;
        boolean isFirst = length == Double.POSITIVE_INFINITY;
        double seen = isFirst ? condition * change / (size + condition * residual) : change / length;
        return Math.max(expected, seen);
    }

    /// max |xⱼ + dxⱼ|·lⱼ.
    private double size(double[] dx, double[] lengths) {
        double size = 0.0;
        for (int j = 0; j < x.length; j++) size = Math.max(size, Math.abs(x[j] + dx[j]) * lengths[j]);
        return size;
    }
}
