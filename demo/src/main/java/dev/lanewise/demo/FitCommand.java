package dev.lanewise.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.lanewise.demo.data.CsvFile;
import dev.lanewise.demo.data.CsvTable;
import dev.lanewise.demo.fit.DataFit;
import dev.lanewise.demo.fit.FitJson;
import dev.lanewise.demo.fit.FitReport;
import dev.lanewise.demo.fit.FitSettings;
import dev.lanewise.demo.fit.Initialisation;
import dev.lanewise.demo.fit.PredictionsFile;
import dev.lanewise.demo.fit.RankChoice;
import dev.lanewise.demo.report.OutputException;
import dev.lanewise.demo.report.OutputFile;
import dev.lanewise.demo.report.OutputFolder;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.TextRenderer;
import dev.lanewise.demo.terminal.CommonOptions;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lanewise fit`: a network with random hidden layers, fitted to a person's own data.
@Command(name = "fit", sortOptions = false, abbreviateSynopsis = true, //
        header = "Fits a network with random hidden layers to your own data.", //
        description = {"", "Only the output layer is fitted, by least squares. All columns of the file but the target "
                + "are inputs.", "",
                "Rank and condition are those of the least-squares matrix: the outputs of the last hidden layer and, "
                        + "with --init normal, a column of ones for the output's bias.",
                ""}, //
        footer = {"", "Examples:", //
                "  lanewise fit houses.csv --test 0.2", //
                "  lanewise fit houses.csv --target price --neurons 50 --predictions out.csv", //
                "  lanewise fit houses.csv --target price --save houses.npz", //
                "  lanewise fit curve.csv --init lesson --layers 2 --json"})
final class FitCommand implements Callable<Integer> {
    private static final String PAGE = "fit.html";

    @Parameters(paramLabel = "FILE.csv", description = "Numbers with commas between them; the first line is a header "
            + "if a field of it is not a number.")
    private Path file;

    @Option(names = "--target", paramLabel = "COLUMN", description = "What to fit: a name of the header or a number "
            + "from 1 (default: the last column).")
    private String target;

    @Option(names = "--neurons", paramLabel = "N", defaultValue = "10", //
            description = "Neurons in each hidden layer (default: ${DEFAULT-VALUE}).")
    private int neurons;

    @Option(names = "--layers", paramLabel = "L", defaultValue = "1", //
            description = "Hidden layers (default: ${DEFAULT-VALUE}).")
    private int layers;

    @Option(names = "--activation", paramLabel = "NAME", defaultValue = "tanh", //
            description = "tanh, sigmoid, relu, gelu, silu, … or identity (default: ${DEFAULT-VALUE}).")
    private Activation activation;

    @Option(names = "--init", paramLabel = "WAY", defaultValue = "normal", description = {
            "How the hidden layers are drawn (default: ${DEFAULT-VALUE}).",
            "normal: standardised inputs, N(0,1) weights, all neurons connected, a bias at the output.",
            "lesson: one input, uniform weights and biases, later layers neuron by neuron, no bias at the output."})
    private Initialisation initialisation;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "42", //
            description = "Seed of NumPy's generator, 0 to 4294967295 (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--rank", paramLabel = "RULE", description = {"Which neurons count as independent (default: "
            + "scaled; numpy with --init lesson).",
            "scaled: after scaling them to equal length; numpy: as NumPy's "
                    + "lstsq does; none: all, whatever comes of it."})
    private RankChoice rank;

    @Option(names = "--test", paramLabel = "FRACTION", defaultValue = "0", //
            description = "Part of the rows to hold out, such as 0.2; their RMSE is told apart.")
    private double testFraction;

    @Option(names = "--predictions", paramLabel = "OUT.csv", //
            description = "Writes inputs, target, prediction, residual and split of every row.")
    private Path predictions;

    @Option(names = "--save", paramLabel = "MODEL.npz", //
            description = "Saves the fitted network and the names of its inputs, for lanewise predict and for Java and "
                    + "NumPy.")
    private Path model;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        FitSettings settings = new FitSettings(neurons, layers, activation, initialisation, seed, rank, testFraction);
        Optional<OutputFolder> folder = common.folder();
        Optional<OutputFile> listing = output("--predictions", predictions);
        Optional<OutputFile> saved = output("--save", model);
        if (saved.isPresent() && predictions != null) saved.get().sparing("the predictions", predictions);
        DataFit fit = fit(read(), settings);
        if (listing.isPresent()) {
            try (var _ = common.progress().during("writing " + predictions)) {
                PredictionsFile.write(listing.get(), fit);
            }
        }
        if (saved.isPresent()) saved.get().write(draft -> ModelFile.save(fit.network(), fit.savedNames(), draft));
        if (folder.isPresent()) tell(FitReport.of(fit), folder.get());
        if (common.json()) FitJson.print(common.out(), fit);
        return 0;
    }

    private Optional<OutputFile> output(String option, Path place) throws OutputException {
        return place == null ? Optional.empty() : Optional.of(OutputFile.at(option, place).sparing("the data", file));
    }

    /// Saves the report, and unless JSON was asked for prints it.
    private void tell(Report report, OutputFolder folder) throws IOException {
        report.saveIn(folder, PAGE);
        if (common.json()) return;
        common.out().print(TextRenderer.render(report));
        common.out().println("%n%s and %s, which holds it with this text, are in %s.".formatted(FitReport.FIGURE, PAGE,
                folder.path()));
        if (model != null) common.out().println("The network is in %s.".formatted(model));
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

    private DataFit fit(CsvTable table, FitSettings settings) {
        int column = target == null ? table.columns() - 1 : table.column(target);
        try (var _ = common.progress().during("fitting %d neurons to %d rows".formatted(neurons, table.rows()))) {
            return DataFit.of(table, column, settings);
        }
    }
}
