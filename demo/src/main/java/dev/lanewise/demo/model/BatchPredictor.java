package dev.lanewise.demo.model;

import java.util.stream.IntStream;

import dev.lanewise.demo.data.Columns;
import dev.lanewise.demo.data.CsvRows;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Network;

/// What a network makes of the rows of a file, some hundred at a time, in memory that does not depend on how many there
/// are. The rows have the bits that they would have alone.
public final class BatchPredictor {
    /// Rows that are read before they are computed together.
    private static final int BATCH = 512;
    /// Numbers that a batch may have where rows are wide.
    private static final int MOST_NUMBERS = 1 << 20;

    private final Network network;
    private final int[] inputs;
    private final Matrix rows;

    private BatchPredictor(Network network, int columns, int[] inputs) {
        this.network = network;
        this.inputs = inputs;
        int batch = Math.clamp(MOST_NUMBERS / Math.max(columns, network.outputs()), 1, BATCH);
        rows = Matrix.zeros(batch, columns);
    }

    /// A predictor for a file.
    ///
    /// @param network the network
    /// @param model how messages name it
    /// @param columns the columns of the file
    /// @param targets the columns that are no inputs, from 0
    /// @return the predictor
    /// @throws InputException if there are not as many inputs as the network takes
    public static BatchPredictor of(Network network, String model, Columns columns, int... targets) {
        int[] inputs = IntStream.range(0, columns.count()).filter(j -> IntStream.of(targets).noneMatch(t -> t == j))
                .toArray();
        if (inputs.length == network.inputs()) return new BatchPredictor(network, columns.count(), inputs);
        String left = targets.length == 0 ? "" : ", %d without the target".formatted(inputs.length);
        String hint = targets.length == 0 && inputs.length == network.inputs() + 1
                ? " (if one of them is the target, name it: --target COLUMN)"
                : columns.count() == 1 ? Columns.COMMAS : "";
        throw new InputException("%s takes %s but %s has %s%s%s".formatted(model, count(network.inputs(), "input"),
                columns.source(), count(columns.count(), "column"), left, hint));
    }

    /// A predictor whose inputs are known.
    ///
    /// @param network the network
    /// @param columns how many columns the file has
    /// @param inputs the columns that are inputs, from 0, in the order of the network
    /// @return the predictor
    public static BatchPredictor of(Network network, int columns, int... inputs) {
        return new BatchPredictor(network, columns, inputs);
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    /// How many predictions a row has.
    ///
    /// @return at least 1
    public int outputs() {
        return network.outputs();
    }

    /// Reads, computes and passes on all rows, as long as they are wanted.
    ///
    /// @param source the rows of the file
    /// @param listing where they go
    /// @return how many there were
    /// @throws InputException if a row is not what it should be
    public long run(CsvRows source, PredictionListing listing) {
        long count = 0;
        for (int n = rows.rows(); n == rows.rows() && listing.isWanted();) {
            n = read(source);
            Matrix y = network.predict(inputs(n));
            for (int i = 0; i < n; i++) listing.row(rows.row(i), y.row(i));
            count += n;
        }
        return count;
    }

    /// Fills the batch, and says how many rows there were for it.
    private int read(CsvRows source) {
        int n = 0;
        while (n < rows.rows() && source.next(rows.array(), n * rows.cols())) n++;
        return n;
    }

    /// The inputs among the first n rows.
    private Matrix inputs(int n) {
        Matrix x = Matrix.zeros(n, inputs.length);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < inputs.length; j++) x.set(i, j, rows.get(i, inputs[j]));
        }
        return x;
    }
}
