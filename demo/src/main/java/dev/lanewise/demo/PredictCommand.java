package dev.lanewise.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import dev.lanewise.demo.data.Columns;
import dev.lanewise.demo.data.CsvRows;
import dev.lanewise.demo.model.BatchPredictor;
import dev.lanewise.demo.model.CsvListing;
import dev.lanewise.demo.model.InputColumns;
import dev.lanewise.demo.model.JsonListing;
import dev.lanewise.demo.report.OutputFile;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.demo.terminal.Json;
import dev.lanewise.demo.terminal.TerminalOptions;
import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lanewise predict`: what a saved network makes of the rows of a file.
@Command(name = "predict", sortOptions = false, //
        header = "Predicts the rows of a file with a saved network.", //
        description = {"", "Prints every column of the file and behind them the predictions, as CSV, with a header if "
                + "the file has one. Rows are read as they are needed, so the file may be of any length.", "",
                "The inputs are the columns that were inputs of the fit: by their names, in whatever order, where the "
                        + "model and the file have names; else all columns in the order of the fit, but those that "
                        + "--target names.",
                "", "Where a row is wrong, those before it have been printed; a file of --out appears only when it is "
                        + "complete.",
                ""}, //
        footer = {"", "Examples:", //
                "  lanewise fit houses.csv --save houses.npz", //
                "  lanewise predict houses.npz new-houses.csv", //
                "  lanewise predict houses.npz houses.csv --target price --out predicted.csv"})
final class PredictCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MODEL", description = "A network that fit --save or ModelFile has saved.")
    private Path model;

    @Parameters(index = "1", paramLabel = "FILE.csv", description = "Numbers with commas between them; the first line "
            + "is a header if a field of it is not a number.")
    private Path file;

    @Option(names = "--target", paramLabel = "COLUMN", description = "A column that is no input: a name of the header "
            + "or a number from 1. May be given several times.")
    private List<String> targets = List.of();

    @Option(names = "--out", paramLabel = "OUT.csv", description = "Writes to this file instead of standard output.")
    private Path out;

    @Mixin
    private TerminalOptions terminal;

    @Override
    public Integer call() throws IOException {
        Optional<OutputFile> place = out == null
                ? Optional.empty()
                : Optional.of(OutputFile.at("--out", out).sparing("the data", file).sparing("the model", model));
        ModelFile saved = load();
        Network network = saved.network();
        List<String> names = saved.inputNames();
        try (CsvRows rows = CsvRows.open(file)) {
            Columns columns = rows.columns();
            if (columns.headerHoldsNumbers()) {
                terminal.warn("line 1 of %s is taken for a header, because a field of it is not a number".formatted(
                        file));
            }
            int[] left = targets.stream().mapToInt(columns::indexOf).toArray();
            BatchPredictor predictor = names.isEmpty() || columns.header().isEmpty()
                    ? BatchPredictor.of(network, model.toString(), columns, left)
                    : BatchPredictor.of(network, columns.count(), new InputColumns(model.toString(), names).in(columns
                            .source(), columns.header(), left));
            try (var _ = terminal.progress().during("predicting the rows of " + file)) {
                if (place.isPresent()) {
                    write(predictor, rows, place.get());
                } else {
                    print(predictor, rows);
                }
            }
        }
        return 0;
    }

    private ModelFile load() {
        if (model.toString().isEmpty()) throw new InputException("the name of the model is empty");
        try {
            return ModelFile.read(model);
        } catch (IOException e) {
            throw InputException.unreadable(model, e);
        }
    }

    private void write(BatchPredictor predictor, CsvRows rows, OutputFile place) throws IOException {
        AtomicLong count = new AtomicLong();
        place.write(draft -> CsvListing.write(draft, rows.columns(), predictor.outputs(), listing -> count.set(predictor
                .run(rows, listing))));
        if (terminal.json()) {
            Json.print(terminal.out(), json -> json.field("outputs", predictor.outputs()).field("rows", count.get()));
        } else {
            terminal.out().println("The predictions of %d %s are in %s.".formatted(count.get(), count.get() == 1
                    ? "row"
                    : "rows", place.path()));
        }
    }

    private void print(BatchPredictor predictor, CsvRows rows) throws IOException {
        if (terminal.json()) {
            AtomicLong count = new AtomicLong();
            Json.print(terminal.out(), json -> json.field("outputs", predictor.outputs())
                    .rows("predictions", each -> count.set(predictor.run(rows, new JsonListing(terminal.out(), each))))
                    .field("rows", count.get()));
        } else {
            CsvListing.print(terminal.out(), rows.columns(), predictor.outputs(), listing -> predictor.run(rows,
                    listing));
        }
    }
}
