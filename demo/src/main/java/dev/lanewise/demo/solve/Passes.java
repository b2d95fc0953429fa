package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
        Fit best = first;
        SecondPass pass = null;
        boolean settled = !first.isUnique();
        for (int k = 0; k < most && !settled; k++) {
            pass = k == 0 ? begun.get() : pass.next();
            again.accept(pass);
            Fit refined = pass.refined();
            settled = isSettled(best, refined);
            best = refined;
        }
        return best;
    }

    /// The same of a polynomial.
    static PolynomialFit refine(PolynomialFit first, Supplier<PolynomialSecondPass> begun, int most,
            Consumer<PolynomialSecondPass> again) {
        PolynomialFit best = first;
        PolynomialSecondPass pass = null;
        boolean settled = !first.fit().isUnique();
        for (int k = 0; k < most && !settled; k++) {
            pass = k == 0 ? begun.get() : pass.next();
            again.accept(pass);
            PolynomialFit refined = pass.refined();
            settled = isSettled(best.fit(), refined.fit());
            best = refined;
        }
        return best;
    }

    private static boolean isSettled(Fit before, Fit after) {
        return Arrays.equals(after.x(), before.x()) || after.flags().contains(FitFlag.REFINEMENT_STALLED);
    }
}
