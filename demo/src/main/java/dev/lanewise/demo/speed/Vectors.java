package dev.lanewise.demo.speed;

import java.util.List;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Work;
import dev.lanewise.linalg.Blas;

/// Vector by vector, near and far.
final class Vectors {
    /// A power of two, so that the loop, which has no FMA, gets the same bits.
    private static final double ALPHA = 0x1p-10;

    private final Sizes sizes;

    Vectors(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Entry> entries() {
        return List.of(dot(Level.L1), dot(Level.MEMORY), axpy(Level.L1), axpy(Level.MEMORY), nrm2(Level.L1),
                nrm2(Level.MEMORY), scal(Level.L1), scal(Level.MEMORY));
    }

    private Entry dot(Level level) {
        int n = sizes.vector(level, 2);
        return new Entry(kernel("dot", n, level, 16), () -> {
            double[] x = Sizes.numbers(n), y = Sizes.numbers(n), result = new double[1];
            Work ours = times -> {
                double sum = 0.0;
                for (int i = 0; i < times; i++) sum += Blas.dot(x, y);
                return result[0] = sum;
            };
            Work loop = times -> {
                double sum = 0.0;
                for (int i = 0; i < times; i++) sum += PlainLoops.dot(x, y);
                return result[0] = sum;
            };
            return new Contest(ours, loop, result, Contest.ofSums(n));
        });
    }

    private Entry nrm2(Level level) {
        int n = sizes.vector(level, 1);
        return new Entry(kernel("nrm2", n, level, 8), () -> {
            double[] x = Sizes.numbers(n), result = new double[1];
            Work ours = times -> {
                double sum = 0.0;
                for (int i = 0; i < times; i++) sum += Blas.nrm2(x);
                return result[0] = sum;
            };
            Work loop = times -> {
                double sum = 0.0;
                for (int i = 0; i < times; i++) sum += PlainLoops.nrm2(x);
                return result[0] = sum;
            };
            return new Contest(ours, loop, result, Contest.ofSums(n));
        });
    }

    private Entry axpy(Level level) {
        int n = sizes.vector(level, 2);
        return new Entry(kernel("axpy", n, level, 16), () -> {
            double[] x = Sizes.numbers(n), y = new double[n];
            Work ours = times -> {
                for (int i = 0; i < times; i++) Blas.axpy(ALPHA, x, y);
                return y[0];
            };
            Work loop = times -> {
                for (int i = 0; i < times; i++) PlainLoops.axpy(ALPHA, x, y);
                return y[0];
            };
            return new Contest(ours, loop, y, 0.0);
        });
    }

    private Entry scal(Level level) {
        int n = sizes.vector(level, 1);
        Kernel kernel = new Kernel("scal", Integer.toString(n), "scal", Unit.GBS, n, n, 8.0 * n, level);
        return new Entry(kernel, () -> {
            double[] x = Sizes.numbers(n);
            // The numbers keep their size, however often they are scaled.
            Work ours = times -> {
                for (int i = 0; i < times; i++) Blas.scal(-1.0, x);
                return x[0];
            };
            Work loop = times -> {
                for (int i = 0; i < times; i++) PlainLoops.scal(-1.0, x);
                return x[0];
            };
            return new Contest(ours, loop, x, 0.0);
        });
    }

    private static Kernel kernel(String name, int n, Level level, int bytes) {
        return new Kernel(name, Integer.toString(n), name, Unit.GBS, n, 2.0 * n, (double) bytes * n, level);
    }
}
