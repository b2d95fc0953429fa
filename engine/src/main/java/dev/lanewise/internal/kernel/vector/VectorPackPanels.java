package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarPanel;

/// Rows into panels of eight columns, four vectors of columns at a time, then one after the other; the last few columns in
/// plain loops.
final class VectorPackPanels {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    /// So many rows at a time are read from memory once and then come from the cache; more where they are short.
    private static final int ROWS = 8;
    private static final int CACHED = 1 << 11;

    private VectorPackPanels() {}

    static void pack(int rows, int cols, double[] a, int aOff, double[] p, int pOff, int pStride, double[] squares) {
        int whole = cols - cols % LANES;
        int block = Math.max(ROWS, CACHED / Math.max(1, cols));
        for (int i = 0; i < rows; i += block) {
            int count = Math.min(block, rows - i), from = aOff + i * cols, to = pOff + i * Kernels.PANEL;
            int j = 0;
            for (; j <= whole - 4 * LANES; j += 4 * LANES) four(count, cols, a, from + j, p, to, pStride, squares, j);
            for (; j < whole; j += LANES) one(count, cols, a, from + j, p, to + place(j, pStride), squares, j);
            if (whole < cols) ScalarPanel.pack(count, cols, whole, a, from, p, to, pStride, squares);
        }
    }

    /// Where a column stands in the panels.
    private static int place(int j, int pStride) {
        return j / Kernels.PANEL * pStride + j % Kernels.PANEL;
    }

    private static void four(int rows, int cols, double[] a, int from, double[] p, int pOff, int pStride,
            double[] squares, int j) {
        int o0 = pOff + place(j, pStride), o1 = pOff + place(j + LANES, pStride);
        int o2 = pOff + place(j + 2 * LANES, pStride), o3 = pOff + place(j + 3 * LANES, pStride);
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, squares, j);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, squares, j + LANES);
        DoubleVector s2 = DoubleVector.fromArray(SPECIES, squares, j + 2 * LANES);
        DoubleVector s3 = DoubleVector.fromArray(SPECIES, squares, j + 3 * LANES);
        for (int i = 0, at = 0; i < rows; i++, from += cols, at += Kernels.PANEL) {
            DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, from);
            DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, from + LANES);
            DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, from + 2 * LANES);
            DoubleVector a3 = DoubleVector.fromArray(SPECIES, a, from + 3 * LANES);
            a0.intoArray(p, o0 + at);
            a1.intoArray(p, o1 + at);
            a2.intoArray(p, o2 + at);
            a3.intoArray(p, o3 + at);
            s0 = a0.fma(a0, s0);
            s1 = a1.fma(a1, s1);
            s2 = a2.fma(a2, s2);
            s3 = a3.fma(a3, s3);
        }
        s0.intoArray(squares, j);
        s1.intoArray(squares, j + LANES);
        s2.intoArray(squares, j + 2 * LANES);
        s3.intoArray(squares, j + 3 * LANES);
    }

    private static void one(int rows, int cols, double[] a, int from, double[] p, int to, double[] squares, int j) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, squares, j);
        for (int i = 0; i < rows; i++, from += cols, to += Kernels.PANEL) {
            DoubleVector row = DoubleVector.fromArray(SPECIES, a, from);
            row.intoArray(p, to);
            sum = row.fma(row, sum);
        }
        sum.intoArray(squares, j);
    }
}
