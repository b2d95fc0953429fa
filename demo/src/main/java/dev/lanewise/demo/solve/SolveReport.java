package dev.lanewise.demo.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;
import dev.lanewise.linalg.FitFlag;

/// The account of a regression for a reader.
public final class SolveReport {
    /// The file that holds the figure.
    public static final String FIGURE = "solve.svg";
    /// The file that holds the other one.
    public static final String LEVERAGES = "leverages.svg";

    private static final int DIGITS = 9;
    private static final int DIGITS_OF_RESIDUALS = 6;
    private static final int DIGITS_OF_COUNTS = 4;
    /// Parts of so many degrees of freedom tell nothing.
    private static final double MANY = 1000.0;

    private final Regression regression;
    private final Estimate found;
    private final Residuals residuals;

    private SolveReport(Regression regression, Residuals residuals) {
        this.regression = regression;
        this.residuals = residuals;
        found = regression.estimate;
    }

    /// The whole account, with its figures.
    ///
    /// @param regression the regression
    /// @param residuals its residuals
    /// @return the report
    public static Report of(Regression regression, Residuals residuals) {
        return new SolveReport(regression, residuals).report();
    }

    private Report report() {
        RegressionData data = regression.data;
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("The coefficients", coefficients()));
        sections.add(Section.of("The fit", fit()));
        sections.add(Section.of("The residuals", residuals()));
        sections.add(new Section("The rows that decide", leverages()));
        found.ridge().filter(ridge -> ridge.path().size() > 1).ifPresent(ridge -> sections.add(Section.of("The ridge",
                path(ridge))));
        if (!found.flags().isEmpty() || found.drowned()) sections.add(new Section("What to know", flags()));
        sections.add(Section.of("The pictures", picture(), leveragePicture()));
        return new Report("Regression of %s in %s".formatted(data.roles().targetName(), data.source()), "", sections);
    }

    private List<Block> coefficients() {
        List<List<String>> rows = new ArrayList<>();
        for (int j = 0; j < found.coefficients().length; j++) {
            double b = found.coefficients()[j];
            double error = found.standardErrors()[j];
            // 0/0 is no evidence of anything, and 1/0 all there can be.
            double t = b / error;
            rows.add(List.of(found.names().get(j), Digits.of(b, DIGITS), Digits.of(error, DIGITS), Digits.of(t, 4),
                    p(t)));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Table.of("", List.of("name", "coefficient", "standard error", "t", "p"), rows));
        blocks.add(new Block.Paragraph(meaning()));
        return blocks;
    }

    /// A double is too small for the p of a large t, but it is not 0.
    private String p(double t) {
        double p = StudentT.twoSided(t, (long) found.degrees());
        return p == 0.0 && Double.isFinite(t) ? "<10⁻³⁰⁰" : Digits.of(p, 3);
    }

    private String meaning() {
        if (found.ridge().isPresent()) {
            return "A ridge trades an unknown bias for less scatter, so there are no standard errors.";
        }
        if (!found.unique()) return "Where coefficients are not unique, there are no standard errors.";
        if (found.degrees() < 1.0) return "As many coefficients as rows leave nothing to tell the errors by.";
        return "p is the probability of a t at least as far from 0 (Student's distribution, %s) if the "
                .formatted(ofFreedom(grouped((long) found.degrees())))
                + "true coefficient were 0 and the target's errors independent, normal and of one "
                + (regression.data.roles().weightName().isPresent() ? "variance divided by the weight." : "variance.");
    }

    private Table fit() {
        RegressionData data = regression.data;
        List<List<String>> rows = new ArrayList<>();
        long counted = data.counted();
        rows.add(List.of("rows", grouped(data.rows()) + (counted < data.rows()
                ? " (%s of weight 0)".formatted(grouped(data.rows() - counted))
                : "")));
        data.roles().weightName().ifPresent(name -> rows.add(List.of("weights", name)));
        found.ridge().ifPresent(ridge -> {
            rows.add(List.of("ridge λ", Digits.of(ridge.lambda(), 4)));
            rows.add(List.of("effective inputs", Digits.of(ridge.path().effectiveCoefficients(ridge.index()), 4)));
        });
        rows.add(List.of("rank", found.rank() + " of " + found.coefficients().length));
        rows.add(List.of("answer", found.unique() ? "unique" : "minimum-norm"));
        rows.add(List.of("condition", Digits.of(found.condition(), 4)));
        rows.add(List.of("residual deviation", Digits.of(found.residualDeviation(), DIGITS) + " with "
                + ofFreedom(degrees())));
        rows.add(List.of("sum of squares", Digits.of(found.sumOfSquares(), DIGITS)));
        rows.add(List.of(regression.settings.intercept ? "R²" : "R² about 0", Double.isFinite(found.r2())
                ? Digits.of(found.r2(), DIGITS)
                : "undefined: the target is constant"));
        return new Table("", List.of("quantity", "value"), rows, List.of(Table.Alignment.LEFT, Table.Alignment.LEFT));
    }

    private Table residuals() {
        Quartiles q = residuals.distribution().quartiles();
        int digits = residuals.distribution().isExact() ? DIGITS_OF_RESIDUALS : DIGITS_OF_COUNTS;
        List<String> cells = List.of(Digits.of(q.min(), DIGITS_OF_RESIDUALS), Digits.of(q.lower(), digits), Digits.of(q
                .median(), digits), Digits.of(q.upper(), digits), Digits.of(q.max(), DIGITS_OF_RESIDUALS));
        String what = regression.data.roles().weightName().isPresent()
                ? "Target minus fitted value, times √weight"
                : "Target minus fitted value";
        return Table.of(what + (residuals.distribution().isExact()
                ? ":"
                : "; of so many rows the quartiles are counted, to within 1/8,000 of themselves:"),
                List.of("min", "1st quartile", "median", "3rd quartile", "max"), List.of(cells));
    }

    private List<Block> leverages() {
        Influence influence = residuals.influence();
        String unit = regression.data.unit();
        List<List<String>> rows = new ArrayList<>();
        for (Influence.Row row : influence.largest()) {
            rows.add(List.of(Long.toString(row.number()), Digits.of(row.leverage(), 4), Digits.of(row.residual(),
                    DIGITS_OF_RESIDUALS), Digits.of(row.leftOut(), DIGITS_OF_RESIDUALS)));
        }
        String sum = "A leverage, 0 to 1, says how much of its own fitted value a row decides; together they are %s, and %s "
                .formatted(Digits.of(influence.sum(), 4), influence.many() == 0
                        ? "no row has"
                        : influence.many() == 1 ? "one row has" : grouped(influence.many()) + " rows have")
                + "more than %d times the mean. A left-out residual is what is left of a row that the others predict; "
                        .formatted(Influence.HIGH);
        return List.of(Table.of("The largest leverages:", List.of(unit, "leverage", "residual", "left-out residual"),
                rows),
                new Block.Paragraph(sum + (Double.isNaN(influence.rootMeanSquare())
                        ? "a row of leverage 1 has none, for without it some coefficient is not determined."
                        : "the root mean square of these is %s, and that of the residuals themselves %s.".formatted(
                                Digits.of(
                                        influence.rootMeanSquare(), DIGITS_OF_RESIDUALS),
                                Digits.of(found.residualNorm() / Math.sqrt(
                                        regression.data.counted()), DIGITS_OF_RESIDUALS)))));
    }

    /// One λ of each decade, and the chosen one.
    private static Table path(ChosenRidge ridge) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < ridge.path().size(); i++) {
            if (i % RidgeChoice.PER_DECADE != 0 && i != ridge.index()) continue;
            rows.add(List.of(Digits.of(ridge.path().lambda(i), 4), Digits.of(ridge.path().effectiveCoefficients(i), 4),
                    Digits.of(ridge.gcv(i), 6), i == ridge.index() ? "chosen" : ""));
        }
        return Table.of("λ holds inputs of standard deviation 1; the least cross-validation (GCV) chooses:",
                List.of("λ", "effective inputs", "GCV", " "), rows);
    }

    private List<Block> flags() {
        List<Block> blocks = new ArrayList<>();
        for (FitFlag flag : found.flags()) {
            blocks.add(new Block.Paragraph("`%s`: %s".formatted(flag, flag.meaning())));
        }
        if (found.drowned()) {
            blocks.add(new Block.Paragraph("`%s`: %s".formatted(LightRows.NAME, LightRows.MEANING)));
        }
        return blocks;
    }

    private Block.Picture picture() {
        String what = regression.data.inputs() == 1
                ? "The fit among the data, and the residuals (target minus fitted value) below."
                : "The residuals (target minus fitted value) against the fitted values.";
        return new Block.Picture(FIGURE, new SolveFigure(regression, residuals).figure(), what + (residuals.isThinned()
                ? " Of the %s rows %s are drawn, evenly chosen.".formatted(grouped(regression.data.counted()), grouped(
                        residuals.drawn()))
                : ""), true);
    }

    private Block.Picture leveragePicture() {
        return new Block.Picture(LEVERAGES, new SolveFigure(regression, residuals).leverages(),
                "Residuals against leverages: a row far to the right decides much, whatever its residual.", true);
    }

    /// A whole number but for a ridge, which takes up parts of coefficients.
    private String degrees() {
        double degrees = found.degrees();
        return degrees == Math.rint(degrees) || degrees >= MANY ? grouped(Math.round(degrees)) : Digits.plain(degrees);
    }

    private static String ofFreedom(String degrees) {
        return degrees + (degrees.equals("1") ? " degree of freedom" : " degrees of freedom");
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
