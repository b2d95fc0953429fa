package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = erf xᵢ? Java has none.
public class Erf extends ElementwiseQuestion {
    /// Compares all results.
    @Setup
    public void setUp() {
        draw();
        double[] expected = lanewise().clone();
        Agreement.withinUlps("scalarTwin", 0, expected, scalarTwin());
    }

    @Benchmark
    public double[] lanewise() {
        ArrayMath.erf(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.ERF, n, x, 0, y, 0);
        return y;
    }
}
