package dev.lanewise.demo;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

import dev.lanewise.demo.report.OutputFolder;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.TextRenderer;
import dev.lanewise.demo.speed.Measurements;
import dev.lanewise.demo.speed.SpeedJson;
import dev.lanewise.demo.speed.SpeedReport;
import dev.lanewise.demo.speed.SpeedTrial;
import dev.lanewise.demo.terminal.CommonOptions;
import dev.lanewise.demo.terminal.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lanewise speed`: the limits of this machine, and how near each kernel of the engine comes to them.
@Command(name = SpeedCommand.NAME, sortOptions = false, //
        header = "Measures this machine, and how near the engine comes to its limits.", //
        description = {"", "Multiply-adds in registers, reading from each cache and from memory, and then every "
                + "kernel: as a share of the limit that binds it, and beside the plain loop. One thread, less than a "
                + "minute.", "",
                "Let nothing else run meanwhile. Vectors are used from the first call on, where the engine would begin with "
                        + "plain loops. -Dlanewise.backend=128, 256, 512 or scalar, given to Java, measures "
                        + "another backend.",
                ""}, //
        footer = {"", "Examples:", //
                "  lanewise speed                figures and speed.html go to lanewise-out/", //
                "  lanewise speed --json         peakGflops, bandwidthGBs and kernels"})
final class SpeedCommand implements Callable<Integer> {
    static final String NAME = "speed";
    private static final String PAGE = "speed.html";

    private final Function<Progress, Measurements> test;

    @Mixin
    private CommonOptions common;

    /// The command as the program has it.
    SpeedCommand() {
        this(progress -> SpeedTrial.usual().run(progress));
    }

    /// The command with other measurements.
    SpeedCommand(Function<Progress, Measurements> test) {
        this.test = test;
    }

    @Override
    public Integer call() throws IOException {
        Optional<OutputFolder> folder = common.folder();
        Measurements measured = test.apply(common.progress());
        if (folder.isPresent()) tell(SpeedReport.of(measured), folder.get());
        if (common.json()) SpeedJson.print(common.out(), measured);
        return 0;
    }

    /// Saves the report, and unless JSON was asked for prints it.
    private void tell(Report report, OutputFolder folder) throws IOException {
        report.saveIn(folder, PAGE);
        if (common.json()) return;
        common.out().print(TextRenderer.render(report));
        common.out().println("%n%s and %s, which holds it with this text, are in %s.".formatted(SpeedReport.FIGURE,
                PAGE, folder.path()));
    }
}
