package dev.lanewise.linalg;

import dev.lanewise.internal.kernel.Kernels;

/// Householder QR of a matrix in panels, and of everything behind it: right-hand sides are updated, never reflected.
///
/// The order in which panels meet columns is free, because each column has chains of its own; only that it meets them
/// from left to right is not. While the matrix lies in the second-level cache, one panel after the other goes over all
/// columns on its right; a larger one is passed by eight panels at a time, strip by strip, so that a strip comes from
/// memory once for all of them.
final class BlockedQr {
    /// So many doubles stay in a second-level cache.
    private static final int CACHED = 3 << 15;
    private static final int GROUP = 8;
    private static final int STRIP = 3;

    private BlockedQr() {}

    /// Factors the first n columns of a, of which `end` rows are in use, and updates the columns behind them.
    ///
    /// @param sides how many columns stand in the panels behind the first n columns
    /// @param base 0 for a matrix like any other; or the first of the new rows, where a triangle R stands in the rows
    ///     from 0 on, of n rounded up to a multiple of eight
    /// @return the panels, whose V is what is left in a
    static Panel[] factor(Panels a, int n, int sides, int base, int end) {
        int width = Panels.WIDTH;
        int steps = Math.min(n, end);
        Panel[] panels = new Panel[Panels.count(steps)];
        int columns = sides == 1 ? a.count() - 1 : a.count(); // a single side does not need a whole panel's work
        double[] scratch = new double[columns > 2 ? Kernels.REFLECT_SCRATCH : Kernels.REFLECT_ONE_SCRATCH];
        double[] columnScratch = new double[Kernels.REFLECT_COLUMN_SCRATCH];
        int group = a.data().length <= CACHED ? 1 : GROUP;
        for (int first = 0; first < panels.length; first += group) {
            int next = Math.min(first + group, panels.length);
            for (int p = first; p < next; p++) {
                int tail = Math.max(base, (p + 1) * width);
                panels[p] = Panel.factor(a, p, Math.min(width, n - p * width), Math.min(width, steps - p * width), tail,
                        Math.max(0, end - tail));
                panels[p].applyTransposed(a, a, p + 1, next - p - 1, scratch);
                if (sides == 1) reflectSide(p == 0 ? null : panels[p - 1], panels[p], a, columnScratch);
            }
            int strip = group == 1 ? Math.max(1, columns) : STRIP;
            for (int q = next; q < columns; q += strip) {
                for (int p = first; p < next; p++) {
                    panels[p].applyTransposed(a, a, q, Math.min(strip, columns - q), scratch);
                }
            }
        }
        if (sides == 1 && panels.length > 0) reflectSide(panels[panels.length - 1], null, a, columnScratch);
        return panels;
    }

    /// The single side lags a step behind, because a panel takes no longer to begin with it than to do so and to end what
    /// the one before has begun.
    private static void reflectSide(Panel before, Panel next, Panels a, double[] scratch) {
        Panel.reflectColumn(before, next, true, a, a.data(), a.offset(a.count() - 1, 0), scratch);
    }
}
