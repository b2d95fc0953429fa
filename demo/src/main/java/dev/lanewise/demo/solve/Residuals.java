package dev.lanewise.demo.solve;

import java.io.UncheckedIOException;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lanewise.demo.data.CsvNumber;
import dev.lanewise.demo.report.OutputException;
import dev.lanewise.demo.report.OutputFile;

/// What the model leaves of the rows that weigh something, √w·(y − ŷ): their distribution, as many of them as are drawn,
/// and how much each row decides.
public final class Residuals {
    /// Points that are drawn of a large file, evenly chosen: more would hide each other.
    private static final int MOST_POINTS = 4000;

    private final Distribution distribution = new Distribution();
    private final long rows;
    private final double[] x;
    private final double[] y;
    private final double[] fitted;
    private final double[] residuals;
    private final double[] leverages;
    private final Influence influence;
    private long seen;
    private int drawn;

    private Residuals(Regression regression) {
        rows = regression.data.counted();
        influence = new Influence((rows - regression.estimate.degrees()) / rows);
        int count = (int) Math.min(rows, MOST_POINTS);
        x = new double[count];
        y = new double[count];
        fitted = new double[count];
        residuals = new double[count];
        leverages = new double[count];
    }

    /// Goes through the rows once more, and writes what each of them decides to a CSV file whose numbers read back exactly;
    /// where a number is not known, the field is empty.
    ///
    /// @param regression the regression
    /// @param file where to
    /// @return the residuals
    /// @throws OutputException if the file cannot be written
    public static Residuals of(Regression regression, OutputFile file) throws OutputException {
        Residuals[] residuals = new Residuals[1];
        file.write(draft -> {
            try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(draft,
                    StandardOpenOption.CREATE_NEW)) {
                csv.writeRecord(regression.data.unit(), "fitted", "residual", "leverage", "left-out residual");
                residuals[0] = of(regression,
                        row -> csv.writeRecord(Long.toString(row.number()), CsvNumber.of(row.fitted()),
                                CsvNumber.of(row.residual()), CsvNumber.of(row.leverage()),
                                CsvNumber.of(row.leftOut())));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
        return residuals[0];
    }

    /// Goes through the rows once more.
    ///
    /// @param regression the regression
    /// @return the residuals
    public static Residuals of(Regression regression) {
        return of(regression, _ -> {});
    }

    /// Goes through the rows once more.
    ///
    /// @param each gets every row, in their order
    private static Residuals of(Regression regression, Consumer<Influence.Row> each) {
        Residuals residuals = new Residuals(regression);
        regression.data.again("for residuals", rows -> residuals.add(rows, regression.model, each));
        return residuals;
    }

    private void add(Observations more, Model model, Consumer<Influence.Row> each) {
        double[] values = model.values(more.x()), shares = model.leverages(more.x());
        Influence.Row[] told = new Influence.Row[more.rows()];
        for (int i = 0; i < told.length; i++) {
            double weight = more.weight(i), root = Math.sqrt(weight), error = more.y()[i] - values[i];
            // These rows have been fitted, so what is above 1, where a projection ends, is rounding.
            double leverage = Math.min(1.0, weight * shares[i]);
            told[i] = new Influence.Row(more.numbers()[i], values[i], error, leverage, root);
            each.accept(told[i]);
            distribution.add(root * error);
            if (isDrawn(seen++)) draw(more, i, told[i], root * error);
        }
        influence.add(told);
    }

    private boolean isDrawn(long row) {
        return drawn < x.length && (rows <= MOST_POINTS || row == (long) drawn * rows / MOST_POINTS);
    }

    private void draw(Observations rows, int i, Influence.Row row, double residual) {
        x[drawn] = rows.x().cols() == 1 ? rows.x().get(i, 0) : Double.NaN;
        y[drawn] = rows.y()[i];
        fitted[drawn] = row.fitted();
        leverages[drawn] = row.leverage();
        residuals[drawn++] = residual;
    }

    Influence influence() {
        return influence;
    }

    Distribution distribution() {
        return distribution;
    }

    /// Whether not all rows are drawn.
    boolean isThinned() {
        return x.length < rows;
    }

    /// How many rows are drawn.
    int drawn() {
        return x.length;
    }

    /// Of the rows that are drawn the input, where it is the only one.
    double[] x() {
        return x;
    }

    /// Of the rows that are drawn the target.
    double[] y() {
        return y;
    }

    /// What the model makes of the rows that are drawn.
    double[] fitted() {
        return fitted;
    }

    /// Of the rows that are drawn.
    double[] residuals() {
        return residuals;
    }

    /// How much of its fitted value each row that is drawn decides.
    double[] leverages() {
        return leverages;
    }
}
