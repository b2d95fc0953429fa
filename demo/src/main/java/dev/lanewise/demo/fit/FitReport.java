package dev.lanewise.demo.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;

/// The account of a fit for a reader.
public final class FitReport {
    /// The file that holds the figure.
    public static final String FIGURE = "fit.svg";

    private FitReport() {}

    /// The whole account, with its figure.
    ///
    /// @param fit the fit
    /// @return the report
    public static Report of(DataFit fit) {
        List<Block> meaning = new ArrayList<>();
        for (String paragraph : new RankVerdict(fit).paragraphs()) meaning.add(new Block.Paragraph(paragraph));
        return new Report("A network fitted to " + fit.source, "", List.of(Section.of("The network", network(fit)),
                Section.of("The fit", result(fit)), new Section("What the rank says", meaning),
                Section.of("The picture", picture(fit))));
    }

    private static Table network(DataFit fit) {
        FitSettings settings = fit.settings;
        String draw = switch (settings.initialisation()) {
            case LESSON -> "as in the lesson: uniform weights, then uniform biases";
            case NORMAL -> "N(0, 1) weights, spread biases, standardised inputs";
        };
        int held = fit.split.test().length;
        return table("part", List.of(
                List.of("rows", fit.data.rows() + (held == 0
                        ? ""
                        : " (%d fitted, %d held out)".formatted(fit.split.train().length, held))),
                List.of("inputs", fit.data.inputs() + ": " + listed(fit.data.inputNames())),
                List.of("target", fit.data.targetName()),
                List.of("network", shape(fit)),
                List.of("hidden layers", draw + ", seed " + settings.seed()),
                List.of("output layer", "least squares, " + (settings.initialisation().hasOutputBias()
                        ? "with"
                        : "without") + " a bias")));
    }

    private static Table result(DataFit fit) {
        Errors train = fit.trainErrors;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rank", fit.answer().rank() + " of " + fit.settings.coefficients()));
        rows.add(List.of("answer", fit.answer().isUnique() ? "unique" : "minimum-norm"));
        rows.add(List.of("condition", Digits.of(fit.condition(), 4)));
        rows.add(List.of("RMSE", Digits.of(train.rmse(), 9)));
        rows.add(List.of("residual norm", Digits.of(train.residualNorm(), 9)));
        rows.add(List.of("largest error", Digits.of(train.maxError(), 9)));
        rows.add(List.of("R²", r2(train)));
        if (fit.split.hasTest()) rows.add(List.of("held-out RMSE", Digits.of(fit.testErrors.rmse(), 9)));
        return table("quantity", rows);
    }

    private static String r2(Errors errors) {
        if (Double.isFinite(errors.r2())) return Digits.of(errors.r2(), 9);
        return Double.isFinite(errors.rmse()) ? "undefined: the target is constant" : "undefined";
    }

    private static Block.Picture picture(DataFit fit) {
        FitFigure figure = new FitFigure(fit);
        String what = fit.data.inputs() == 1
                ? "The fit among the data, and the residuals (target minus prediction) below."
                : "Predicted against actual values, and the residuals (target minus prediction) below.";
        return new Block.Picture(FIGURE, figure.figure(), what + (figure.isThinned()
                ? " Of so many rows, some are drawn."
                : ""), true);
    }

    private static Table table(String what, List<List<String>> rows) {
        return new Table("", List.of(what, "value"), rows, List.of(Table.Alignment.LEFT, Table.Alignment.LEFT));
    }

    private static String shape(DataFit fit) {
        FitSettings settings = fit.settings;
        String layer = " → %d %s".formatted(settings.neurons(), settings.activation().name().toLowerCase(Locale.ROOT));
        String hidden = settings.layers() <= 4
                ? layer.repeat(settings.layers())
                : layer + " → … (%d hidden layers)".formatted(settings.layers());
        return fit.data.inputs() + hidden + " → 1";
    }

    private static String listed(List<String> names) {
        int shown = 8;
        return names.size() <= shown
                ? String.join(" · ", names)
                : String.join(" · ", names.subList(0, shown)) + " and %d more".formatted(names.size() - shown);
    }
}
