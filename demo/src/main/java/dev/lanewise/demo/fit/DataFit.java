package dev.lanewise.demo.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import dev.lanewise.demo.data.CsvTable;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Readout;

/// A network fitted to a table, and what came of it.
public final class DataFit {
    /// Elements that fit an array, with room for the kernels' padding.
    private static final long LARGEST_MATRIX = Integer.MAX_VALUE - 1024;

    final String source;
    final Dataset data;
    final FitSettings settings;
    final Split split;
    final Errors trainErrors;
    final Errors testErrors;
    final double[] predictions;
    private final List<String> header;

    private final Readout readout;

    private DataFit(String source, List<String> header, Dataset data, FitSettings settings) {
        this.source = source;
        this.header = header;
        this.data = data;
        this.settings = settings;
        split = Split.draw(data.rows(), settings.testFraction(), settings.seed());
        Dataset train = data.select(split.train());
        readout = readout(hidden(train), train.x(), train.y());
        predictions = predict(data.x());
        trainErrors = errors(split.train());
        testErrors = split.hasTest() ? errors(split.test()) : null;
    }

    /// Draws the network and fits it.
    ///
    /// @param table the data
    /// @param target the column to be fitted, from 0; all others are inputs
    /// @param settings the network
    /// @return the fit
    /// @throws InputException if data and settings do not go together
    public static DataFit of(CsvTable table, int target, FitSettings settings) {
        Dataset data = Dataset.of(table, target);
        if (settings.initialisation() == Initialisation.LESSON && data.inputs() != 1) {
            throw new InputException("--init lesson is a construction for one input, but %s has %d (use --init normal)"
                    .formatted(table.source(), data.inputs()));
        }
        long neurons = settings.neurons();
        long tallest = Math.max(data.rows(), settings.layers() == 1 ? data.inputs() : neurons);
        if (tallest * (neurons + 1) > LARGEST_MATRIX) {
            throw new InputException("%d neurons are too many for %d rows and %d inputs: their matrix does not fit one "
                    .formatted(neurons, data.rows(), data.inputs()) + "array");
        }
        return new DataFit(table.source(), table.header(), data, settings);
    }

    /// The hidden layers, which take inputs in the user's units.
    private Network hidden(Dataset train) {
        Network drawn = settings.initialisation().hidden(data.inputs(), settings);
        if (!settings.initialisation().standardises()) return drawn;
        Network.Builder scaled = Network.input(data.inputs()).scaleInputs(Standardiser.of(train));
        drawn.layers().forEach(scaled::dense);
        return scaled.build();
    }

    /// Fits the output layer, and says in the user's terms why it cannot be done.
    private Readout readout(Network hidden, Matrix x, double[] y) {
        try {
            return Readout.fit(hidden, x, y, settings.initialisation().hasOutputBias(), settings.rankRule());
        } catch (ArithmeticException e) {
            throw new InputException(settings.rank() == RankChoice.NONE
                    ? "--rank none does not work here: some neuron depends on the others exactly, or a coefficient is "
                            + "beyond the largest double (use --rank scaled)"
                    : "the numbers of the target, %s, are too large: a coefficient is beyond the largest double"
                            .formatted(data.targetName()));
        } catch (IllegalArgumentException e) {
            // Data are finite, so what is not can only have grown on its way through the layers.
            if (Arrays.stream(hidden.predict(x).toArray()).allMatch(Double::isFinite)) throw e;
            throw new InputException("the outputs of %d layers of %s are beyond the largest double (use fewer layers, "
                    .formatted(settings.layers(), settings.activation().name().toLowerCase(Locale.ROOT))
                    + "or tanh or sigmoid)");
        }
    }

    /// What the network makes of inputs in the user's units, one in each row.
    double[] predict(Matrix x) {
        return network().predict(x).column(0);
    }

    private Errors errors(int[] rows) {
        return Errors.of(IntStream.of(rows).mapToDouble(i -> data.y()[i]).toArray(),
                IntStream.of(rows).mapToDouble(i -> predictions[i]).toArray());
    }

    /// The least-squares answer.
    Fit answer() {
        return readout.fit();
    }

    /// The fitted network, from inputs in the user's units to the prediction: what is to be saved.
    ///
    /// @return the network, which standardises its inputs if the initialisation does
    public Network network() {
        return readout.network();
    }

    /// What the inputs are called in the header of the file: what is to be saved with the network.
    ///
    /// @return a name for each input, or an empty list where there is no header, or not a name of its own for each
    public List<String> savedNames() {
        List<String> names = data.inputNames();
        boolean told = header.containsAll(names) && names.stream().distinct().count() == names.size();
        return told && names.stream().noneMatch(name -> name.indexOf('\0') >= 0) ? names : List.of();
    }

    /// σ₁/σₙ of the least-squares matrix as it is, ∞ where σₙ is 0.
    double condition() {
        double[] sigma = answer().singularValues();
        return sigma[0] / sigma[sigma.length - 1];
    }
}
