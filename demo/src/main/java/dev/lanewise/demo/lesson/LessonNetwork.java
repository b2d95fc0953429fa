package dev.lanewise.demo.lesson;

import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;

/// The lesson's construction: one input, neurons with `rand` weights and then `rand` biases, layer by layer from one
/// generator; in the layers after the first each neuron sees one neuron, that of its own number.
public final class LessonNetwork {
    private LessonNetwork() {}

    /// Draws the hidden layers.
    ///
    /// @param neurons how many in each layer
    /// @param layers how many hidden layers, 1 or more
    /// @param activation of all of them
    /// @param seed of `np.random.seed`
    /// @return the hidden layers as a network of one input
    public static Network hidden(int neurons, int layers, Activation activation, long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        Network.Builder hidden = Network.input(1).dense(RandomLayer.uniform(random, neurons, activation));
        for (int layer = 2; layer <= layers; layer++) {
            hidden.dense(RandomLayer.uniformElementwise(random, neurons, activation));
        }
        return hidden.build();
    }
}
