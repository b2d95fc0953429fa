package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import org.openjdk.jmh.annotations.Param;

/// Arguments for functions of one number, such as [Tanh], uniform in [−4, 4), where activations of a network mostly are. The time
/// of a call divided by n is the time of an element.
public abstract class ElementwiseQuestion extends Question {
    /// Elements: in L1, L2 (with the results) and L3 of most processors.
    @Param({"1024", "65536", "1048576"})
    public int n;

    /// Our definition in plain loops, bit-equal to the vectors.
    final Kernels scalar = ScalarKernels.INSTANCE;
    double[] x;
    /// The results, of whoever computes.
    double[] y;

    /// Draws x.
    void draw() {
        x = new Samples().vector(n, 4.0);
        y = new double[n];
    }
}
