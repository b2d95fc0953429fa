package dev.lanewise.demo.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;

import static dev.lanewise.demo.lesson.Prose.paragraph;

/// Why activations matter: without them a deep network is one affine map.
final class CollapseChapter implements Chapter {
    private static final int INPUTS = 10_000;

    @Override
    public String work() {
        return "multiplying a network out";
    }

    @Override
    public Section tell() {
        AffineCollapse collapse = AffineCollapse.compute(42, INPUTS);
        return Section.of("Why a network must bend",
                paragraph("Leave the activations away and any number of layers is one layer:"),
                new Block.Formula("""
                        W₃(W₂(W₁x + b₁) + b₂) + b₃ = Wx + b    with  W = W₃W₂W₁,  b = W₃(W₂b₁ + b₂) + b₃
                        """),
                paragraph("""
                        Here is such a network, 3 → 8 → 8 → 2 with random weights, %d numbers in all, multiplied out to
                        the %d that it really has:
                        """, parameters(collapse), collapse.bias().length * (collapse.weights().cols() + 1)),
                affineMap(collapse),
                paragraph("""
                        Over %,d random inputs the network's answers reach %s. The largest difference between the
                        network and Wx + b is %s, which is rounding and nothing else.
                        """, collapse.inputs(), Digits.of(collapse.largestValue(), 3),
                        Digits.of(collapse.largestDifference(), 2)),
                paragraph("""
                        Put tanh between the same layers, and no W and b will do. Of all affine maps, the one closest by
                        least squares still misses by %s in root mean square, where the network's answers vary by %s.
                        Everything that a network can do beyond a straight line, it owes to the bends.
                        """, Digits.of(collapse.tanhMisfit(), 3), Digits.of(collapse.tanhDeviation(), 3)));
    }

    private static int parameters(AffineCollapse collapse) {
        return collapse.network().layers().stream().mapToInt(l -> l.outputs() * (l.inputs() + 1)).sum();
    }

    private static Table affineMap(AffineCollapse collapse) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < collapse.bias().length; i++) {
            List<String> row = new ArrayList<>(List.of("y" + (i == 0 ? "₁" : "₂")));
            Arrays.stream(collapse.weights().row(i)).forEach(w -> row.add(Digits.of(w, 5)));
            row.add(Digits.of(collapse.bias()[i], 5));
            rows.add(row);
        }
        return Table.of("", List.of("", "· x₁", "· x₂", "· x₃", "+ b"), rows);
    }
}
