package dev.lanewise.demo.solve;

import java.util.Optional;

import dev.lanewise.demo.fit.RankChoice;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.PolynomialDegree;
import dev.lanewise.linalg.PolynomialFit;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.linalg.Refinement;

/// What to solve, and how.
public final class SolveSettings {
    /// Beyond, a polynomial about the middle of its data has no digit left to tell.
    private static final int LARGEST_DEGREE = 100;

    final boolean intercept;
    /// Null where no polynomial is wanted.
    final Integer degree;
    final Optional<RidgeChoice> ridge;
    private final RankChoice rank;
    private final Refinement refinement;
    private final boolean isAutomatic;

    /// Reads the options, which are a user's.
    ///
    /// @param intercept whether there is a constant among the columns
    /// @param degree the degree of a polynomial in one input; null for none
    /// @param ridge λ or `path`; null for no ridge
    /// @param rank how rank is decided; null for the default
    /// @param refinement `auto`, `off` or a number of steps; null for the default
    /// @throws InputException if one is out of its range, or nothing is left to fit
    public SolveSettings(boolean intercept, Integer degree, String ridge, RankChoice rank, String refinement) {
        this.intercept = intercept;
        this.degree = degree;
        this.ridge = Optional.ofNullable(ridge).map(RidgeChoice::of);
        this.rank = rank;
        isAutomatic = refinement == null || refinement.equalsIgnoreCase("auto");
        this.refinement = isAutomatic ? Refinement.auto() : refinement(refinement);
        if (degree == null) return;
        if (degree < 0 || degree > LARGEST_DEGREE) {
            throw new InputException("--poly is %d, but a degree is 0 to %d".formatted(degree, LARGEST_DEGREE));
        }
        if (degree == 0 && !intercept) {
            throw new InputException("--poly 0 is the intercept, and --no-intercept leaves nothing to fit");
        }
    }

    private static Refinement refinement(String text) {
        if (text.equalsIgnoreCase("off")) return Refinement.off();
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1) return Refinement.steps(Integer.parseInt(text));
        throw new InputException("--refine is '%s', but it is auto, off or a number of steps, at least 1".formatted(
                text));
    }

    /// The rule for the rank.
    RankRule rankRule() {
        return rank == null ? RankRule.scaled() : rank.rule();
    }

    /// Whether every column counts, whatever comes of it.
    boolean takesRankOnTrust() {
        return rank == RankChoice.NONE;
    }

    /// How much to refine.
    Refinement refinement() {
        return refinement;
    }

    /// The polynomial that is wanted.
    PolynomialDegree polynomial() {
        PolynomialDegree any = PolynomialFit.degree(degree).rank(rankRule());
        PolynomialDegree wanted = isAutomatic ? any : any.refine(refinement);
        return intercept ? wanted : wanted.throughOrigin();
    }

    /// How often rows are to come again to refine n coefficients: of few rows as often as that helps; by default of many
    /// once, and only where a reading costs less than the first did, or twice to bring up rows that have drowned.
    int passes(RegressionData data, int n, boolean drowned) {
        int most = refinement.most((int) Math.min(data.counted(), Integer.MAX_VALUE), n);
        if (!isAutomatic) return most;
        int cheap = data.held().isPresent() ? most : Math.min(1, most);
        return drowned && data.canBeReadAgain() ? Math.max(2, cheap) : cheap;
    }

    /// The same of a polynomial whose points are many: by default once, because digits are what it is for.
    int passesOfPolynomial(boolean drowned) {
        if (!isAutomatic) return refinement.most(Integer.MAX_VALUE, degree + 1);
        return drowned ? 2 : 1;
    }
}
