package dev.lanewise.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.lanewise.Lanewise;
import dev.lanewise.demo.lesson.Chapter;
import dev.lanewise.demo.lesson.FittedNetwork;
import dev.lanewise.demo.lesson.Lesson;
import dev.lanewise.demo.report.OutputException;
import dev.lanewise.demo.report.OutputFolder;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.TextRenderer;
import dev.lanewise.demo.terminal.CommonOptions;
import dev.lanewise.demo.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The lesson: printed chapter by chapter, with figures and one page that holds it all.
@Command(name = LessonCommand.NAME, header = "Tells what a network of random neurons can do, with figures.", //
        description = {"", "Ten random tanh neurons fitted to x·sin x, exactly as with NumPy, and what lies beyond: "
                + "activations, depth, more neurons, and the universal approximation theorem.", ""})
final class LessonCommand implements Callable<Integer> {
    static final String NAME = "lesson";

    private static final String PAGE = "report.html";

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws OutputException {
        Optional<OutputFolder> folder = common.folder();
        Lesson lesson = Lesson.compute();
        if (folder.isPresent()) write(tell(lesson), folder.get());
        if (common.json()) print(lesson);
        return 0;
    }

    private void print(Lesson lesson) {
        Json.print(common.out(), json -> json.field("backend", Lanewise.describe())
                .field("shallow", fit -> fields(fit, 1, lesson.shallow()))
                .field("deep", fit -> fields(fit, 2, lesson.deep())));
    }

    private static void fields(Json json, int layers, FittedNetwork fitted) {
        double[] coefficients = fitted.coefficients();
        json.field("neurons", coefficients.length).field("layers", layers)
                .field("rmse", fitted.rmse()).field("residualNorm", fitted.residualNorm())
                .field("maxError", fitted.maxError()).field("rank", fitted.fit().rank())
                .field("condition", fitted.condition()).field("coefficients", coefficients)
                .field("fit", fitted.values());
    }

    /// Computes chapter by chapter, and unless JSON was asked for prints each when it is ready.
    private Report tell(Lesson lesson) {
        Report opening = new Report(Lesson.TITLE, Lesson.lead(Lanewise.describe()), List.of());
        show(TextRenderer.render(opening));
        List<Section> sections = new ArrayList<>();
        for (Chapter chapter : lesson.chapters()) {
            try (var _ = common.progress().during(chapter.work())) {
                sections.add(chapter.tell());
            }
            show("\n" + TextRenderer.render(sections.getLast(), sections.size()));
        }
        return new Report(opening.title(), opening.lead(), sections);
    }

    private void show(String text) {
        if (common.json()) return;
        PrintWriter out = common.out();
        out.print(text);
        out.flush();
    }

    private void write(Report report, OutputFolder folder) throws OutputException {
        report.saveIn(folder, PAGE);
        show("\nThe %d figures and %s, which holds them with this text, are in %s.%n".formatted(
                report.pictures().size(),
                PAGE, folder.path()));
    }
}
