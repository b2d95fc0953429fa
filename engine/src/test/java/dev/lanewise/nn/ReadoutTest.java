package dev.lanewise.nn;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// An output layer is the least-squares solution over what the hidden layers answer.
class ReadoutTest {
    private static final int ROWS = 40;

    private final Samples samples = new Samples(5);
    private final Network hidden = TextbookNetwork.drawn(samples, new int[] {3, 6}, Activation.TANH).network();
    private final Matrix x = Matrix.wrap(ROWS, 3, samples.uniform(3 * ROWS));
    private final Matrix y = Matrix.wrap(ROWS, 2, samples.uniform(2 * ROWS));

    /// The outputs of the hidden layers, and a column of ones behind them if there is a bias.
    private Matrix design(boolean bias) {
        Matrix h = hidden.predict(x), design = Matrix.zeros(ROWS, bias ? 7 : 6);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < design.cols(); j++) design.set(i, j, j < 6 ? h.get(i, j) : 1.0);
        }
        return design;
    }

    @Test
    void severalOutputs() {
        for (boolean bias : new boolean[] {true, false}) {
            Readout readout = Readout.fit(hidden, x, y, bias, RankRule.numpy());
            Fit fit = LeastSquares.of(design(bias)).rank(RankRule.numpy()).solve(y);
            assertEquals(fit.coefficients(), readout.fit().coefficients());
            assertEquals("3 → 6 TANH → 2 IDENTITY", readout.network().toString());
            Dense output = readout.network().layers().getLast();
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 6; k++) assertEquals(fit.coefficients().get(k, j), output.weights().get(j, k));
                assertEquals(bias ? fit.coefficients().get(6, j) : 0.0, output.bias()[j]);
            }
        }
    }

    @Test
    void oneOutputIsAColumn() {
        double[] first = new double[ROWS];
        for (int i = 0; i < ROWS; i++) first[i] = y.get(i, 0);
        Network one = Readout.fit(hidden, x, first, true, RankRule.numpy()).network();
        Matrix column = Matrix.wrap(ROWS, 1, first);
        assertEquals(Readout.fit(hidden, x, column, true, RankRule.numpy()).network().predict(x), one.predict(x));
    }

    /// Outputs that the hidden neurons can make exactly come out again, up to rounding.
    @Test
    void whatTheNeuronsCanMakeIsFound() {
        double[] weights = {1, -2, 3, 0.5, -0.25, 4};
        Network made = Network.input(3).dense(hidden.layers().getFirst()).dense(Matrix.wrap(1, 6, weights),
                new double[] {7}, Activation.IDENTITY).build();
        Network found = Readout.fit(hidden, x, made.predict(x), true, RankRule.numpy()).network();
        Bits.assertSame(made.layers().getFirst().weights().array(), found.layers().getFirst().weights().array(),
                "the hidden layer is as it was");
        double[] expected = made.predict(new double[] {0.1, 0.2, 0.3});
        assertEquals(expected[0], found.predict(new double[] {0.1, 0.2, 0.3})[0], 1e-10);
    }

    @Test
    void rowsMustFit() {
        refused("Readout: X has 40 rows but Y has 39", () -> Readout.fit(hidden, x, new double[39], true, RankRule
                .numpy()));
    }
}
