package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = e^xᵢ? Ours is within 0.65 ulp, `Math.exp` and the vector function within 1.
public class Exp extends ElementwiseQuestion {
    /// Compares all results.
    @Setup
    public void setUp() {
        draw();
        double[] expected = lanewise().clone();
        Agreement.withinUlps("scalarTwin", 0, expected, scalarTwin());
        Agreement.withinUlps("math", 4, expected, math());
        Agreement.withinUlps("vectorApi", 4, expected, vectorApi());
    }

    @Benchmark
    public double[] lanewise() {
        ArrayMath.exp(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.EXP, n, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] math() {
        PlainLoops.exp(x, y);
        return y;
    }

    @Benchmark
    public double[] vectorApi() {
        VectorMath.exp(x, y);
        return y;
    }
}
