package dev.lanewise.demo;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The lesson.
@Command(name = LessonCommand.NAME, header = "The lesson.")
final class LessonCommand implements Callable<Integer> {
    static final String NAME = "lesson";

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        common.out().println("lesson");
        return 0;
    }
}
