package dev.lanewise.demo.lesson;

import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;

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
        return FittedNetwork.of(RandomKinks.hidden(neurons, 10, seed), Samples.ofTheLesson(), true, RankRule.numpy());
    }
}
