package dev.lanewise.demo.lesson;

import java.util.concurrent.CompletableFuture;

import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Section;

import static dev.lanewise.demo.lesson.Prose.paragraph;

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
                paragraph("""
                        How does the error fall with the number n of neurons? Below, every width from 1 to %d draws its
                        neurons anew from seed 42, as the lesson does.
                        """, Sweeps.WIDEST),
                SweepTables.sweeps("Redrawn for each width", tanh, all.sigmoid(), all.relu()),
                new Block.Picture("sweep.svg", SweepPictures.sweeps(all),
                        "Error, rank and condition against the number of neurons."),
                SweepFacts.redrawn(tanh),
                paragraph("""
                        Draw %d neurons once and let width n take the first n, and each fit contains the one before:
                        with one coefficient 0 it is the same. Then the best error cannot rise.
                        """, Sweeps.WIDEST),
                SweepTables.sweeps("Nested: the first n of one draw", nested, all.nestedSigmoid(), all.nestedRelu()),
                SweepFacts.nested(nested),
                SweepFacts.rank(tanh, nested),
                SweepFacts.truncation(nested, all.plain()),
                SweepFacts.relu(all.relu()),
                paragraph("How much of all this is luck? The same sweep with tanh for %d seeds:", Sweeps.SEEDS),
                SweepTables.band(all.band()),
                new Block.Picture("sweep-band.svg", SweepPictures.band(all.band(), tanh), "The errors of "
                        + Sweeps.SEEDS + " seeds, redrawn for each width: all widths to 25, then every fifth."),
                paragraph("""
                        At ten neurons the best and the worst seed are a factor of %s apart. One seed is an anecdote.
                        """, Digits.of(all.band().spread(10), 2)));
    }
}
