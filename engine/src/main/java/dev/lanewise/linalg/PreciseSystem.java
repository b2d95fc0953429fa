package dev.lanewise.linalg;

/// A least-squares problem of full rank with its rows and factors at hand, ready to be refined.
final class PreciseSystem {
    private final PreciseRows rows;
    /// Null where Q has not been kept, or belongs to the rows without their ridge.
    private final HouseholderQr qr;
    private final double[] r;
    private final double[] penalty;
    private final double[] lengths;
    private final double condition;
    private final int most;

    /// For rows in the units of R.
    ///
    /// @param first what is to be refined, with R and the lengths of its columns
    PreciseSystem(PreciseRows rows, HouseholderQr qr, Answer first, int most) {
        this.rows = rows;
        this.qr = first.ridge().isPlain() ? qr : null;
        this.r = first.ridge().penalised().r();
        this.penalty = first.ridge().penalty();
        this.condition = first.condition();
        this.most = most;
        lengths = first.lengths();
    }

    /// Whether x and r are refined together.
    boolean keepsQ() {
        return qr != null;
    }

    /// The correction of one right-hand side.
    Correction correction(double[] b) {
        double[] zero = new double[rows.cols()];
        return qr == null
                ? new SeminormalCorrection(rows, r, b, penalty)
                : new AugmentedCorrection(rows, qr, r, b, zero, zero);
    }

    /// Refines a first x.
    ///
    /// @param size ‖b‖
    Refiner refine(Correction correction, double[] first, double size) {
        return Refiner.refine(correction, first, lengths, 0x1p-53 * size, condition, most);
    }

    /// The p of least length with Aᵀp = c + c′, or null if that could not be refined: cᵀ(AᵀA)⁻¹c is ‖p‖².
    double[] shortest(double[] c, double[] cRest) {
        AugmentedCorrection correction = new AugmentedCorrection(rows, qr, r, new double[rows.rows()], c, cRest);
        Refiner refined = Refiner.refine(correction, new double[rows.cols()], lengths, 0.0, condition, most);
        return refined.stalled() ? null : correction.residual();
    }
}
