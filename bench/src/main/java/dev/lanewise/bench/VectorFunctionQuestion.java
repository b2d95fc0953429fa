package dev.lanewise.bench;

import org.openjdk.jmh.annotations.Benchmark;

/// A function that one can also write with the JDK's vectors and their own exponential.
public abstract class VectorFunctionQuestion extends ElementwiseQuestion {
    private final Mapping vectorApi;

    VectorFunctionQuestion(Mapping lanewise, Mapping scalarTwin, double ulps, Mapping math, Mapping vectorApi) {
        super(lanewise, scalarTwin, ulps, math);
        this.vectorApi = vectorApi;
    }

    @Override
    void compareOthers(double[] expected, double ulps) {
        agrees("vectorApi", ulps, expected, this::vectorApi);
    }

    @Benchmark
    public double[] vectorApi() {
        vectorApi.apply(x, y);
        return y;
    }
}
