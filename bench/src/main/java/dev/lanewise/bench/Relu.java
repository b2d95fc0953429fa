package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.openjdk.jmh.annotations.Benchmark;

/// How fast is yᵢ = max(xᵢ, 0)? A read and a write, so 16n/ns is GB/s.
public class Relu extends ElementwiseQuestion {
    /// States the question.
    public Relu() {
        super(ArrayMath::relu, Elementwise.RELU, 0, v -> Math.max(v, 0.0));
    }

    @Override
    void compareOthers(double[] expected, double ulps) {
        agrees("vectorApi", ulps, expected, this::vectorApi);
    }

    @Benchmark
    public double[] vectorApi() {
        VectorMath.relu(x, y);
        return y;
    }
}
