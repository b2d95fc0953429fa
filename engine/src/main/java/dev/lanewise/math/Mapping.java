package dev.lanewise.math;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Ranges;

/// y ← f(x) after every check: the one way from the public methods of this package to the kernels.
final class Mapping {
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
