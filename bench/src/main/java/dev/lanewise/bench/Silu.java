package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = xᵢ·σ(xᵢ)? The formula with an exponential is within about 3 ulp.
public class Silu extends ElementwiseQuestion {
    /// Compares all results.
    @Setup
    public void setUp() {
        draw();
        double[] expected = lanewise().clone();
        Agreement.withinUlps("scalarTwin", 0, expected, scalarTwin());
        Agreement.withinUlps("math", 4, expected, math());
    }

    @Benchmark
    public double[] lanewise() {
        ArrayActivations.silu(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.SILU, n, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] math() {
        PlainLoops.silu(x, y);
        return y;
    }
}
