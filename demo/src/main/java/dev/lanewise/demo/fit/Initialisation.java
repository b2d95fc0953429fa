package dev.lanewise.demo.fit;

import dev.lanewise.demo.lesson.LessonNetwork;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;

/// How the hidden layers are drawn, and what goes with it.
public enum Initialisation {
    /// The lesson's construction, [LessonNetwork], with its one input as it is. The output has no bias, and NumPy's
    /// rule decides the rank.
    LESSON(false, RankRule.numpy()) {
        @Override
        Network hidden(int inputs, FitSettings settings) {
            return LessonNetwork.hidden(settings.neurons(), settings.layers(), settings.activation(), settings.seed());
        }
    },
    /// Inputs of mean 0 and standard deviation 1, fully connected layers of N(0, 1) weights with spread biases, and an
    /// output with a bias.
    NORMAL(true, RankRule.scaled()) {
        @Override
        Network hidden(int inputs, FitSettings settings) {
            NumpyRandom random = new NumpyRandom(settings.seed());
            Network.Builder network = Network.input(inputs);
            for (int layer = 1; layer <= settings.layers(); layer++) {
                int width = layer == 1 ? inputs : settings.neurons();
                network.dense(RandomLayer.normal(random, width, settings.neurons(), settings.activation()));
            }
            return network.build();
        }
    };

    private final boolean isStandardised;
    private final RankRule rankRule;

    Initialisation(boolean isStandardised, RankRule rankRule) {
        this.isStandardised = isStandardised;
        this.rankRule = rankRule;
    }

    /// Draws the hidden layers from the seed of the settings.
    abstract Network hidden(int inputs, FitSettings settings);

    /// Whether the inputs are brought to mean 0 and standard deviation 1.
    boolean standardises() {
        return isStandardised;
    }

    /// Whether the output layer has a bias.
    boolean hasOutputBias() {
        return isStandardised;
    }

    /// The rule for the rank where the user names none.
    RankRule rankRule() {
        return rankRule;
    }
}
