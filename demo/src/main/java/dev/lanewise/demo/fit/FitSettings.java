package dev.lanewise.demo.fit;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;

/// What network to draw, and how to fit it.
///
/// @param neurons neurons in each hidden layer, at least 1
/// @param layers hidden layers, at least 1
/// @param activation of every hidden layer
/// @param initialisation how the hidden layers are drawn
/// @param seed of the generator, 0 to 4294967295
/// @param rank how rank is decided; null for what the initialisation does by default
/// @param testFraction the part of the rows that is held out, in [0, 1)
public record FitSettings(int neurons, int layers, Activation activation, Initialisation initialisation, long seed,
        RankChoice rank, double testFraction) {
    private static final long LARGEST_SEED = 0xffff_ffffL;

    /// Checks the numbers, which are a user's.
    ///
    /// @throws InputException if one is out of its range
    public FitSettings {
        if (neurons < 1) throw new InputException("--neurons is %d, but a layer needs at least 1".formatted(neurons));
        if (layers < 1) throw new InputException("--layers is %d, but a network needs at least 1".formatted(layers));
        if (seed < 0 || seed > LARGEST_SEED) {
            throw new InputException("--seed is %d, but NumPy's seeds are 0 to %d".formatted(seed, LARGEST_SEED));
        }
        if (!(testFraction >= 0 && testFraction < 1)) {
            throw new InputException("--test is %s, but a part of the rows is at least 0 and less than 1".formatted(
                    testFraction));
        }
    }

    /// The rule for the rank: the chosen one, or that of the initialisation.
    RankRule rankRule() {
        return rank == null ? initialisation.rankRule() : rank.rule();
    }

    /// How many coefficients the least-squares problem has: a weight for each neuron, and the bias.
    int coefficients() {
        return neurons + (initialisation.hasOutputBias() ? 1 : 0);
    }
}
