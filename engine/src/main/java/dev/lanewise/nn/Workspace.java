package dev.lanewise.nn;

/// The scratch memory of [Network#forward(double\[\], double\[\], Workspace)]: what one thread needs to run a network
/// without allocating. Make it with [Network#newWorkspace]; use it from one thread at a time. It carries nothing from
/// one call to the next.
public final class Workspace {
    final int width;
    final double[] front;
    final double[] back;

    /// @param samples that go through the layers together
    Workspace(int samples, int width) {
        this.width = width;
        this.front = new double[samples * width];
        this.back = new double[samples * width];
    }
}
