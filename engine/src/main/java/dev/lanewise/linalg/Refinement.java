package dev.lanewise.linalg;

/// Whether a least-squares solution is improved after it has been found: the residual is computed in twice the working
/// precision, what is left of it is solved for with the factors that exist already, and the correction is added, until it
/// changes nothing any more.
///
/// It takes x from the accuracy of Householder QR, where digits are lost in proportion to the condition, to that of a
/// number rounded once: the solution for A and b exactly as they are, nearly always to the last bit.
///
/// Of many solutions the shortest one is refined too, where the rows of A are independent: it is right to its last bits
/// then, up to a condition of 10¹⁴ of the rows scaled to equal length. Where rows depend on each other as well, the rank
/// rule has left something of A out, x depends on what that was, and it is left as it is.
public sealed interface Refinement {
    /// The default: refines where that costs little, which is where A has at most 16,384 elements or at least 256 columns
    /// (the rest of the work grows with the square of the columns, this does not). With fewer rows than columns Aᵀ is
    /// factored for it, which takes as many operations as A did.
    ///
    /// @return the choice
    static Refinement auto() {
        return new Auto();
    }

    /// Leaves x as QR gave it: the bits that [QrAccumulator] gives for the same rows.
    ///
    /// @return the choice
    static Refinement off() {
        return new Off();
    }

    /// Refines whatever it costs.
    ///
    /// @param most the most steps to be taken, ≥ 1; fewer are taken where nothing is left to correct
    /// @return the choice
    /// @throws IllegalArgumentException if there would be no step
    static Refinement steps(int most) {
        return new Steps(most);
    }

    /// How many steps may be taken for an A of this shape.
    ///
    /// @param rows m
    /// @param cols n
    /// @return ≥ 0
    int most(int rows, int cols);

    /// See [Refinement#auto].
    record Auto() implements Refinement {
        /// Elements of A up to which refinement takes less than about a tenth of a millisecond.
        static final int FEW = 1 << 14;
        private static final int MANY_COLUMNS = 256;
        private static final int MOST = 10;

        @Override
        public int most(int rows, int cols) {
            return (long) rows * cols <= FEW || cols >= MANY_COLUMNS ? MOST : 0;
        }
    }

    /// See [Refinement#off].
    record Off() implements Refinement {
        @Override
        public int most(int rows, int cols) {
            return 0;
        }
    }

    /// See [Refinement#steps].
    ///
    /// @param most the most steps to be taken
    record Steps(int most) implements Refinement {
        /// Checks the number.
        ///
        /// @throws IllegalArgumentException if there would be no step
        public Steps {
            if (most < 1) {
                throw new IllegalArgumentException("Refinement: %d steps; use off() for none".formatted(most));
            }
        }

        @Override
        public int most(int rows, int cols) {
            return most;
        }
    }
}
