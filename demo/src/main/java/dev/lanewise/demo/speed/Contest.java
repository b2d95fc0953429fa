package dev.lanewise.demo.speed;

import dev.lanewise.demo.machine.Work;

/// The engine and a plain loop that compute the same into the same array, whose place in memory matters to both.
///
/// @param ours the engine
/// @param loop the plain loop
/// @param result where the results go
/// @param tolerance by how much two results may differ
record Contest(Work ours, Work loop, double[] result, double tolerance) {
    /// Runs both once: who computes something else is not timed.
    ///
    /// @throws IllegalStateException if they disagree
    void check(Kernel kernel) {
        double[] before = result.clone();
        ours.repeat(1);
        double[] ourResult = result.clone();
        System.arraycopy(before, 0, result, 0, result.length);
        loop.repeat(1);
        for (int i = 0; i < result.length; i++) {
            // Not ">", so that NaN disagrees with everything.
            if (Math.abs(ourResult[i] - result[i]) <= tolerance) continue;
            throw new IllegalStateException("%s %s gives %s at %d, the plain loop %s".formatted(kernel.name(),
                    kernel.shape(), ourResult[i], i, result[i]));
        }
    }

    /// By how much two sums of n products may differ, whose factors are at most 1: each is off the exact sum by at most
    /// n·γₙ, γₙ = nu/(1 − nu), in whichever order it was added (Higham, Accuracy and Stability of Numerical Algorithms,
    /// §3.1).
    static double ofSums(long n) {
        double terms = n + 2.0;
        return 2 * terms * terms * 0x1p-53 / (1 - terms * 0x1p-53);
    }
}
