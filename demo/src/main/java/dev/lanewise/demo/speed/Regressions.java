package dev.lanewise.demo.speed;

import java.util.List;

import dev.lanewise.demo.machine.Work;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.Refinement;

/// min ‖Ax − b‖ by QR, with the rank decided: large without refinement, which the plain loop lacks too, and small as a
/// user would call it, where sums in twice the precision refine the solution.
final class Regressions {
    /// Solutions are below 1, and random columns are all but orthogonal.
    private static final double TOLERANCE = 0x1p-40;
    /// Packing, the products within a panel, its elimination, and reflections of panels and of the right-hand side, each
    /// called by methods that are compiled after it.
    private static final int PARTS = 10;
    /// The same code for another shape.
    private static final int AGAIN = 2;
    /// Products in twice the precision, which are new, and the rest again for small panels.
    private static final int REFINED_PARTS = 6;

    private final Sizes sizes;

    Regressions(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Entry> entries() {
        // The large one first: there are many methods to compile, and the small one is over before they are.
        return List.of(entry(20_000, 64, Refinement.off(), PARTS), entry(1000, 50, Refinement.off(), AGAIN),
                entry(100, 10, Refinement.auto(), REFINED_PARTS));
    }

    private Entry entry(int m, int n, Refinement refinement, int parts) {
        String shape = m + " × " + n + (refinement.equals(Refinement.off()) ? "" : ", refined");
        double flops = 2.0 * n * n * (m - n / 3.0);
        Kernel kernel = new Kernel("leastSquares", shape, "QR " + shape, Unit.GFLOPS, n, flops, 8.0 * m * n,
                sizes.levelOf((long) m * n));
        // Each shape on its own: C2 compiles for the loops that it has seen, and begins anew where others come.
        return new Entry(kernel, "leastSquares " + shape, parts, () -> {
            double[] a = Sizes.numbers(m * n), b = Sizes.numbers(m), x = new double[n];
            LeastSquares problem = LeastSquares.of(Matrix.wrap(m, n, a)).refine(refinement);
            Work ours = times -> {
                double[] solution = x;
                for (int i = 0; i < times; i++) solution = problem.solve(b).x();
                System.arraycopy(solution, 0, x, 0, n);
                return x[0];
            };
            return new Contest(ours, new PlainLeastSquares(m, n, a, b, x), x, TOLERANCE);
        });
    }
}
