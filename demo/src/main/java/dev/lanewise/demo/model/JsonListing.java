package dev.lanewise.demo.model;

import java.io.PrintWriter;
import java.util.function.Consumer;

/// The predictions of each row as an array, for a program to read.
///
/// @param out where they are printed
/// @param rows takes the predictions
public record JsonListing(PrintWriter out, Consumer<double[]> rows) implements PredictionListing {
    @Override
    public void row(double[] columns, double[] predictions) {
        rows.accept(predictions);
    }

    @Override
    public boolean isWanted() {
        return !out.checkError();
    }
}
