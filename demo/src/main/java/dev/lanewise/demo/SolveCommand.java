package dev.lanewise.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.lanewise.demo.data.CsvFile;
import dev.lanewise.demo.data.CsvTable;
import dev.lanewise.demo.fit.RankChoice;
import dev.lanewise.demo.report.OutputFolder;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.TextRenderer;
import dev.lanewise.demo.solve.Regression;
import dev.lanewise.demo.solve.RegressionData;
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
                "The condition is that of the columns brought to equal length; with --poly that of powers about the "
                        + "middle of the data, with --ridge that of the standardised inputs with their ridge.",
                ""}, //
        footer = {"", "Examples:", //
                "  lanewise solve houses.csv --target price", //
                "  lanewise solve curve.csv --poly 3 --json", //
                "  lanewise solve houses.csv --ridge path --out regression"})
final class SolveCommand implements Callable<Integer> {
    private static final String PAGE = "solve.html";

    @Parameters(paramLabel = "FILE.csv", description = "Numbers with commas between them; the first line is a header "
            + "if a field of it is not a number.")
    private Path file;

    @Option(names = "--target", paramLabel = "COLUMN", description = "What to explain: a name of the header or a number "
            + "from 1 (default: the last column).")
    private String target;

    @Option(names = "--intercept", negatable = true, defaultValue = "true", fallbackValue = "true", //
            description = "With a constant among the columns, or without (default: with).")
    private boolean intercept;

    @Option(names = "--poly", paramLabel = "D", description = "Fits a polynomial of this degree, 0 to 100, in the only "
            + "input; not together with --no-intercept, --weights, --ridge, --rank and --refine.")
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
            + "the precision, at most (default: auto, where that costs little).")
    private String refinement;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        SolveSettings settings = new SolveSettings(intercept, degree, ridge, rank, refinement);
        Optional<OutputFolder> folder = common.folder();
        Regression regression = solve(RegressionData.of(read(), target, weights), settings);
        if (folder.isPresent()) tell(SolveReport.of(regression), folder.get());
        if (common.json()) SolveJson.print(common.out(), regression);
        return 0;
    }

    private CsvTable read() {
        CsvTable table;
        try (var _ = common.progress().during("reading " + file)) {
            table = CsvFile.read(file);
        }
        if (table.headerHoldsNumbers()) {
            common.warn("line 1 of %s is taken for a header, because a field of it is not a number".formatted(file));
        }
        return table;
    }

    private Regression solve(RegressionData data, SolveSettings settings) {
        try (var _ = common.progress().during("solving for " + data.targetName())) {
            return Regression.of(data, settings);
        }
    }

    /// Saves the report, and unless JSON was asked for prints it.
    private void tell(Report report, OutputFolder folder) throws IOException {
        report.saveIn(folder, PAGE);
        if (common.json()) return;
        common.out().print(TextRenderer.render(report));
        common.out()
                .println("%n%s and %s, which holds it with this text, are in %s.".formatted(SolveReport.FIGURE, PAGE,
                        folder.path()));
    }
}
