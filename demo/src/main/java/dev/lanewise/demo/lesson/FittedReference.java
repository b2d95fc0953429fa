package dev.lanewise.demo.lesson;

import java.util.Arrays;

import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.random.NumpyRandom;

/// Fits of the lesson's samples that its networks are compared with.
final class FittedReference {
    private FittedReference() {}

    /// The RMSE of the best straight line.
    static double straightLine() {
        Samples samples = Samples.ofTheLesson();
        int rows = samples.x().length;
        Matrix line = Matrix.zeros(rows, 2);
        for (int i = 0; i < rows; i++) {
            line.set(i, 0, 1);
            line.set(i, 1, samples.x()[i]);
        }
        return LeastSquares.solve(line, samples.y()).residualNorm() / Math.sqrt(rows);
    }

    /// ReLU neurons relu(x − c) whose kinks c are uniform in [0, 10).
    static FittedNetwork kinkedRelu(int neurons, long seed) {
        double[] bias = Arrays.stream(new NumpyRandom(seed).rand(neurons)).map(u -> -10 * u).toArray();
        double[] ones = new double[neurons];
        Arrays.fill(ones, 1);
        Network hidden = Network.input(1).dense(Matrix.wrap(neurons, 1, ones), bias, Activation.RELU).build();
        return FittedNetwork.of(hidden, Samples.ofTheLesson(), true, RankRule.numpy());
    }
}
