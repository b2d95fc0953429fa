package dev.lanewise.linalg;

/// What a reader of a [Fit] should know before using its coefficients.
public enum FitFlag {
    /// The condition exceeds 2²⁶, half the digits of a double: unless A and b are known to more digits than usual, few
    /// digits of the coefficients mean anything.
    ILL_CONDITIONED("columns are nearly dependent: an uncertainty of A or b in its last digits may change half the "
            + "digits of the coefficients or more; the fitted values are not affected. Leave columns out, centre or "
            + "rescale the inputs of polynomials (PolynomialFit does), or use a ridge."),
    /// Fewer than n columns are independent, so that many x attain the minimum, and x is the shortest of them.
    RANK_DEFICIENT(
            "columns depend on each other, so many solutions fit equally well; x is the shortest of them, and its "
                    + "single elements mean little. Leave the dependent columns out, observe more rows, or use a ridge."),
    /// Refinement was tried, but its corrections did not shrink.
    REFINEMENT_STALLED(
            "the matrix is too near to a singular one to be refined further; x is that of the last step that "
                    + "helped, and where it is unique forwardErrorBounds says how far off it may be. Trust the fitted values rather than the "
                    + "coefficients, or let the default rank rule decide.");

    private final String meaning;

    FitFlag(String meaning) {
        this.meaning = meaning;
    }

    /// What it means, and what to do.
    ///
    /// @return one or two sentences
    public String meaning() {
        return meaning;
    }
}
