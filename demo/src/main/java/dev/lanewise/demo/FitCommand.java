package dev.lanewise.demo;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The fit.
@Command(name = "fit", header = "The fit.")
final class FitCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Json.print(common.out(), json -> json.field("rows", 0));
        return 0;
    }
}
