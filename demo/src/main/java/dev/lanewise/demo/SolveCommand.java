package dev.lanewise.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.lanewise.demo.data.DataFile;
import dev.lanewise.demo.fit.RankChoice;
import dev.lanewise.demo.report.OutputFile;
import dev.lanewise.demo.report.OutputFolder;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.TextRenderer;
import dev.lanewise.demo.solve.Regression;
import dev.lanewise.demo.solve.RegressionData;
import dev.lanewise.demo.solve.Residuals;
import dev.lanewise.demo.solve.SolveJson;
import dev.lanewise.demo.solve.SolveReport;
import dev.lanewise.demo.solve.SolveSettings;
import dev.lanewise.demo.terminal.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lanewise solve`: ordinary regression on a person's own data.
@Command(name = "solve", sortOptions = false, abbreviateSynopsis = true, //
        header = "Regresses a column of your own data on the others, by least squares.", //
        description = {"", "Tells coefficients with standard errors, t and p, R², residuals, rank and condition, and "
                + "what to be aware of. All columns of the file but target and weights are inputs.", "",
                "The condition is σ₁/σₙ of the matrix as given (of more than 500 coefficients an estimate for columns "
                        + "of equal length); with --poly that of powers about the middle of the data (with "
                        + "--no-intercept about 0), with --ridge that of the standardised inputs with their ridge.",
                "",
                "The file may be larger than the memory. Few rows are held: at most 262,144 elements of the matrix, "
                        + "or four rows for each coefficient. More are read again: for the report, as its residuals need "
                        + "the coefficients, and for --leverages; with --poly and --ridge, which first look where the "
                        + "numbers lie; and to refine. --json alone prints no residuals, which saves their reading. All "
                        + "rows count in every number, whatever the file's length; but of more than 4,000 rows the picture shows 4,000, and of more than 262,144 "
                        + "residuals the quartiles are right to 1/8,000 of themselves.",
                "",
                "--json prints coefficients, standardErrors, names, rank, condition, residualStdDev, r2, rss, flags and "
                        + "uniqueSolution (null stands for what is not known, and for a condition or another number that is "
                        + "infinite); and where the rows are held, or read again for --leverages or --out, "
                        + "leaveOneOutRmse and largestLeverages.",
                ""}, //
        footer = {"", "Examples:", //
                "  lanewise solve houses.csv --target price", //
                "  lanewise solve curve.csv --poly 3 --json", //
                "  lanewise solve houses.csv --leverages who-decides.csv", //
                "  lanewise solve measurements.npy --target 1 --refine 2", //
                "  lanewise solve houses.csv --ridge path --out regression"})
final class SolveCommand implements Callable<Integer> {
    private static final String PAGE = "solve.html";

    @Parameters(paramLabel = "FILE", description = "Numbers with commas between them, the first line being a header if a "
            + "field of it is not a number; or NumPy's .npy, an array of rows and columns.")
    private Path file;

    @Option(names = "--target", paramLabel = "COLUMN", description = "What to explain: a name of the header or a number "
            + "from 1 (default: the last column but for that of --weights).")
    private String target;

    @Option(names = "--intercept", negatable = true, defaultValue = "true", fallbackValue = "true", //
            description = "With a constant among the columns, or without (default: with).")
    private boolean intercept;

    @Option(names = "--poly", paramLabel = "D", description = "Fits a polynomial of this degree, 0 to 100, in the only "
            + "input. --ridge then holds its powers about the middle of the data, with --no-intercept about 0.")
    private Integer degree;

    @Option(names = "--weights", paramLabel = "COLUMN", description = "What each row weighs, at least 0: the squares of "
            + "its residual count that often.")
    private String weights;

    @Option(names = "--ridge", paramLabel = "λ|path", description = "Holds the coefficients of standardised inputs, "
            + "but not the intercept, by λ times their squares; path: by the λ with the least cross-validation.")
    private String ridge;

    @Option(names = "--rank", paramLabel = "RULE", description = {"Which columns count as independent (default: "
            + "scaled).",
            "scaled: after scaling them to equal length; numpy: as NumPy's lstsq does; none: all, whatever comes of "
                    + "it."})
    private RankChoice rank;

    @Option(names = "--refine", paramLabel = "auto|off|N", description = "How often coefficients are corrected in twice "
            + "the precision, at most (default: auto, where that costs little). A file whose rows are not held is read "
            + "once more each time; auto does so once for --poly without --ridge and from 256 coefficients on, and twice "
            + "where light rows have drowned in heavy ones that come after them, else not.")
    private String refinement;

    @Option(names = "--leverages", paramLabel = "FILE", description = "Writes a CSV file with a line for each row of "
            + "weight above 0: its line in the data (of an array its row), fitted value, residual, leverage, and what the "
            + "residual would be without the row.")
    private Path leverages;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        SolveSettings settings = new SolveSettings(intercept, degree, ridge, rank, refinement);
        Optional<OutputFolder> folder = common.folder();
        OutputFile written = leverages == null
                ? null
                : OutputFile.at("--leverages", leverages).sparing("the data", file);
        try (RegressionData data = RegressionData.of(DataFile.at(file), target, weights, common.progress())) {
            if (data.columns().headerHoldsNumbers()) {
                common.warn("line 1 of %s is taken for a header, because a field of it is not a number".formatted(
                        file));
            }
            Regression regression = Regression.of(data, settings);
            Residuals residuals = residuals(regression, written, folder.isPresent() || data.isHeld());
            if (folder.isPresent()) tell(SolveReport.of(regression, residuals), folder.get());
            if (common.json()) SolveJson.print(common.out(), regression, residuals);
        }
        return 0;
    }

    /// Null where nobody wants them.
    private static Residuals residuals(Regression regression, OutputFile written, boolean wanted) throws IOException {
        if (written != null) return Residuals.of(regression, written);
        return wanted ? Residuals.of(regression) : null;
    }

    /// Saves the report, and unless JSON was asked for prints it.
    private void tell(Report report, OutputFolder folder) throws IOException {
        report.saveIn(folder, PAGE);
        if (common.json()) return;
        common.out().print(TextRenderer.render(report));
        common.out()
                .println("%n%s, %s and %s, which holds them with this text, are in %s.".formatted(SolveReport.FIGURE,
                        SolveReport.LEVERAGES, PAGE, folder.path()));
    }
}
