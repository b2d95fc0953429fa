package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.function.Consumer;

import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.FitFlag;
import dev.lanewise.linalg.QrAccumulator;
import dev.lanewise.linalg.SecondPass;

/// Refines what was found from rows that were not kept: they come again for each pass.
final class Passes {
    private Passes() {}

    /// @param first what was found
    /// @param once what it was found from
    /// @param most how many passes there may be; fewer are made where nothing is left to correct
    /// @param again lets the same rows come again
    static Fit refine(Fit first, QrAccumulator once, int most, Consumer<SecondPass> again) {
        if (most == 0 || !first.isUnique()) return first;
        Fit best = first;
        SecondPass pass = once.secondPass();
        for (int k = 0; k < most; k++) {
            again.accept(pass);
            Fit refined = pass.refined();
            // A pass decides rank by a rule of its own, and this one's may differ.
            if (!refined.isUnique()) return best;
            boolean settled = Arrays.equals(refined.x(), best.x()) || refined.flags().contains(
                    FitFlag.REFINEMENT_STALLED);
            best = refined;
            if (settled) break;
            pass = pass.next();
        }
        return best;
    }
}
