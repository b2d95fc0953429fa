package dev.lanewise.demo.speed;

import java.util.List;
import java.util.function.BiConsumer;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Work;
import dev.lanewise.math.ArrayMath;

/// yᵢ = f(xᵢ) for each function of [ArrayMath].
final class Functions {
    /// Bytes of an element and its result; the line that it is written to is fetched first.
    private static final double MOVED = 16;
    /// Arguments in (−SPREAD, SPREAD), where no function is constant.
    private static final double SPREAD = 4;
    /// By how much the plain formulas may be wrong, 1 − tanh² and 1/(1 + e⁻ˣ) among them, whose results are at most 1.
    private static final double TOLERANCE = 0x1p-49;

    /// To measure another function, add it here.
    ///
    /// The operations are those of an element in the scalar twins (`ScalarTanh`, `ScalarSigmoid`, `ScalarBell`):
    /// additions, multiplications, FMAs, and one division, which takes longer than is counted.
    private static final List<Function> ALL = List.of(
            new Function("tanh", 43, Unit.NS_PER_ELEMENT, ArrayMath::tanh, PlainLoops::tanh),
            new Function("tanhDerivative", 55, Unit.NS_PER_ELEMENT, ArrayMath::tanhDerivative,
                    PlainLoops::tanhDerivative),
            new Function("sigmoid", 43, Unit.NS_PER_ELEMENT, ArrayMath::sigmoid, PlainLoops::sigmoid),
            new Function("sigmoidDerivative", 55, Unit.NS_PER_ELEMENT, ArrayMath::sigmoidDerivative,
                    PlainLoops::sigmoidDerivative),
            new Function("relu", 1, Unit.GBS, ArrayMath::relu, PlainLoops::relu),
            new Function("reluDerivative", 1, Unit.GBS, ArrayMath::reluDerivative, PlainLoops::reluDerivative));

    private final Sizes sizes;

    private record Function(String name, int operations, Unit unit, BiConsumer<double[], double[]> ours,
            BiConsumer<double[], double[]> loop) {
        /// Where there is much to compute, it does not matter from where it is read.
        List<Level> levels() {
            return unit == Unit.GBS ? List.of(Level.L2, Level.MEMORY) : List.of(Level.L1);
        }
    }

    Functions(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Entry> entries() {
        return ALL.stream().flatMap(f -> f.levels().stream().map(level -> entry(f, level))).toList();
    }

    private Entry entry(Function f, Level level) {
        int n = sizes.vector(level, 2);
        Kernel kernel = new Kernel(f.name, Integer.toString(n), f.name, f.unit, n, 2.0 * f.operations * n, MOVED * n,
                level);
        return new Entry(kernel, () -> {
            double[] x = Sizes.numbers(n, SPREAD), y = new double[n];
            return new Contest(repeating(f.ours, x, y), repeating(f.loop, x, y), y, TOLERANCE);
        });
    }

    private static Work repeating(BiConsumer<double[], double[]> f, double[] x, double[] y) {
        return times -> {
            for (int i = 0; i < times; i++) f.accept(x, y);
            return y[0];
        };
    }
}
