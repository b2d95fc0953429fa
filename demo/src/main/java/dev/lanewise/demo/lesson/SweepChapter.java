package dev.lanewise.demo.lesson;

import java.util.concurrent.CompletableFuture;

import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Section;

/// More neurons, smaller error: how far that is true.
final class SweepChapter implements Chapter {
    /// Begun at once: it takes longer than the chapters before, which meanwhile are told.
    private final CompletableFuture<Sweeps> sweeps = CompletableFuture.supplyAsync(Sweeps::run);

    @Override
    public String work() {
        return "fitting 1 … 50 neurons, for three activations and " + Sweeps.SEEDS + " seeds";
    }

    @Override
    public Section tell() {
        Sweeps all = sweeps.join();
        NeuronSweep tanh = all.tanh();
        NeuronSweep nested = all.nestedTanh();
        return Section.of("More neurons, smaller error?",
                new Block.Paragraph("How does the error fall with the number n of neurons? Below, every width from 1 "
                        + "to " + Sweeps.WIDEST + " draws its neurons anew from seed 42, as the lesson does."),
                SweepTables.sweeps("Redrawn for each width", tanh, all.sigmoid(), all.relu()),
                new Block.Picture("sweep.svg", SweepPictures.sweeps(all),
                        "Error, rank and condition against the number of neurons."),
                new Block.Paragraph("It falls, by a factor of " + Digits.of(tanh.rmse()[0] / tanh.rmse()[19], 2)
                        + " from one tanh neuron to twenty, but not at every step: with tanh it rises at n = "
                        + SweepFacts.list(
                                tanh.risesUpTo(tanh.fullRankUpTo()))
                        + ". That is no flaw of the solver. The neurons "
                        + "of n are not those of n − 1 and one more, but all new, and some draws are worse than "
                        + "others."),
                new Block.Paragraph("Draw 50 neurons once and let width n take the first n, and each fit contains the "
                        + "one before: with one coefficient 0 it is the same. Then the best error cannot rise."),
                SweepTables.sweeps("Nested: the first n of one draw", nested, all.nestedSigmoid(), all.nestedRelu()),
                new Block.Paragraph(SweepFacts.nested(nested)),
                new Block.Paragraph(SweepFacts.rank(tanh, nested)),
                new Block.Paragraph(SweepFacts.truncation(nested, all.plain())),
                new Block.Paragraph(SweepFacts.relu(all.relu())),
                new Block.Paragraph(
                        "How much of all this is luck? The same sweep with tanh for " + Sweeps.SEEDS + " seeds:"),
                SweepTables.band(all.band()),
                new Block.Picture("sweep-band.svg", SweepPictures.band(all.band(), tanh),
                        "The errors of " + Sweeps.SEEDS
                                + " seeds, redrawn for each width."),
                new Block.Paragraph(
                        "At ten neurons the best and the worst seed are a factor of " + Digits.of(all.band().spread(
                                10), 2) + " apart. One seed is an anecdote."));
    }
}
