package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarPanel;

/// Rows into panels of eight columns, one vector of columns after the other; the last few columns in plain loops.
final class VectorPackPanels {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    /// So many rows at a time are read from memory once and then come from the cache.
    private static final int ROWS = 8;

    private VectorPackPanels() {}

    static void pack(int rows, int cols, double[] a, int aOff, double[] p, int pOff, int pStride, double[] squares) {
        int whole = cols - cols % LANES;
        for (int i = 0; i < rows; i += ROWS) {
            int count = Math.min(ROWS, rows - i), from = aOff + i * cols, to = pOff + i * Kernels.PANEL;
            for (int j = 0; j < whole; j += LANES) {
                int panel = to + j / Kernels.PANEL * pStride + j % Kernels.PANEL;
                column(count, cols, a, from + j, p, panel, squares, j);
            }
            if (whole < cols) ScalarPanel.pack(count, cols, whole, a, from, p, to, pStride, squares);
        }
    }

    private static void column(int rows, int cols, double[] a, int from, double[] p, int to, double[] squares, int j) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, squares, j);
        for (int i = 0; i < rows; i++, from += cols, to += Kernels.PANEL) {
            DoubleVector row = DoubleVector.fromArray(SPECIES, a, from);
            row.intoArray(p, to);
            sum = row.fma(row, sum);
        }
        sum.intoArray(squares, j);
    }
}
