package dev.lanewise.math;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Cut;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Ranges;

/// y ← f(x) after every check: the one way from the public methods of this package to the kernels.
final class Mapping {
    /// Parts of an array are whole vectors, and so long that the cache lines they share do not count.
    private static final int STEP = 64;
    /// What an element costs, whatever the function, roughly.
    private static final double NANOS = 1.5;

    private Mapping() {}

    static void map(Elementwise f, double[] x, double[] y) {
        checkLengths(f.title(), x, y);
        Backend.kernels().map(f, x.length, x, 0, y, 0);
    }

    static void map(Elementwise f, int n, double[] x, int xOff, double[] y, int yOff) {
        Ranges.check(f.title(), n, x, xOff, y, yOff);
        Backend.kernels().map(f, n, x, xOff, y, yOff);
    }

    static void map(Elementwise f, double alpha, double[] x, double[] y) {
        checkLengths(f.title(), x, y);
        checkParameter(f, alpha);
        Backend.kernels().map(f, alpha, x.length, x, 0, y, 0);
    }

    static void map(Elementwise f, double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        Ranges.check(f.title(), n, x, xOff, y, yOff);
        checkParameter(f, alpha);
        Backend.kernels().map(f, alpha, n, x, xOff, y, yOff);
    }

    static void apply(RangeFunction f, int n, double[] x, int xOff, double[] y, int yOff, Workers workers) {
        Ranges.check("apply", n, x, xOff, y, yOff);
        double nanos = NANOS * n;
        int threads = workers.threads(nanos);
        if (threads == 1) {
            f.apply(n, x, xOff, y, yOff);
            return;
        }
        Cut cut = Cut.finely(n, STEP, threads);
        workers.run(cut.parts(), nanos, p -> f.apply(cut.length(p), x, xOff + cut.from(p), y, yOff + cut.from(p)));
    }

    static void checkLengths(String function, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%s: x has length %d but y has length %d".formatted(function, x.length,
                    y.length));
        }
    }

    private static void checkParameter(Elementwise f, double alpha) {
        if (!Double.isFinite(alpha)) {
            throw new IllegalArgumentException("%s: its parameter is %s, which is not finite".formatted(f.title(),
                    alpha));
        }
    }
}
