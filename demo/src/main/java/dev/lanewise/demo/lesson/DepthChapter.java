package dev.lanewise.demo.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Colour;
import dev.lanewise.demo.plot.Figure;
import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;

import static dev.lanewise.demo.lesson.Prose.paragraph;

/// What depth buys, for some functions: the k-fold tent.
final class DepthChapter implements Chapter {
    private static final int FOLDS = 5;
    private static final int DEEP = 20;
    private static final int TRIALS = 10_000;
    private static final long SEED = 42;

    @Override
    public String work() {
        return "folding the tent";
    }

    @Override
    public Section tell() {
        Sawtooth shown = Sawtooth.of(FOLDS, SEED);
        return Section.of("What depth buys, for some functions",
                paragraph("""
                        Fold a strip of paper in the middle, and again, and again: k folds make 2ᵏ layers of paper. The
                        tent map is such a fold of [0, 1], and two ReLUs compute it:
                        """),
                new Block.Formula("""
                        t(x) = 2x for x ≤ ½,  2(1 − x) for x > ½        t(x) = 2·relu(x) − 4·relu(x − ½)
                        """),
                exactness(),
                paragraph("""
                        One hidden layer must pay for every piece. The sum of n ReLUs bends n times at most, so it has
                        at most n + 1 pieces, and the k-fold tent needs at least 2ᵏ − 1 neurons. (2ᵏ are enough: one to
                        rise from 0, one for each bend.) The bill for depth grows with k, that for width with 2ᵏ:
                        """),
                bill(),
                new Block.Picture("sawtooth.svg", picture(shown), "The %d-fold tent: ten ReLUs in five layers make it "
                        .formatted(FOLDS) + "exactly, ten side by side do not."),
                paragraph("""
                        The same 2k neurons with the same number of weights, side by side, with kinks drawn at random
                        and the output fitted, are hardly better than a constant: for k = %d they leave an RMSE of %s,
                        and the constant %s.
                        """, FOLDS, Digits.of(shown.sideBySide().rmse(), 4), Digits.of(shown.deviation(), 4)),
                errors(),
                paragraph("""
                        Telgarsky (2016) made a theorem of this picture. Mind what it says: there are functions for
                        which depth saves exponentially many neurons. It does not say that the function you have is one
                        of them, nor that random layers would find out: for x·sin x, above, a second layer did not help.
                        """));
    }

    private static Block exactness() {
        double[] trials = Sawtooth.trials(TRIALS, SEED);
        return paragraph("""
                Put t into itself k times and the graph is a sawtooth of 2ᵏ straight pieces. As a network: k layers of
                two ReLUs each and a linear output, 6k + 1 weights and biases. It is not close to the sawtooth, it is
                the sawtooth, at every double in [0, 1]: doubling is exact, and beyond ½ all numbers are multiples of
                2⁻⁵³ that fit a double. Checked in exact arithmetic for k = %d and k = %d at %,d doubles, half of them
                random bit patterns: %d misses.
                """, FOLDS, DEEP, TRIALS, Sawtooth.misses(FOLDS, trials) + Sawtooth.misses(DEEP, trials));
    }

    private static Table bill() {
        List<List<String>> rows = new ArrayList<>();
        for (int k : new int[] {1, 2, 3, 5, 10, 20, 30}) {
            long single = Sawtooth.neuronsInOneLayer(k);
            rows.add(List.of(Integer.toString(k), grouped(Sawtooth.pieces(k)), grouped(2L * k), grouped(6L * k + 1),
                    grouped(single), grouped(3 * single + 1)));
        }
        return new Table("k folds", List.of("k", "pieces", "deep: neurons", "numbers", "one layer: neurons ≥",
                "numbers ≥"), rows, Collections.nCopies(6, Table.Alignment.RIGHT));
    }

    private static Table errors() {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 1; k <= 7; k++) {
            Sawtooth sawtooth = Sawtooth.of(k, SEED);
            rows.add(List.of(Integer.toString(k), Integer.toString(2 * k), Integer.toString(sawtooth.parameters()),
                    Integer.toString(sawtooth.countedPieces()),
                    Integer.toString(Sawtooth.misses(k, sawtooth.sideBySide().samples().x())),
                    Digits.of(sawtooth.sideBySide().rmse(), 4), Digits.of(sawtooth.deviation(), 4)));
        }
        return Table.of("The same 2k ReLUs, in k layers and in one", List.of("k", "neurons", "numbers",
                "pieces counted", "wrong values", "RMSE in one layer", "of a constant"), rows);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    private static Figure picture(Sawtooth sawtooth) {
        Samples samples = sawtooth.sideBySide().samples();
        String title = sawtooth.folds() + " layers of two ReLUs: " + sawtooth.countedPieces() + " pieces";
        return Figure.of(Chart.titled(title).x("x").y("f(x)").yRange(-0.05, 1.1)
                .line("in layers, exact", samples.x(), samples.y())
                .line("side by side, fitted", samples.x(), sawtooth.sideBySide().values()).inked(Colour.VERMILION));
    }
}
