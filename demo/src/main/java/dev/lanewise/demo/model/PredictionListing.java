package dev.lanewise.demo.model;

import java.io.UncheckedIOException;

/// Takes rows and their predictions as they come.
public interface PredictionListing {
    /// One row.
    ///
    /// @param columns the numbers of the file
    /// @param predictions what the network makes of them
    /// @throws UncheckedIOException if it cannot be written
    void row(double[] columns, double[] predictions);

    /// Whether somebody still reads.
    ///
    /// @return false where more rows would be in vain
    boolean isWanted();
}
