package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.util.FastMath;
import org.ojalgo.function.constant.PrimitiveMath;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = tanh xᵢ? Ours is within 0.53 ulp; `Math.tanh` promises 2.5, the vector function and Hipparchus nothing
/// that is written down. EJML has none.
public class Tanh extends ElementwiseQuestion {
    private R064Store ojAlgoX, ojAlgoY;

    /// Compares all results.
    @Setup
    public void setUp() {
        draw();
        ojAlgoX = Peers.ojAlgo(x);
        ojAlgoY = Peers.ojAlgo(new double[n]);
        double[] expected = lanewise().clone();
        Agreement.withinUlps("scalarTwin", 0, expected, scalarTwin());
        Agreement.withinUlps("math", 3, expected, math());
        Agreement.withinUlps("vectorApi", 4, expected, vectorApi());
        Agreement.withinUlps("ojAlgo", 4, expected, ojAlgo().data);
        Agreement.withinUlps("hipparchus", 4, expected, hipparchus());
    }

    @Benchmark
    public double[] lanewise() {
        ArrayMath.tanh(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalar.map(Elementwise.TANH, n, x, 0, y, 0);
        return y;
    }

    @Benchmark
    public double[] math() {
        PlainLoops.tanh(x, y);
        return y;
    }

    @Benchmark
    public double[] vectorApi() {
        VectorMath.tanh(x, y);
        return y;
    }

    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoY.fillMatching(PrimitiveMath.TANH, ojAlgoX);
        return ojAlgoY;
    }

    @Benchmark
    public double[] hipparchus() {
        for (int i = 0; i < n; i++) y[i] = FastMath.tanh(x[i]);
        return y;
    }
}
