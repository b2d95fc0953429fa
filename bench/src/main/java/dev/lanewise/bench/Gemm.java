package dev.lanewise.bench;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast is the product of two square matrices? 2n³/ns is GF/s.
public class Gemm extends MatrixProduct {
    /// Rows and columns of each matrix.
    @Param({"8", "16", "48", "192", "384", "768", "1536"})
    public int n;

    /// Draws A and B.
    @Setup
    public void setUp() {
        Samples samples = new Samples();
        prepare(samples.matrix(n, n), samples.matrix(n, n));
    }
}
