package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.util.FastMath;
import org.ojalgo.function.constant.PrimitiveMath;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = 1/(1 + e^(−xᵢ))? Ours is within 0.52 ulp; the formula is within about 2 where the exponential is
/// within 1. EJML has none.
public class Sigmoid extends ElementwiseQuestion {
    private R064Store ojAlgoX, ojAlgoY;

    /// Compares all results.
    @Setup
    public void setUp() {
        draw();
        ojAlgoX = Peers.ojAlgo(x);
        ojAlgoY = Peers.ojAlgo(new double[n]);
        double[] expected = lanewise().clone();
        Agreement.withinUlps("scalarTwin", 0, expected, scalarTwin());
        Agreement.withinUlps("math", 4, expected, math());
        Agreement.withinUlps("vectorApi", 4, expected, vectorApi());
        Agreement.withinUlps("ojAlgo", 4, expected, ojAlgo().data);
        Agreement.withinUlps("hipparchus", 4, expected, hipparchus());
    }

    @Benchmark
    public double[] lanewise() {
        ArrayMath.sigmoid(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.SIGMOID, n, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] math() {
        PlainLoops.sigmoid(x, y);
        return y;
    }

    @Benchmark
    public double[] vectorApi() {
        VectorMath.sigmoid(x, y);
        return y;
    }

    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoY.fillMatching(PrimitiveMath.LOGISTIC, ojAlgoX);
        return ojAlgoY;
    }

    @Benchmark
    public double[] hipparchus() {
        for (int i = 0; i < n; i++) y[i] = 1 / (1 + FastMath.exp(-x[i]));
        return y;
    }
}
