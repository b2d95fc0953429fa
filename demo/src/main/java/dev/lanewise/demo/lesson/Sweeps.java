package dev.lanewise.demo.lesson;

import java.util.List;
import java.util.stream.Stream;

import dev.lanewise.demo.lesson.NeuronSweep.Draw;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;

/// All sweeps that the lesson compares, each from 1 to 50 neurons with the lesson's seed.
///
/// @param tanh redrawn for each width, as all but those that say otherwise; rank by NumPy's rule
/// @param sigmoid the same with sigmoid
/// @param relu the same with ReLU
/// @param nestedTanh tanh, the first n neurons of one draw
/// @param nestedSigmoid the same with sigmoid
/// @param nestedRelu the same with ReLU
/// @param plain tanh, nested, every column used whatever its rank
/// @param band tanh with other seeds
record Sweeps(NeuronSweep tanh, NeuronSweep sigmoid, NeuronSweep relu, NeuronSweep nestedTanh,
        NeuronSweep nestedSigmoid, NeuronSweep nestedRelu, NeuronSweep plain, SeedBand band) {
    static final long SEED = 42;
    static final int WIDEST = 50;
    static final int SEEDS = 20;

    private record Plan(Activation activation, Draw draw, RankRule rule) {
        Plan(Activation activation, Draw draw) {
            this(activation, draw, RankRule.numpy());
        }

        NeuronSweep run() {
            return NeuronSweep.run(activation, draw, SEED, WIDEST, rule);
        }
    }

    /// Runs them all, on as many cores as there are.
    static Sweeps run() {
        List<NeuronSweep> done = Stream.of(
                new Plan(Activation.TANH, Draw.REDRAWN),
                new Plan(Activation.SIGMOID, Draw.REDRAWN),
                new Plan(Activation.RELU, Draw.REDRAWN),
                new Plan(Activation.TANH, Draw.NESTED),
                new Plan(Activation.SIGMOID, Draw.NESTED),
                new Plan(Activation.RELU, Draw.NESTED),
                new Plan(Activation.TANH, Draw.NESTED, RankRule.none())).parallel().map(Plan::run).toList();
        return new Sweeps(done.get(0), done.get(1), done.get(2), done.get(3), done.get(4), done.get(5), done.get(6),
                SeedBand.run(Activation.TANH, SEEDS, SeedBand.widthsUpTo(WIDEST)));
    }
}
