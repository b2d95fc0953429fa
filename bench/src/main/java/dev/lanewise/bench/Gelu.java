package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = xᵢ·Φ(xᵢ)? Java has no erf to write it with.
public class Gelu extends ElementwiseQuestion {
    /// Compares all results.
    @Setup
    public void setUp() {
        draw();
        double[] expected = lanewise().clone();
        Agreement.withinUlps("scalarTwin", 0, expected, scalarTwin());
    }

    @Benchmark
    public double[] lanewise() {
        ArrayActivations.gelu(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.GELU, n, x, 0, y, 0);
        return y;
    }
}
