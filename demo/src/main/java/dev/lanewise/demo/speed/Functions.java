package dev.lanewise.demo.speed;

import java.util.List;
import java.util.function.BiConsumer;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Work;
import dev.lanewise.math.ArrayActivations;
import dev.lanewise.math.ArrayDerivatives;
import dev.lanewise.math.ArrayMath;
import dev.lanewise.math.Softmax;

/// yᵢ = f(xᵢ) for each function of [ArrayMath], [ArrayActivations], [ArrayDerivatives] and [Softmax].
final class Functions {
    /// Bytes of an element and its result; the line that it is written to is fetched first.
    private static final double MOVED = 16;
    /// Arguments in (−SPREAD, SPREAD), where no function is constant.
    private static final double SPREAD = 4;
    /// By how much the plain formulas may be wrong, 1 − tanh² and 1/(1 + e⁻ˣ) among them, for each 1 of the largest
    /// result.
    private static final double TOLERANCE = 0x1p-49;

    /// To measure another function, add it here.
    ///
    /// The operations are those of an element in the vector kernels, which `OperationsTest` counts in their class files:
    /// additions, multiplications, FMAs, and divisions, which take longer than is counted. Where a kernel has two formulas,
    /// both count, since a vector evaluates both; what is done on the bits does not. What is moved counts as one.
    private static final List<Function> ALL = List.of(
            computed("exp", 29, 64, ArrayMath::exp, PlainFunctions::exp),
            computed("expm1", 44, 64, ArrayMath::expm1, PlainFunctions::expm1),
            logarithm("log1p", 40, ArrayMath::log1p, PlainFunctions::log1p),
            logarithm("log1pDerivative", 2, ArrayDerivatives::log1pDerivative, PlainDerivatives::log1p),
            computed("erf", 63, 1, ArrayMath::erf, PlainFunctions::erf),
            computed("erfDerivative", 35, 2, ArrayDerivatives::erfDerivative, PlainDerivatives::erf),
            computed("tanh", 43, 1, ArrayMath::tanh, PlainFunctions::tanh),
            computed("tanhDerivative", 55, 1, ArrayMath::tanhDerivative, PlainDerivatives::tanh),
            computed("sigmoid", 43, 1, ArrayMath::sigmoid, PlainFunctions::sigmoid),
            computed("sigmoidDerivative", 55, 1, ArrayMath::sigmoidDerivative, PlainDerivatives::sigmoid),
            computed("softplus", 76, 4, ArrayActivations::softplus, PlainFunctions::softplus),
            computed("silu", 47, 4, ArrayActivations::silu, PlainFunctions::silu),
            computed("siluDerivative", 103, 4, ArrayDerivatives::siluDerivative, PlainDerivatives::silu),
            computed("gelu", 84, 4, ArrayActivations::gelu, PlainFunctions::gelu),
            computed("geluDerivative", 89, 4, ArrayDerivatives::geluDerivative, PlainDerivatives::gelu),
            computed("geluTanh", 67, 4, ArrayActivations::geluTanh, PlainFunctions::geluTanh),
            computed("geluTanhDerivative", 103, 4, ArrayDerivatives::geluTanhDerivative, PlainDerivatives::geluTanh),
            computed("elu", 44, 4, (x, y) -> ArrayActivations.elu(1.0, x, y), PlainFunctions::elu),
            computed("eluDerivative", 30, 1, (x, y) -> ArrayDerivatives.eluDerivative(1.0, x, y),
                    PlainDerivatives::elu),
            computed("softsign", 12, 1, ArrayActivations::softsign, PlainFunctions::softsign),
            computed("softsignDerivative", 16, 1, ArrayDerivatives::softsignDerivative, PlainDerivatives::softsign),
            computed("hardSigmoid", 4, 1, ArrayActivations::hardSigmoid, PlainFunctions::hardSigmoid),
            computed("softmax", 47, 1, Softmax::softmax, PlainFunctions::softmax),
            computed("logSoftmax", 44, 16, Softmax::logSoftmax, PlainFunctions::logSoftmax),
            moved("hardSigmoidDerivative", ArrayDerivatives::hardSigmoidDerivative, PlainDerivatives::hardSigmoid),
            moved("relu", ArrayMath::relu, PlainFunctions::relu),
            moved("reluDerivative", ArrayMath::reluDerivative, PlainDerivatives::relu),
            moved("leakyRelu", (x, y) -> ArrayActivations.leakyRelu(0.01, x, y), PlainFunctions::leakyRelu),
            moved("leakyReluDerivative", (x, y) -> ArrayDerivatives.leakyReluDerivative(0.01, x, y),
                    PlainDerivatives::leakyRelu));

    private final Sizes sizes;

    /// @param middle of the arguments
    /// @param largest a bound of the results
    private record Function(String name, int operations, Unit unit, double middle, double largest,
            BiConsumer<double[], double[]> ours, BiConsumer<double[], double[]> loop) {
        /// Where there is much to compute, it does not matter from where it is read.
        List<Level> levels() {
            return unit == Unit.GBS ? List.of(Level.L2, Level.MEMORY) : List.of(Level.L1);
        }
    }

    Functions(Sizes sizes) {
        this.sizes = sizes;
    }

    private static Function computed(String name, int operations, double largest, BiConsumer<double[], double[]> ours,
            BiConsumer<double[], double[]> loop) {
        return new Function(name, operations, Unit.NS_PER_ELEMENT, 0, largest, ours, loop);
    }

    /// From 0 to 2·SPREAD: there is no logarithm below −1.
    private static Function logarithm(String name, int operations, BiConsumer<double[], double[]> ours,
            BiConsumer<double[], double[]> loop) {
        return new Function(name, operations, Unit.NS_PER_ELEMENT, SPREAD, 4, ours, loop);
    }

    private static Function moved(String name, BiConsumer<double[], double[]> ours,
            BiConsumer<double[], double[]> loop) {
        return new Function(name, 1, Unit.GBS, 0, SPREAD, ours, loop);
    }

    List<Entry> entries() {
        return ALL.stream().flatMap(f -> f.levels().stream().map(level -> entry(f, level))).toList();
    }

    private Entry entry(Function f, Level level) {
        int n = sizes.vector(level, 2);
        String mark = f.name.replace("Derivative", "′");
        Kernel kernel = new Kernel(f.name, Integer.toString(n), mark, f.unit, n, 2.0 * f.operations * n, MOVED * n,
                level);
        return new Entry(kernel, () -> {
            double[] x = Sizes.numbers(n, SPREAD), y = new double[n];
            for (int i = 0; i < n; i++) x[i] += f.middle;
            return new Contest(repeating(f.ours, x, y), repeating(f.loop, x, y), y, TOLERANCE * f.largest);
        });
    }

    private static Work repeating(BiConsumer<double[], double[]> f, double[] x, double[] y) {
        return times -> {
            for (int i = 0; i < times; i++) f.accept(x, y);
            return y[0];
        };
    }
}
