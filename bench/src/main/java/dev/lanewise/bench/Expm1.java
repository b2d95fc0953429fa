package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = e^xᵢ − 1? Ours is within 0.71 ulp.
public class Expm1 extends ElementwiseQuestion {
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
        ArrayMath.expm1(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.EXPM1, n, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] math() {
        PlainLoops.expm1(x, y);
        return y;
    }

    @Benchmark
    public double[] vectorApi() {
        VectorMath.expm1(x, y);
        return y;
    }
}
