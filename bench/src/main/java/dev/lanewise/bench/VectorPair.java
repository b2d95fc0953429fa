package dev.lanewise.bench;

import org.openjdk.jmh.annotations.Param;

/// Two vectors of n elements for [Dot], [Axpy] and [Nrm2]: in L1, L2, and L3.
public abstract class VectorPair extends Question {
    /// Elements of each vector.
    @Param({"64", "1024", "32768", "1048576"})
    public int n;

    double[] x, y;

    /// Draws x and y.
    void draw() {
        Samples samples = new Samples();
        x = samples.vector(n);
        y = samples.vector(n);
    }
}
