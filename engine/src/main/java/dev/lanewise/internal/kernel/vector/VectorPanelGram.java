package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// The products of one column of a panel with all eight, which stand side by side in the lanes: one vector of 512 bits,
/// two of 256, four of 128.
final class VectorPanelGram {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int WIDTH = Kernels.PANEL;

    private VectorPanelGram() {}

    static void gram(int rows, double[] p, int pOff, int j, double[] g) {
        switch (SPECIES.length()) {
            case 8 -> gram512(rows, p, pOff, j, g);
            case 4 -> gram256(rows, p, pOff, j, g);
            default -> gram128(rows, p, pOff, j, g);
        }
    }

    private static void gram512(int rows, double[] p, int pOff, int j, double[] g) {
        DoubleVector g0 = DoubleVector.fromArray(SPECIES, g, 0);
        for (int i = 0, at = pOff; i < rows; i++, at += WIDTH) {
            DoubleVector pj = DoubleVector.broadcast(SPECIES, p[at + j]);
            g0 = pj.fma(DoubleVector.fromArray(SPECIES, p, at), g0);
        }
        g0.intoArray(g, 0);
    }

    private static void gram256(int rows, double[] p, int pOff, int j, double[] g) {
        DoubleVector g0 = DoubleVector.fromArray(SPECIES, g, 0);
        DoubleVector g1 = DoubleVector.fromArray(SPECIES, g, 4);
        for (int i = 0, at = pOff; i < rows; i++, at += WIDTH) {
            DoubleVector pj = DoubleVector.broadcast(SPECIES, p[at + j]);
            g0 = pj.fma(DoubleVector.fromArray(SPECIES, p, at), g0);
            g1 = pj.fma(DoubleVector.fromArray(SPECIES, p, at + 4), g1);
        }
        g0.intoArray(g, 0);
        g1.intoArray(g, 4);
    }

    private static void gram128(int rows, double[] p, int pOff, int j, double[] g) {
        DoubleVector g0 = DoubleVector.fromArray(SPECIES, g, 0);
        DoubleVector g1 = DoubleVector.fromArray(SPECIES, g, 2);
        DoubleVector g2 = DoubleVector.fromArray(SPECIES, g, 4);
        DoubleVector g3 = DoubleVector.fromArray(SPECIES, g, 6);
        for (int i = 0, at = pOff; i < rows; i++, at += WIDTH) {
            DoubleVector pj = DoubleVector.broadcast(SPECIES, p[at + j]);
            g0 = pj.fma(DoubleVector.fromArray(SPECIES, p, at), g0);
            g1 = pj.fma(DoubleVector.fromArray(SPECIES, p, at + 2), g1);
            g2 = pj.fma(DoubleVector.fromArray(SPECIES, p, at + 4), g2);
            g3 = pj.fma(DoubleVector.fromArray(SPECIES, p, at + 6), g3);
        }
        g0.intoArray(g, 0);
        g1.intoArray(g, 2);
        g2.intoArray(g, 4);
        g3.intoArray(g, 6);
    }
}
