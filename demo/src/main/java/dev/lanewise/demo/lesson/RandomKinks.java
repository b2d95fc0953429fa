package dev.lanewise.demo.lesson;

import java.util.Arrays;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.random.NumpyRandom;

/// ReLUs that bend where the data are.
final class RandomKinks {
    private RandomKinks() {}

    /// One hidden layer of relu(x − c), with kinks c uniform in [0, end).
    static Network hidden(int neurons, double end, long seed) {
        double[] bias = Arrays.stream(new NumpyRandom(seed).rand(neurons)).map(u -> -end * u).toArray();
        double[] ones = new double[neurons];
        Arrays.fill(ones, 1);
        return Network.input(1).dense(Matrix.wrap(neurons, 1, ones), bias, Activation.RELU).build();
    }
}
