package dev.lanewise.demo.fit;

import java.io.PrintWriter;

import dev.lanewise.demo.terminal.Json;

/// The figures of a fit for a program to read.
public final class FitJson {
    private FitJson() {}

    /// Prints one object in one line; `testRmse` is there only where rows were held out.
    ///
    /// @param out where to
    /// @param fit the fit
    public static void print(PrintWriter out, DataFit fit) {
        Json.print(out, json -> {
            json.field("rows", fit.data.rows()).field("inputs", fit.data.inputs())
                    .field("neurons", fit.settings.neurons()).field("layers", fit.settings.layers())
                    .field("rank", fit.answer().rank()).field("condition", fit.condition())
                    .field("rmse", fit.trainErrors.rmse()).field("residualNorm", fit.trainErrors.residualNorm())
                    .field("maxError", fit.trainErrors.maxError()).field("r2", fit.trainErrors.r2())
                    .field("uniqueSolution", fit.answer().isUnique());
            if (fit.split.hasTest()) json.field("testRmse", fit.testErrors.rmse());
        });
    }
}
