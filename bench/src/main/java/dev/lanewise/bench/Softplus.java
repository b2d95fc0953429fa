package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = ln(1 + e^xᵢ)? The formula max(x, 0) + log1p(exp(−|x|)) is within about 2 ulp.
public class Softplus extends ElementwiseQuestion {
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
        ArrayActivations.softplus(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.SOFTPLUS, n, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] math() {
        PlainLoops.softplus(x, y);
        return y;
    }
}
