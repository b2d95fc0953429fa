package dev.lanewise.demo.lesson;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What the sweeps show, in words and with their numbers.
final class SweepFacts {
    private SweepFacts() {}

    /// How far a nested draw is monotone.
    static String nested(NeuronSweep nested) {
        int full = nested.fullRankUpTo();
        int[] early = nested.risesUpTo(full);
        int[] rises = nested.risesUpTo(nested.widest());
        String until = early.length == 0
                ? "Indeed it falls at every step, as long as the rank is full: up to n = "
                        + full + ". "
                : "Up to full rank, n = " + full + ", it still rises at n = " + list(early) + ". ";
        return rises.length == early.length
                ? until
                : until + "Beyond it the error rises again, first at n = "
                        + rises[early.length]
                        + ": from there on the solver no longer uses all that the neurons offer, and "
                        + "the part it uses is no longer nested.";
    }

    /// Why the rank stops growing.
    static String rank(NeuronSweep redrawn, NeuronSweep nested) {
        int full = redrawn.fullRankUpTo();
        double decay = StrictMath.pow(redrawn.condition()[full - 1], 1.0 / (full - 1));
        return "What happened? The curves tanh(wx + b) of random w and b are linearly independent, almost surely, so "
                + "the exact rank is n. But they are so alike that the singular values of their matrix fall by a "
                + "factor of about " + Digits.of(decay, 2) + " with every neuron, and soon one is below 100·2⁻⁵² of "
                + "the largest, where NumPy's rule takes it for rounding. The numerical rank stops growing: it is full "
                + "up to n = " + full + " redrawn and n = " + nested.fullRankUpTo() + " nested, and only "
                + redrawn.rank()[Sweeps.WIDEST - 1] + " at n = " + Sweeps.WIDEST
                + ". (A condition beyond 10¹⁶ says no more than "
                + "that σₙ is lost in rounding.)";
    }

    /// What becomes of the directions beyond it, with and without a rule.
    static String truncation(NeuronSweep truncated, NeuronSweep plain) {
        int last = Sweeps.WIDEST - 1;
        return "NumPy's rule sets such directions aside and takes the shortest solution in the others: at n = "
                + Sweeps.WIDEST
                + ", RMSE " + Digits.of(truncated.rmse()[last], 3) + " with coefficients of norm " + Digits.of(truncated
                        .coefficientNorm()[last], 2)
                + ". Plain QR, which decides nothing, uses them all the same: RMSE "
                + Digits.of(plain.rmse()[last], 3) + " with coefficients of norm " + Digits.of(plain
                        .coefficientNorm()[last], 2)
                + ". These are two estimators, not a right and a wrong one. The "
                + "second comes closer to these samples, but with larger coefficients that rounding errors have chosen. "
                + "Neither is monotone: beyond full rank the first rises at "
                + (truncated.risesUpTo(Sweeps.WIDEST).length
                        - truncated.risesUpTo(truncated.fullRankUpTo()).length)
                + " widths, the second at " + (plain
                        .risesUpTo(Sweeps.WIDEST).length - plain.risesUpTo(truncated.fullRankUpTo()).length)
                + ".";
    }

    /// Why ReLU in this construction is a straight line.
    static String relu(NeuronSweep relu) {
        double kinked = FittedReference.kinkedRelu(relu.widest(), Sweeps.SEED).rmse();
        return "ReLU is another story: rank " + relu.rank()[Sweeps.WIDEST - 1] + " from n = 2 on, and not by rounding. "
                + "Weights and biases in [0, 1) and x in [0, 10] give wx + b ≥ 0, so no neuron ever switches (" + relu
                        .bent()
                + " of 50 do). Every one is a straight line, all of them together span {1, x}, and the "
                + "rank is exactly min(n, 2). Hence RMSE " + Digits.of(relu.rmse()[last(relu)], 6)
                + " at any width, the error of the best straight line (" + Digits.of(FittedReference.straightLine(), 6)
                + "). Its condition from n = 3 on is ∞. Put the kinks where the data are, "
                + "relu(x − c) with c uniform in [0, 10), and fifty ReLUs reach RMSE " + Digits.of(kinked, 3) + ".";
    }

    private static int last(NeuronSweep sweep) {
        return sweep.widest() - 1;
    }

    /// Numbers in words: 12, 18 and 22.
    static String list(int[] numbers) {
        return numbers.length == 0
                ? "no width"
                : Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors
                        .joining(", ")).replaceFirst(", (\\d+)$", " and $1");
    }
}
