package dev.lanewise.linalg;

/// A least-squares problem of full rank with its rows and factors at hand, ready to be refined.
final class PreciseSystem {
    /// A bound on the error of x that a further step could not lower.
    private static final double NEARLY_U = 0x1.4p-53;

    private final PreciseRows rows;
    /// Null where Q has not been kept, or belongs to the rows without their ridge.
    private final HouseholderQr qr;
    private final double[] r;
    /// The rows of a ridge, or null.
    private final PreciseRows ridge;
    private final double[] lengths;
    private final Condition condition;
    private final int most;

    /// For rows in the units of R.
    ///
    /// @param first what is to be refined, with R and the lengths of its columns
    PreciseSystem(PreciseRows rows, HouseholderQr qr, Answer first, int most) {
        this.rows = rows;
        this.qr = first.ridge().isPlain() ? qr : null;
        this.r = first.ridge().penalised().r();
        ridge = first.ridge().isPlain() ? null : PreciseRows.diagonal(first.ridge().penalty());
        this.condition = first.condition();
        this.most = most;
        lengths = first.lengths();
    }

    private PreciseSystem(PreciseRows rows, PreciseSystem other) {
        this.rows = rows;
        qr = other.qr;
        r = other.r;
        ridge = other.ridge;
        lengths = other.lengths;
        condition = other.condition;
        most = other.most;
    }

    /// The same system without elements that others might change.
    PreciseSystem kept() {
        return new PreciseSystem(rows.kept(), this);
    }

    /// Whether x and r are refined together.
    boolean keepsQ() {
        return qr != null;
    }

    /// Refines one right-hand side of an answer.
    ///
    /// @param size ‖b‖
    Refined refined(double[] b, double size, Answer first, int side) {
        if (qr == null) return seminormal(b, first, side).refined();
        double[] zero = new double[rows.cols()];
        AugmentedCorrection correction = new AugmentedCorrection(rows, qr, r, b, zero, zero);
        Refiner refiner = Refiner.refine(correction, first.side(side), lengths, 0x1p-53 * size, condition, most);
        boolean isKnown = !refiner.stalled() && !Double.isNaN(refiner.error());
        return new Refined(refiner.x(), refiner.rest(), isKnown ? 2.0 * refiner.error() : Double.POSITIVE_INFINITY,
                refiner.change(), refiner.stalled() ? Double.NaN : Blas.nrm2(correction.residual()), refiner.stalled());
    }

    /// Steps until one promises that no other would win anything.
    private SeminormalSolution seminormal(double[] b, Answer first, int side) {
        SeminormalSolution solution = SeminormalSolution.first(first, side);
        for (int step = 0; step < most; step++) {
            Gradient gradient = solution.gradient();
            gradient.add(rows, b);
            if (ridge != null) gradient.add(ridge, new double[ridge.rows()]);
            SeminormalSolution next = solution.next(gradient, r, condition.estimate(), lengths);
            boolean isLast = next.stalled() || next.error() <= NEARLY_U || next.error() > 0.5 * solution.error();
            solution = next;
            if (isLast) break;
        }
        return solution;
    }

    /// The p of least length with Aᵀp = c + c′, or null if that could not be refined: cᵀ(AᵀA)⁻¹c is ‖p‖².
    double[] shortest(double[] c, double[] cRest) {
        AugmentedCorrection correction = AugmentedCorrection.fromZero(rows, qr, r, c, cRest);
        Refiner refined = Refiner.refine(correction, new double[rows.cols()], lengths, 0.0, condition, most);
        return refined.stalled() ? null : correction.residual();
    }
}
