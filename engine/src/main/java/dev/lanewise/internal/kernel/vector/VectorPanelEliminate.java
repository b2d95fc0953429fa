package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// One pass down a panel of eight columns: the reflector of column j goes over each row, and the row, while it is in the
/// register, into the products of column j + 1.
///
/// Column j itself becomes v in the same FMA as the columns on its right: its lane of the row is cleared, and its x is
/// 1, since 1·v + 0 = v. Where x is 0, the finished columns on its left, nothing changes: 0·v + p = p for a p that is
/// not −0.0, which no v is.
final class VectorPanelEliminate {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);
    private static final int WIDTH = Kernels.PANEL;
    /// Row j: all bits set, but none in lane j.
    private static final long[] KEPT = new long[WIDTH * WIDTH];

    static {
        for (int i = 0; i < KEPT.length; i++) KEPT[i] = i / WIDTH == i % WIDTH ? 0L : -1L;
    }

    private VectorPanelEliminate() {}

    static void eliminate(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        switch (SPECIES.length()) {
            case 8 -> eliminate512(rows, p, pOff, j, inverse, x, g);
            case 4 -> eliminate256(rows, p, pOff, j, inverse, x, g);
            default -> eliminate128(rows, p, pOff, j, inverse, x, g);
        }
    }

    private static void eliminate512(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        int next = Math.min(j + 1, WIDTH - 1);
        double xNext = x[next];
        DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, 0), g0 = DoubleVector.fromArray(SPECIES, g, 0);
        LongVector keep0 = LongVector.fromArray(LONGS, KEPT, j * WIDTH);
        for (int i = 0, at = pOff; i < rows; i++, at += WIDTH) {
            double v = p[at + j] * inverse;
            DoubleVector vs = DoubleVector.broadcast(SPECIES, v);
            DoubleVector a = DoubleVector.broadcast(SPECIES, Math.fma(v, xNext, p[at + next]));
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, p, at).reinterpretAsLongs().and(keep0)
                    .reinterpretAsDoubles();
            p0 = vs.fma(x0, p0);
            p0.intoArray(p, at);
            g0 = a.fma(p0, g0);
        }
        g0.intoArray(g, 0);
    }

    private static void eliminate256(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        int next = Math.min(j + 1, WIDTH - 1);
        double xNext = x[next];
        DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, 0), g0 = DoubleVector.fromArray(SPECIES, g, 0);
        DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, 4), g1 = DoubleVector.fromArray(SPECIES, g, 4);
        LongVector keep0 = LongVector.fromArray(LONGS, KEPT, j * WIDTH);
        LongVector keep1 = LongVector.fromArray(LONGS, KEPT, j * WIDTH + 4);
        for (int i = 0, at = pOff; i < rows; i++, at += WIDTH) {
            double v = p[at + j] * inverse;
            DoubleVector vs = DoubleVector.broadcast(SPECIES, v);
            DoubleVector a = DoubleVector.broadcast(SPECIES, Math.fma(v, xNext, p[at + next]));
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, p, at).reinterpretAsLongs().and(keep0)
                    .reinterpretAsDoubles();
            DoubleVector p1 = DoubleVector.fromArray(SPECIES, p, at + 4).reinterpretAsLongs().and(keep1)
                    .reinterpretAsDoubles();
            p0 = vs.fma(x0, p0);
            p1 = vs.fma(x1, p1);
            p0.intoArray(p, at);
            p1.intoArray(p, at + 4);
            g0 = a.fma(p0, g0);
            g1 = a.fma(p1, g1);
        }
        g0.intoArray(g, 0);
        g1.intoArray(g, 4);
    }

    private static void eliminate128(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        int next = Math.min(j + 1, WIDTH - 1);
        double xNext = x[next];
        DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, 0), g0 = DoubleVector.fromArray(SPECIES, g, 0);
        DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, 2), g1 = DoubleVector.fromArray(SPECIES, g, 2);
        DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, 4), g2 = DoubleVector.fromArray(SPECIES, g, 4);
        DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, 6), g3 = DoubleVector.fromArray(SPECIES, g, 6);
        LongVector keep0 = LongVector.fromArray(LONGS, KEPT, j * WIDTH);
        LongVector keep1 = LongVector.fromArray(LONGS, KEPT, j * WIDTH + 2);
        LongVector keep2 = LongVector.fromArray(LONGS, KEPT, j * WIDTH + 4);
        LongVector keep3 = LongVector.fromArray(LONGS, KEPT, j * WIDTH + 6);
        for (int i = 0, at = pOff; i < rows; i++, at += WIDTH) {
            double v = p[at + j] * inverse;
            DoubleVector vs = DoubleVector.broadcast(SPECIES, v);
            DoubleVector a = DoubleVector.broadcast(SPECIES, Math.fma(v, xNext, p[at + next]));
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, p, at).reinterpretAsLongs().and(keep0)
                    .reinterpretAsDoubles();
            DoubleVector p1 = DoubleVector.fromArray(SPECIES, p, at + 2).reinterpretAsLongs().and(keep1)
                    .reinterpretAsDoubles();
            DoubleVector p2 = DoubleVector.fromArray(SPECIES, p, at + 4).reinterpretAsLongs().and(keep2)
                    .reinterpretAsDoubles();
            DoubleVector p3 = DoubleVector.fromArray(SPECIES, p, at + 6).reinterpretAsLongs().and(keep3)
                    .reinterpretAsDoubles();
            p0 = vs.fma(x0, p0);
            p1 = vs.fma(x1, p1);
            p2 = vs.fma(x2, p2);
            p3 = vs.fma(x3, p3);
            p0.intoArray(p, at);
            p1.intoArray(p, at + 2);
            p2.intoArray(p, at + 4);
            p3.intoArray(p, at + 6);
            g0 = a.fma(p0, g0);
            g1 = a.fma(p1, g1);
            g2 = a.fma(p2, g2);
            g3 = a.fma(p3, g3);
        }
        g0.intoArray(g, 0);
        g1.intoArray(g, 2);
        g2.intoArray(g, 4);
        g3.intoArray(g, 6);
    }
}
