package dev.lanewise.bench;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = f(xᵢ)? Arguments are uniform in [−4, 4), where activations of a network mostly are. The time of a call
/// divided by n is the time of an element.
///
/// Who stands behind an interface here is called from one place, and each contender runs in a JVM of its own: the compiler
/// sees a single implementation and inlines it.
public abstract class ElementwiseQuestion extends Question {
    /// A function of ranges.
    @FunctionalInterface
    interface Mapping {
        void apply(double[] x, double[] y);
    }

    /// Elements: in L1, L2 (with the results) and L3 of most processors.
    @Param({"1024", "65536", "1048576"})
    public int n;

    double[] x;
    /// The results, of whoever computes.
    double[] y;

    private Mapping lanewise, scalarTwin, math;
    private double ulps;

    /// A question that is stated by [#choose].
    ElementwiseQuestion() {}

    /// States the question.
    ///
    /// @param lanewise the engine's function
    /// @param scalarTwin the same in plain loops, bit-equal
    /// @param ulps how much the others may differ
    /// @param math what one writes with `Math`, or with Hipparchus where Java has nothing
    ElementwiseQuestion(Mapping lanewise, Mapping scalarTwin, double ulps, Mapping math) {
        state(lanewise, scalarTwin, math);
        this.ulps = ulps;
    }

    ElementwiseQuestion(Mapping lanewise, Elementwise scalarTwin, double ulps, DoubleUnaryOperator math) {
        this(lanewise, twin(scalarTwin, Double.NaN), ulps, each(math));
    }

    final void state(Mapping lanewise, Mapping scalarTwin, Mapping math) {
        this.lanewise = lanewise;
        this.scalarTwin = scalarTwin;
        this.math = math;
    }

    static Mapping twin(Elementwise f, double alpha) {
        return (x, y) -> ScalarKernels.INSTANCE.map(f, alpha, x.length, x, 0, y, 0);
    }

    static Mapping each(DoubleUnaryOperator f) {
        return (x, y) -> {
            for (int i = 0; i < x.length; i++) y[i] = f.applyAsDouble(x[i]);
        };
    }

    /// Draws x and compares all results.
    @Setup
    public void setUp() {
        choose();
        x = arguments(new Samples().vector(n, 4.0));
        y = new double[n];
        double[] expected = lanewise().clone();
        agrees("scalarTwin", 0, expected, this::scalarTwin);
        compareMath(expected);
        compareOthers(expected, ulps);
    }

    /// States the question where a parameter decides.
    void choose() {}

    /// The arguments, where numbers in [−4, 4) will not do.
    double[] arguments(double[] drawn) {
        return drawn;
    }

    /// Compares what one writes with `Math`.
    void compareMath(double[] expected) {
        agrees("math", ulps, expected, this::math);
    }

    /// Compares the contenders of a subclass.
    void compareOthers(double[] expected, double ulps) {}

    /// Asks one contender, who finds NaN where results belong.
    void agrees(String contender, double ulps, double[] expected, Supplier<double[]> answer) {
        Arrays.fill(y, Double.NaN);
        Agreement.withinUlps(contender, ulps, expected, answer.get());
    }

    @Benchmark
    public double[] lanewise() {
        lanewise.apply(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalarTwin.apply(x, y);
        return y;
    }

    @Benchmark
    public double[] math() {
        math.apply(x, y);
        return y;
    }
}
