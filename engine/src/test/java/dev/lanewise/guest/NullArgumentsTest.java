package dev.lanewise.guest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.GemmWorkspace;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.QrAccumulator;
import dev.lanewise.math.ArrayActivations;
import dev.lanewise.math.ArrayMath;
import dev.lanewise.math.Softmax;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Classifier;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// What the description of the module says of null.
@Tag("once")
class NullArgumentsTest {
    private final double[] x = {1, 2}, y = {3, 4};
    private final Matrix a = Matrix.of(2, 2, 1, 2, 3, 4), c = Matrix.of(2, 2, 5, 6, 7, 8);
    private final Network network = Network.input(2).dense(a, new double[2], Activation.TANH).build();

    @Test
    void whatIsKeptIsCheckedByName() {
        Map.<String, Executable>ofEntries(
                Map.entry("Workers: the executor is null", () -> Workers.of(null, 2)),
                Map.entry("Dense: W is null", () -> new Dense(null, y, Activation.TANH)),
                Map.entry("Dense: b is null", () -> new Dense(a, null, Activation.TANH)),
                Map.entry("Dense: the activation is null", () -> new Dense(a, y, null)),
                Map.entry("Network: the layer is null", () -> Network.input(2).dense(null)),
                Map.entry("Network: the scaling is null", () -> Network.input(2).scaleInputs(null)),
                Map.entry("Scaling: the means are null", () -> new Scaling(null, y)),
                Map.entry("Scaling: the scales are null", () -> new Scaling(y, null)),
                Map.entry("Classifier: the network is null", () -> new Classifier(null, List.of())),
                Map.entry("Classifier: the labels are null", () -> new Classifier(network, null)),
                Map.entry("ModelFile: the network is null", () -> new ModelFile(null, List.of())),
                Map.entry("ModelFile: the names are null", () -> new ModelFile(network, null)),
                Map.entry("LeastSquares: A is null", () -> LeastSquares.of(null)),
                Map.entry("LeastSquares: the rank rule is null", () -> LeastSquares.of(a).rank(null)),
                Map.entry("LeastSquares: the refinement is null", () -> LeastSquares.of(a).refine(null)),
                Map.entry("LeastSquares: the workers are null", () -> LeastSquares.of(a).workers(null)))
                .forEach((message, call) -> assertEquals(message, assertThrows(NullPointerException.class, call)
                        .getMessage()));
        assertEquals("Network: the scaling is null", assertThrows(NullPointerException.class, () -> Network.input(2)
                .scaleOutputs(null)).getMessage());
    }

    @Test
    void whatACallWorksOnChangesNothingWhereItIsNull() {
        Workspace workspace = network.newWorkspace();
        for (Executable call : List.<Executable>of(
                () -> Blas.dot(null, y),
                () -> Blas.dot(x, null),
                () -> Blas.nrm2(null),
                () -> Blas.axpy(1, null, y),
                () -> Blas.axpy(1, x, null),
                () -> Blas.scal(1, null),
                () -> Blas.gemv(1, null, x, 0, y),
                () -> Blas.gemv(1, a, null, 0, y),
                () -> Blas.gemv(1, a, x, 0, null),
                () -> Blas.gemv(1, a, x, 0, y, null),
                () -> Blas.gemvT(1, a, x, 0, y, null),
                () -> Blas.gemm(1, null, a, 0, c),
                () -> Blas.gemm(1, a, null, 0, c),
                () -> Blas.gemm(1, a, a, 0, null),
                () -> Blas.gemm(1, a, a, 0, c, (Workers) null),
                () -> Blas.gemm(1, a, a, 0, c, (GemmWorkspace) null),
                () -> Blas.gemm(1, a, a, 0, c, new GemmWorkspace(), null),
                () -> Matrix.of(1, 2, (double[]) null),
                () -> Matrix.wrap(1, 2, null),
                () -> a.times((Matrix) null),
                () -> a.times((double[]) null),
                () -> LeastSquares.solve(a, (double[]) null),
                () -> new QrAccumulator(2, 1).add((Matrix) null, y),
                () -> new QrAccumulator(2, 1).merge(null),
                () -> ArrayMath.exp(null, y),
                () -> ArrayMath.exp(x, null),
                () -> ArrayMath.exp(2, null, 0, y, 0),
                () -> ArrayMath.apply(null, x, y, Workers.none()),
                () -> ArrayMath.apply(ArrayMath::exp, x, y, null),
                () -> ArrayActivations.elu(1, x, null),
                () -> Softmax.softmax(null, y),
                () -> Softmax.softmaxDerivative(x, null, y),
                () -> Activation.TANH.apply(2, x, 0, null, 0),
                () -> Activation.valueOf(null),
                () -> network.predict((double[]) null),
                () -> network.predict((float[]) null),
                () -> network.predict((Matrix) null),
                () -> network.predict((Stream<double[]>) null),
                () -> network.predictFloats(null),
                () -> network.forward(x, null, workspace),
                () -> network.forward(x, y, null),
                () -> network.forward(a, c, (Workers) null))) {
            assertThrows(NullPointerException.class, call);
        }
        assertArrayEquals(new double[] {1, 2}, x);
        assertArrayEquals(new double[] {3, 4}, y);
        assertEquals(Matrix.of(2, 2, 5, 6, 7, 8), c);
    }
}
