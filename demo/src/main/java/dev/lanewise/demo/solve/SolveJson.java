package dev.lanewise.demo.solve;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

import dev.lanewise.demo.terminal.Json;
import dev.lanewise.linalg.FitFlag;

/// A regression for a program to read.
public final class SolveJson {
    private SolveJson() {}

    /// Prints one object in one line; what is not known, such as the standard errors of a ridge, is null. Behind the fields
    /// that there always are stand those that need the rows once more, unless that would be another reading.
    ///
    /// @param out where to
    /// @param regression the regression
    /// @param residuals its residuals, or null
    public static void print(PrintWriter out, Regression regression, Residuals residuals) {
        Json.print(out, json -> {
            print(json, regression.estimate);
            if (residuals != null) print(json, regression.data.unit(), residuals.influence());
        });
    }

    private static void print(Json json, Estimate found) {
        json.field("coefficients", found.coefficients())
                .field("standardErrors", found.standardErrors()).field("names", found.names())
                .field("rank", found.rank()).field("condition", found.condition())
                .field("residualStdDev", found.residualDeviation()).field("r2", found.r2())
                .field("rss", found.sumOfSquares())
                .field("flags", flags(found)).field("uniqueSolution", found.unique());
    }

    private static List<String> flags(Estimate found) {
        Stream<String> ofRows = found.drowned() ? Stream.of(LightRows.NAME) : Stream.empty();
        return Stream.concat(found.flags().stream().map(FitFlag::name), ofRows).toList();
    }

    private static void print(Json json, String unit, Influence influence) {
        json.field("leaveOneOutRmse", influence.rootMeanSquare());
        json.field("largestLeverages", influence.largest(), (object, row) -> object.field(unit, row.number()).field(
                "leverage", row.leverage()).field("residual", row.residual()).field("leftOutResidual", row.leftOut()));
    }
}
