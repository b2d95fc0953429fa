package dev.lanewise.demo.lesson;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;

import static dev.lanewise.demo.lesson.Prose.paragraph;

/// What the sweeps show, in words and with their numbers.
final class SweepFacts {
    private SweepFacts() {}

    /// Why a redrawn sweep is not monotone.
    static Block redrawn(NeuronSweep tanh) {
        return paragraph("""
                It falls, by a factor of %s from one tanh neuron to twenty, but not at every step: with tanh it rises
                at n = %s. That is no flaw of the solver. The neurons of n are not those of n − 1 and one more, but all
                new, and some draws are worse than others.
                """, Digits.of(tanh.rmse()[0] / tanh.rmse()[19], 2), list(tanh.risesUpTo(tanh.fullRankUpTo())));
    }

    /// How far a nested draw is monotone.
    static Block nested(NeuronSweep nested) {
        int full = nested.fullRankUpTo();
        int[] early = nested.risesUpTo(full);
        int[] rises = nested.risesUpTo(nested.widest());
        String until = early.length == 0
                ? "Indeed it falls at every step, as long as the rank is full: up to n = " + full + "."
                : "Up to full rank, n = " + full + ", it still rises at n = " + list(early) + ".";
        if (rises.length == early.length) return paragraph(until);
        return paragraph("""
                %s Beyond it the error rises again, first at n = %d: from there on the solver no longer uses all that
                the neurons offer, and the part it uses is no longer nested.
                """, until, rises[early.length]);
    }

    /// Why the rank stops growing.
    static Block rank(NeuronSweep redrawn, NeuronSweep nested) {
        int full = redrawn.fullRankUpTo();
        double decay = StrictMath.pow(redrawn.condition()[full - 1], 1.0 / (full - 1));
        return paragraph("""
                What happened? The curves tanh(wx + b) of random w and b are linearly independent, almost surely, so the
                exact rank is n. But they are so alike that the singular values of their matrix fall by a factor of
                about %s with every neuron, and soon one is below 100·2⁻⁵² of the largest, where NumPy's rule takes it
                for rounding. The numerical rank stops growing: it is full up to n = %d redrawn and n = %d nested, and
                only %d at n = %d. (A condition beyond 10¹⁶ says no more than that σₙ is lost in rounding.)
                """, Digits.of(decay, 2), full, nested.fullRankUpTo(), redrawn.rank()[redrawn.widest() - 1],
                redrawn.widest());
    }

    /// What becomes of the directions beyond it, with and without a rule.
    static Block truncation(NeuronSweep truncated, NeuronSweep plain) {
        int widest = truncated.widest();
        int full = truncated.fullRankUpTo();
        return paragraph("""
                NumPy's rule sets such directions aside and takes the shortest solution in the others: at n = %d, RMSE
                %s with coefficients of norm %s. Plain QR, which decides nothing, uses them all the same: RMSE %s with
                coefficients of norm %s. These are two estimators, not a right and a wrong one. The second comes closer
                to these samples, but with larger coefficients that rounding errors have chosen. Neither is monotone:
                beyond full rank the first rises at %d widths, the second at %d.
                """, widest, Digits.of(truncated.rmse()[widest - 1], 3),
                Digits.of(truncated.coefficientNorm()[widest - 1], 2), Digits.of(plain.rmse()[widest - 1], 3),
                Digits.of(plain.coefficientNorm()[widest - 1], 2),
                truncated.risesUpTo(widest).length - truncated.risesUpTo(full).length,
                plain.risesUpTo(widest).length - plain.risesUpTo(full).length);
    }

    /// Why ReLU in this construction is a straight line.
    static Block relu(NeuronSweep relu) {
        int widest = relu.widest();
        return paragraph("""
                ReLU is another story: rank %d from n = 2 on, and not by rounding. Weights and biases in [0, 1) and x in
                [0, 10] give wx + b ≥ 0, so no neuron ever switches (%d of %d do). Every one is a straight line, all of
                them together span {1, x}, and the rank is exactly min(n, 2). Hence RMSE %s at every width from 2 on,
                the error of the best straight line (%s). The exact condition from n = 3 on is ∞. Put the kinks where
                the data are, relu(x − c) with c uniform in [0, 10), and %d ReLUs reach RMSE %s.
                """, relu.rank()[widest - 1], relu.bent(), widest, Digits.of(relu.rmse()[widest - 1], 6), Digits.of(
                FittedReference.straightLine(), 6), widest,
                Digits.of(FittedReference.kinkedRelu(widest, Sweeps.SEED)
                        .rmse(), 3));
    }

    /// Numbers in words: 12, 18 and 22.
    private static String list(int[] numbers) {
        return numbers.length == 0
                ? "no width"
                : Arrays.stream(numbers).mapToObj(Integer::toString)
                        .collect(Collectors.joining(", ")).replaceFirst(", (\\d+)$", " and $1");
    }
}
