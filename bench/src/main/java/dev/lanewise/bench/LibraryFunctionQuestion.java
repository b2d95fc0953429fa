package dev.lanewise.bench;

import java.util.function.DoubleUnaryOperator;

import dev.lanewise.internal.kernel.Elementwise;
import org.ojalgo.function.UnaryFunction;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;

/// A function that libraries have as well: ojAlgo, Hipparchus, and the JDK for its vectors.
public abstract class LibraryFunctionQuestion extends VectorFunctionQuestion {
    private final Mapping hipparchus;
    private final UnaryFunction<Double> ojAlgo;
    private R064Store ojAlgoX, ojAlgoY;

    LibraryFunctionQuestion(Mapping lanewise, Elementwise scalarTwin, double ulps, DoubleUnaryOperator math,
            Mapping vectorApi, UnaryFunction<Double> ojAlgo, DoubleUnaryOperator hipparchus) {
        super(lanewise, twin(scalarTwin, Double.NaN), ulps, each(math), vectorApi);
        this.ojAlgo = ojAlgo;
        this.hipparchus = each(hipparchus);
    }

    @Override
    void compareOthers(double[] expected, double ulps) {
        super.compareOthers(expected, ulps);
        ojAlgoX = Peers.ojAlgo(x);
        ojAlgoY = Peers.ojAlgo(y);
        agrees("ojAlgo", ulps, expected, () -> ojAlgo().data);
        agrees("hipparchus", ulps, expected, this::hipparchus);
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
