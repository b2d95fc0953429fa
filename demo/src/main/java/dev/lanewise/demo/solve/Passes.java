package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.FitFlag;
import dev.lanewise.linalg.PolynomialFit;
import dev.lanewise.linalg.PolynomialSecondPass;
import dev.lanewise.linalg.SecondPass;

/// Refines what was found from rows that were not kept: they come again for each pass, as often as that may be, but not
/// where nothing is left to correct.
final class Passes {
    private Passes() {}

    /// @param first what was found
    /// @param begun begins a pass over what it was found from
    /// @param most how many passes there may be
    /// @param again lets the same rows come again
    static Fit refine(Fit first, Supplier<SecondPass> begun, int most, Consumer<SecondPass> again) {
        return refine(first, fit -> fit, begun, SecondPass::next, SecondPass::refined, most, again);
    }

    /// The same of a polynomial.
    static PolynomialFit refine(PolynomialFit first, Supplier<PolynomialSecondPass> begun, int most,
            Consumer<PolynomialSecondPass> again) {
        return refine(first, PolynomialFit::fit, begun, PolynomialSecondPass::next, PolynomialSecondPass::refined, most,
                again);
    }

    private static <F, P> F refine(F first, Function<F, Fit> fit, Supplier<P> begun, UnaryOperator<P> next,
            Function<P, F> refined, int most, Consumer<P> again) {
        F best = first;
        P pass = null;
        boolean settled = !fit.apply(first).isUnique();
        for (int k = 0; k < most && !settled; k++) {
            pass = k == 0 ? begun.get() : next.apply(pass);
            again.accept(pass);
            F better = refined.apply(pass);
            settled = isSettled(fit.apply(best), fit.apply(better));
            best = better;
        }
        return best;
    }

    private static boolean isSettled(Fit before, Fit after) {
        return Arrays.equals(after.x(), before.x()) || after.flags().contains(FitFlag.REFINEMENT_STALLED);
    }
}
