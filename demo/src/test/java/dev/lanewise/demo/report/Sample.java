package dev.lanewise.demo.report;

import java.util.List;

import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Figure;

/// A report with every kind of block, and characters that markup must escape.
final class Sample {
    private Sample() {}

    static final Figure FIGURE = Figure
            .of(Chart.titled("a < b").line("f & g", new double[] {0, 1}, new double[] {1, 0}));

    static final Table TABLE = Table.of("Errors of `fit`", List.of("name", "RMSE", "rank"),
            List.of(List.of("tanh", "0.25", "10"), List.of("ReLU", "12.5", "2"), List.of("none", "–", "0")));

    static final Report REPORT = new Report("Fits & <figures>", "A lead with `code`.", List.of(
            Section.of("First <section>", new Block.Paragraph("If a < b & c > d, call `f(\"<x>\")`; a lone ` stays."),
                    new Block.Formula("y = Σ cᵢ·tanh(wᵢx + bᵢ)\n  < ∞"),
                    new Block.Picture("one.svg", FIGURE, "The one.")),
            Section.of("Second", TABLE, Block.Bullets.of("short", "a long item ".repeat(20).strip()),
                    new Block.Picture("two.svg", FIGURE, "The same again.", true))));
}
