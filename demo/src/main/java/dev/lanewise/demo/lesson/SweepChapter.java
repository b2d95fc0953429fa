package dev.lanewise.demo.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.lanewise.demo.lesson.NeuronSweep.Draw;
import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Section;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;

/// More neurons, smaller error: how far that is true.
final class SweepChapter implements Chapter {
    private static final long SEED = 42;
    private static final int WIDEST = 50;
    private static final int SEEDS = 20;

    @Override
    public String work() {
        return "fitting 1 … 50 neurons, for three activations and " + SEEDS + " seeds";
    }

    @Override
    public Section tell() {
        List<NeuronSweep> sweeps = sweeps();
        NeuronSweep tanh = sweeps.get(0);
        NeuronSweep nested = sweeps.get(3);
        NeuronSweep plain = sweeps.get(6);
        SeedBand band = SeedBand.run(Activation.TANH, SEEDS, SeedBand.widthsUpTo(WIDEST));
        return Section.of("More neurons, smaller error?",
                new Block.Paragraph("How does the error fall with the number n of neurons? Below, every width from 1 "
                        + "to " + WIDEST + " draws its neurons anew from seed 42, as the lesson does."),
                SweepTables.sweeps("Redrawn for each width", tanh, sweeps.get(1), sweeps.get(2)),
                new Block.Picture("sweep.svg", SweepPictures.sweeps(tanh, sweeps.get(1), sweeps.get(2), nested, plain),
                        "Error, rank and condition against the number of neurons."),
                new Block.Paragraph("It falls, by a factor of " + Digits.of(tanh.rmse()[0] / tanh.rmse()[19], 2)
                        + " from one tanh neuron to twenty, but not at every step: with tanh it rises at n = " + list(
                                tanh.risesUpTo(tanh.fullRankUpTo()))
                        + ". That is no flaw of the solver. The neurons "
                        + "of n are not those of n − 1 and one more, but all new, and some draws are worse than "
                        + "others."),
                new Block.Paragraph("Draw 50 neurons once and let width n take the first n, and each fit contains the "
                        + "one before: with one coefficient 0 it is the same. Then the best error cannot rise."),
                SweepTables.sweeps("Nested: the first n of one draw", nested, sweeps.get(4), sweeps.get(5)),
                new Block.Paragraph(nestedFacts(nested)),
                new Block.Paragraph(rankFacts(tanh, nested)),
                new Block.Paragraph(truncationFacts(nested, plain)),
                new Block.Paragraph(reluFacts(sweeps.get(2))),
                new Block.Paragraph("How much of all this is luck? The same sweep with tanh for " + SEEDS + " seeds:"),
                SweepTables.band(band),
                new Block.Picture("sweep-band.svg", SweepPictures.band(band, tanh), "The errors of " + SEEDS
                        + " seeds, redrawn for each width."),
                new Block.Paragraph(
                        "At ten neurons the best and the worst seed are a factor of " + Digits.of(band.spread(
                                10), 2) + " apart. One seed is an anecdote."));
    }

    /// tanh, sigmoid and ReLU redrawn, the same nested, and tanh nested once more without a decision on rank.
    private static List<NeuronSweep> sweeps() {
        record Plan(Activation activation, Draw draw, RankRule rule) {}
        RankRule numpy = RankRule.numpy();
        return Stream.of(new Plan(Activation.TANH, Draw.REDRAWN, numpy), new Plan(Activation.SIGMOID, Draw.REDRAWN,
                numpy), new Plan(Activation.RELU, Draw.REDRAWN, numpy), new Plan(Activation.TANH, Draw.NESTED, numpy),
                new Plan(Activation.SIGMOID, Draw.NESTED, numpy), new Plan(Activation.RELU, Draw.NESTED, numpy),
                new Plan(Activation.TANH, Draw.NESTED, RankRule.none())).parallel()
                .map(plan -> NeuronSweep.run(plan.activation, plan.draw, SEED, WIDEST, plan.rule)).toList();
    }

    private static String nestedFacts(NeuronSweep nested) {
        int full = nested.fullRankUpTo();
        int[] early = nested.risesUpTo(full);
        int[] rises = nested.risesUpTo(WIDEST);
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

    private static String rankFacts(NeuronSweep redrawn, NeuronSweep nested) {
        int full = redrawn.fullRankUpTo();
        double decay = StrictMath.pow(redrawn.condition()[full - 1], 1.0 / (full - 1));
        return "What happened? The curves tanh(wx + b) of random w and b are linearly independent, almost surely, so "
                + "the exact rank is n. But they are so alike that the singular values of their matrix fall by a "
                + "factor of about " + Digits.of(decay, 2) + " with every neuron, and soon one is below 100·2⁻⁵² of "
                + "the largest, where NumPy's rule takes it for rounding. The numerical rank stops growing: it is full "
                + "up to n = " + full + " redrawn and n = " + nested.fullRankUpTo() + " nested, and only "
                + redrawn.rank()[WIDEST - 1] + " at n = " + WIDEST + ". (A condition beyond 10¹⁶ says no more than "
                + "that σₙ is lost in rounding.)";
    }

    private static String truncationFacts(NeuronSweep truncated, NeuronSweep plain) {
        int last = WIDEST - 1;
        return "NumPy's rule sets such directions aside and takes the shortest solution in the others: at n = " + WIDEST
                + ", RMSE " + Digits.of(truncated.rmse()[last], 3) + " with coefficients of norm " + Digits.of(truncated
                        .coefficientNorm()[last], 2)
                + ". Plain QR, which decides nothing, uses them all the same: RMSE "
                + Digits.of(plain.rmse()[last], 3) + " with coefficients of norm " + Digits.of(plain
                        .coefficientNorm()[last], 2)
                + ". These are two estimators, not a right and a wrong one. The "
                + "second comes closer to these samples, but with larger coefficients that rounding errors have chosen. "
                + "Neither is monotone: beyond full rank the first rises at " + (truncated.risesUpTo(WIDEST).length
                        - truncated.risesUpTo(truncated.fullRankUpTo()).length)
                + " widths, the second at " + (plain
                        .risesUpTo(WIDEST).length - plain.risesUpTo(truncated.fullRankUpTo()).length)
                + ".";
    }

    private static String reluFacts(NeuronSweep relu) {
        double kinked = FittedReference.kinkedRelu(WIDEST, SEED).rmse();
        return "ReLU is another story: rank " + relu.rank()[WIDEST - 1] + " from n = 2 on, and not by rounding. "
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

    private static String list(int[] numbers) {
        return numbers.length == 0
                ? "no width"
                : Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors
                        .joining(", ")).replaceFirst(", (\\d+)$", " and $1");
    }
}
