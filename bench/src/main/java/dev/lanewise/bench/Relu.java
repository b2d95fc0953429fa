package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = max(xᵢ, 0)? A read and a write, so 16n/ns is GB/s.
public class Relu extends ElementwiseQuestion {
    /// Compares all results.
    @Setup
    public void setUp() {
        draw();
        double[] expected = lanewise().clone();
        Agreement.withinUlps("scalarTwin", 0, expected, scalarTwin());
        Agreement.withinUlps("math", 0, expected, math());
        Agreement.withinUlps("vectorApi", 0, expected, vectorApi());
    }

    @Benchmark
    public double[] lanewise() {
        ArrayMath.relu(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.RELU, n, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] math() {
        PlainLoops.relu(x, y);
        return y;
    }

    @Benchmark
    public double[] vectorApi() {
        VectorMath.relu(x, y);
        return y;
    }
}
