package dev.lanewise.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.lanewise.demo.model.Inspection;
import dev.lanewise.demo.model.InspectionJson;
import dev.lanewise.demo.report.OutputFolder;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.TextRenderer;
import dev.lanewise.demo.terminal.CommonOptions;
import dev.lanewise.demo.terminal.TerminalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lanewise inspect`: what is in a file of weights or arrays, whoever wrote it.
@Command(name = "inspect", sortOptions = false, //
        header = "Shows what is in a file of weights or arrays.", //
        description = {"",
                "Of every array: name, type, shape, order, bytes, least and largest number, and how many are "
                        + "NaN; of a network of Lanewise its layers too. Nothing in a file is run, and no name in it steers "
                        + "the terminal.",
                ""}, //
        footer = {"", "Examples:", //
                "  lanewise inspect houses.npz --out houses      its picture, and a page", //
                "  lanewise inspect model.safetensors --json"})
final class InspectCommand implements Callable<Integer> {
    private static final String PAGE = "inspect.html";

    @Parameters(paramLabel = "MODEL", description = "A .npz, .npy or safetensors file.")
    private Path model;

    @Option(names = "--out", paramLabel = "DIR", description = "Writes a page to this folder, and of a network its "
            + "picture.")
    private Path out;

    @Mixin
    private TerminalOptions terminal;

    @Override
    public Integer call() throws IOException {
        Optional<OutputFolder> folder = out == null ? Optional.empty() : Optional.of(CommonOptions.folder(out));
        Inspection inspection;
        try (var _ = terminal.progress().during("reading " + model)) {
            inspection = Inspection.of(model);
        }
        inspection.fault().ifPresent(terminal::warn);
        Report report = inspection.report();
        if (folder.isPresent()) report.saveIn(folder.get(), PAGE);
        if (terminal.json()) {
            InspectionJson.print(terminal.out(), inspection);
        } else {
            terminal.out().print(TextRenderer.render(folder.isPresent() ? report : report.withoutPictures()));
        }
        return 0;
    }
}
