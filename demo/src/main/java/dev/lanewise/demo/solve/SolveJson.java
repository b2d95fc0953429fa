package dev.lanewise.demo.solve;

import java.io.PrintWriter;

import dev.lanewise.demo.terminal.Json;
import dev.lanewise.linalg.FitFlag;

/// A regression for a program to read.
public final class SolveJson {
    private SolveJson() {}

    /// Prints one object in one line; what is not known, such as the standard errors of a ridge, is null.
    ///
    /// @param out where to
    /// @param regression the regression
    public static void print(PrintWriter out, Regression regression) {
        Regression.Estimate found = regression.estimate;
        Json.print(out, json -> json.field("coefficients", found.coefficients())
                .field("standardErrors", found.standardErrors()).field("names", found.names())
                .field("rank", found.rank()).field("condition", found.condition())
                .field("residualStdDev", found.residualDeviation()).field("r2", found.r2())
                .field("rss", found.sumOfSquares())
                .field("flags", found.flags().stream().map(FitFlag::name).toList())
                .field("uniqueSolution", found.unique()));
    }
}
