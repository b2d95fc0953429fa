package dev.lanewise.bench;

import java.util.function.DoubleUnaryOperator;

import dev.lanewise.internal.kernel.Elementwise;
import org.ojalgo.function.PrimitiveFunction;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;

/// A function that libraries have as well: ojAlgo, Hipparchus, and the JDK for its vectors.
public abstract class LibraryFunctionQuestion extends ElementwiseQuestion {
    private final Mapping vectorApi, hipparchus;
    private final PrimitiveFunction.Unary ojAlgo;
    private R064Store ojAlgoX, ojAlgoY;

    LibraryFunctionQuestion(Mapping lanewise, Elementwise scalarTwin, double ulps, DoubleUnaryOperator math,
            Mapping vectorApi, PrimitiveFunction.Unary ojAlgo, DoubleUnaryOperator hipparchus) {
        super(lanewise, scalarTwin, ulps, math);
        this.vectorApi = vectorApi;
        this.ojAlgo = ojAlgo;
        this.hipparchus = each(hipparchus);
    }

    @Override
    void compareOthers(double[] expected, double ulps) {
        ojAlgoX = Peers.ojAlgo(x);
        ojAlgoY = Peers.ojAlgo(y);
        agrees("vectorApi", ulps, expected, this::vectorApi);
        agrees("ojAlgo", ulps, expected, () -> ojAlgo().data);
        agrees("hipparchus", ulps, expected, this::hipparchus);
    }

    @Benchmark
    public double[] vectorApi() {
        vectorApi.apply(x, y);
        return y;
    }

    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoY.fillMatching(ojAlgo, ojAlgoX);
        return ojAlgoY;
    }

    @Benchmark
    public double[] hipparchus() {
        hipparchus.apply(x, y);
        return y;
    }
}
