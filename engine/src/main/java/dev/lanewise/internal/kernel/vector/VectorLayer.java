package dev.lanewise.internal.kernel.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.PackedWeights;

/// A dense layer with lanes along its outputs; the weights come as [PackedWeights].
///
/// One sample keeps eight sums in registers: eight chains of FMAs, of which each waits for its last. At 512 bits they
/// belong to two wide panels that lie half of the layer apart, and of each four lines are read in a turn: two streams, which
/// run on into the next panels. At 256 bits the eight are a panel, at 128 bits half of one.
///
/// Four samples together keep sixteen sums and use each weight four times. All samples meet a group of panels before the
/// next one comes. Of the narrow panels, behind the wide ones, one sample takes two vectors at a time, because a single
/// sum waits for itself; four samples have four sums in one.
final class VectorLayer {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int PANEL = Kernels.PAD;
    private static final int WIDE = PackedWeights.WIDE;
    /// Outputs of four vectors; at 512 bits a wide panel.
    private static final int FOUR = 4 * LANES;

    private VectorLayer() {}

    static void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        int padded = Kernels.padded(outputs), wide = PackedWeights.inWidePanels(outputs);
        // Pairs of panels, half of them apart, at 512 bits; else panels, or halves of them, one after the other.
        boolean pairs = LANES == PANEL;
        int apart = pairs ? wide / (2 * WIDE) * WIDE : FOUR, end = pairs ? apart : wide;
        int step = pairs ? WIDE : 2 * FOUR, done = pairs ? 2 * apart : wide, together = samples - samples % 4;
        for (int j = 0; j < end; j += step) {
            int s = 0, xs = xOff, ys = yOff + j;
            for (; s < together; s += 4, xs += 4 * xStride, ys += 4 * yStride) {
                fourSamplesFourVectors(inputs, packed, j, bias, x, xs, xStride, y, ys, yStride);
                fourSamplesFourVectors(inputs, packed, j + apart, bias, x, xs, xStride, y, ys + apart, yStride);
            }
            for (; s < samples; s++, xs += xStride, ys += yStride) {
                oneSampleEightVectors(inputs, packed, j, apart, bias, x, xs, y, ys);
            }
        }
        if (done < wide) onePanel(samples, inputs, packed, done, bias, x, xOff, xStride, y, yOff + done, yStride);
        if (wide < padded) {
            narrowPanels(samples, inputs, wide, padded, packed, bias, x, xOff, xStride, y, yOff, yStride);
        }
    }

    /// At 512 bits, the last wide panel, if their number is odd.
    private static void onePanel(int samples, int inputs, double[] packed, int j, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        int together = samples - samples % 4, s = 0, xs = xOff, ys = yOff;
        for (; s < together; s += 4, xs += 4 * xStride, ys += 4 * yStride) {
            fourSamplesFourVectors(inputs, packed, j, bias, x, xs, xStride, y, ys, yStride);
        }
        for (; s < samples; s++, xs += xStride, ys += yStride) {
            oneSampleFourVectors(inputs, packed, j, bias, x, xs, y, ys);
        }
    }

    private static void narrowPanels(int samples, int inputs, int from, int to, double[] packed, double[] bias,
            double[] x, int xOff, int xStride, double[] y, int yOff, int yStride) {
        int together = samples - samples % 4, s = 0, xs = xOff, ys = yOff;
        for (; s < together; s += 4, xs += 4 * xStride, ys += 4 * yStride) {
            for (int j = from; j < to; j += LANES) {
                fourSamplesOneVector(inputs, packed, j, bias, x, xs, xStride, y, ys + j, yStride);
            }
        }
        for (; s < samples; s++, xs += xStride, ys += yStride) {
            int j = from;
            for (; j <= to - 2 * LANES; j += 2 * LANES) {
                oneSampleTwoVectors(inputs, packed, j, bias, x, xs, y, ys + j);
            }
            if (j < to) oneSampleOneVector(inputs, packed, j, bias, x, xs, y, ys + j);
        }
    }

    /// Four neighbouring vectors from output j on, and four from output j + `apart` on.
    private static void oneSampleEightVectors(int inputs, double[] w, int j, int apart, double[] bias, double[] x,
            int xOff, double[] y, int yOff) {
        int h = j + apart;
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, bias, j + LANES);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, bias, j + 2 * LANES);
        DoubleVector c3 = DoubleVector.fromArray(SPECIES, bias, j + 3 * LANES);
        DoubleVector d0 = DoubleVector.fromArray(SPECIES, bias, h);
        DoubleVector d1 = DoubleVector.fromArray(SPECIES, bias, h + LANES);
        DoubleVector d2 = DoubleVector.fromArray(SPECIES, bias, h + 2 * LANES);
        DoubleVector d3 = DoubleVector.fromArray(SPECIES, bias, h + 3 * LANES);
        int p = PackedWeights.offset(j, WIDE, inputs), q = PackedWeights.offset(h, WIDE, inputs);
        for (int k = 0; k < inputs; k++) {
            DoubleVector xk = DoubleVector.broadcast(SPECIES, x[xOff + k]);
            // The fence is no instruction, but C2 moves no load across it. Left alone it reads lines out of order, in
            // which the processor's prefetcher does not recognise a stream.
            c0 = xk.fma(DoubleVector.fromArray(SPECIES, w, p + k * WIDE), c0);
            d0 = xk.fma(DoubleVector.fromArray(SPECIES, w, q + k * WIDE), d0);
            if (LANES == PANEL) VarHandle.loadLoadFence();
            c1 = xk.fma(DoubleVector.fromArray(SPECIES, w, p + LANES + k * WIDE), c1);
            d1 = xk.fma(DoubleVector.fromArray(SPECIES, w, q + LANES + k * WIDE), d1);
            if (LANES == PANEL) VarHandle.loadLoadFence();
            c2 = xk.fma(DoubleVector.fromArray(SPECIES, w, p + 2 * LANES + k * WIDE), c2);
            d2 = xk.fma(DoubleVector.fromArray(SPECIES, w, q + 2 * LANES + k * WIDE), d2);
            if (LANES == PANEL) VarHandle.loadLoadFence();
            c3 = xk.fma(DoubleVector.fromArray(SPECIES, w, p + 3 * LANES + k * WIDE), c3);
            d3 = xk.fma(DoubleVector.fromArray(SPECIES, w, q + 3 * LANES + k * WIDE), d3);
            if (LANES == PANEL) VarHandle.loadLoadFence();
        }
        c0.intoArray(y, yOff);
        c1.intoArray(y, yOff + LANES);
        c2.intoArray(y, yOff + 2 * LANES);
        c3.intoArray(y, yOff + 3 * LANES);
        d0.intoArray(y, yOff + apart);
        d1.intoArray(y, yOff + apart + LANES);
        d2.intoArray(y, yOff + apart + 2 * LANES);
        d3.intoArray(y, yOff + apart + 3 * LANES);
    }

    private static void oneSampleFourVectors(int inputs, double[] w, int j, double[] bias, double[] x, int xOff,
            double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, bias, j + LANES);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, bias, j + 2 * LANES);
        DoubleVector c3 = DoubleVector.fromArray(SPECIES, bias, j + 3 * LANES);
        int p = PackedWeights.offset(j, WIDE, inputs);
        for (int k = 0; k < inputs; k++) {
            DoubleVector xk = DoubleVector.broadcast(SPECIES, x[xOff + k]);
            c0 = xk.fma(DoubleVector.fromArray(SPECIES, w, p + k * WIDE), c0);
            c1 = xk.fma(DoubleVector.fromArray(SPECIES, w, p + LANES + k * WIDE), c1);
            c2 = xk.fma(DoubleVector.fromArray(SPECIES, w, p + 2 * LANES + k * WIDE), c2);
            c3 = xk.fma(DoubleVector.fromArray(SPECIES, w, p + 3 * LANES + k * WIDE), c3);
            if (LANES == PANEL) VarHandle.loadLoadFence();
        }
        c0.intoArray(y, yOff);
        c1.intoArray(y, yOff + LANES);
        c2.intoArray(y, yOff + 2 * LANES);
        c3.intoArray(y, yOff + 3 * LANES);
    }

    private static void oneSampleTwoVectors(int inputs, double[] w, int j, double[] bias, double[] x, int xOff,
            double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, bias, j + LANES);
        int p0 = PackedWeights.offset(j, PANEL, inputs), p1 = PackedWeights.offset(j + LANES, PANEL, inputs);
        for (int k = 0; k < inputs; k++) {
            DoubleVector xk = DoubleVector.broadcast(SPECIES, x[xOff + k]);
            c0 = xk.fma(DoubleVector.fromArray(SPECIES, w, p0 + k * PANEL), c0);
            c1 = xk.fma(DoubleVector.fromArray(SPECIES, w, p1 + k * PANEL), c1);
        }
        c0.intoArray(y, yOff);
        c1.intoArray(y, yOff + LANES);
    }

    private static void oneSampleOneVector(int inputs, double[] w, int j, double[] bias, double[] x, int xOff,
            double[] y, int yOff) {
        DoubleVector c = DoubleVector.fromArray(SPECIES, bias, j);
        for (int k = 0, p = PackedWeights.offset(j, PANEL, inputs); k < inputs; k++, p += PANEL) {
            c = DoubleVector.broadcast(SPECIES, x[xOff + k]).fma(DoubleVector.fromArray(SPECIES, w, p), c);
        }
        c.intoArray(y, yOff);
    }

    private static void fourSamplesFourVectors(int inputs, double[] w, int j, double[] bias, double[] x,
            int x0, int xStride, double[] y, int y0, int yStride) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, bias, j), c10 = c00, c20 = c00, c30 = c00;
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, bias, j + LANES), c11 = c01, c21 = c01, c31 = c01;
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, bias, j + 2 * LANES), c12 = c02, c22 = c02, c32 = c02;
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, bias, j + 3 * LANES), c13 = c03, c23 = c03, c33 = c03;
        int x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
        int p = PackedWeights.offset(j, WIDE, inputs);
        for (int k = 0; k < inputs; k++) {
            DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, p + k * WIDE);
            DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, p + LANES + k * WIDE);
            DoubleVector w2 = DoubleVector.fromArray(SPECIES, w, p + 2 * LANES + k * WIDE);
            DoubleVector w3 = DoubleVector.fromArray(SPECIES, w, p + 3 * LANES + k * WIDE);
            DoubleVector xk = DoubleVector.broadcast(SPECIES, x[x0 + k]);
            c00 = xk.fma(w0, c00);
            c01 = xk.fma(w1, c01);
            c02 = xk.fma(w2, c02);
            c03 = xk.fma(w3, c03);
            xk = DoubleVector.broadcast(SPECIES, x[x1 + k]);
            c10 = xk.fma(w0, c10);
            c11 = xk.fma(w1, c11);
            c12 = xk.fma(w2, c12);
            c13 = xk.fma(w3, c13);
            xk = DoubleVector.broadcast(SPECIES, x[x2 + k]);
            c20 = xk.fma(w0, c20);
            c21 = xk.fma(w1, c21);
            c22 = xk.fma(w2, c22);
            c23 = xk.fma(w3, c23);
            xk = DoubleVector.broadcast(SPECIES, x[x3 + k]);
            c30 = xk.fma(w0, c30);
            c31 = xk.fma(w1, c31);
            c32 = xk.fma(w2, c32);
            c33 = xk.fma(w3, c33);
        }
        int y1 = y0 + yStride, y2 = y1 + yStride, y3 = y2 + yStride;
        c00.intoArray(y, y0);
        c01.intoArray(y, y0 + LANES);
        c02.intoArray(y, y0 + 2 * LANES);
        c03.intoArray(y, y0 + 3 * LANES);
        c10.intoArray(y, y1);
        c11.intoArray(y, y1 + LANES);
        c12.intoArray(y, y1 + 2 * LANES);
        c13.intoArray(y, y1 + 3 * LANES);
        c20.intoArray(y, y2);
        c21.intoArray(y, y2 + LANES);
        c22.intoArray(y, y2 + 2 * LANES);
        c23.intoArray(y, y2 + 3 * LANES);
        c30.intoArray(y, y3);
        c31.intoArray(y, y3 + LANES);
        c32.intoArray(y, y3 + 2 * LANES);
        c33.intoArray(y, y3 + 3 * LANES);
    }

    private static void fourSamplesOneVector(int inputs, double[] w, int j, double[] bias, double[] x, int x0,
            int xStride, double[] y, int y0, int yStride) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j), c1 = c0, c2 = c0, c3 = c0;
        int x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
        for (int k = 0, p = PackedWeights.offset(j, PANEL, inputs); k < inputs; k++, p += PANEL) {
            DoubleVector wk = DoubleVector.fromArray(SPECIES, w, p);
            c0 = DoubleVector.broadcast(SPECIES, x[x0 + k]).fma(wk, c0);
            c1 = DoubleVector.broadcast(SPECIES, x[x1 + k]).fma(wk, c1);
            c2 = DoubleVector.broadcast(SPECIES, x[x2 + k]).fma(wk, c2);
            c3 = DoubleVector.broadcast(SPECIES, x[x3 + k]).fma(wk, c3);
        }
        c0.intoArray(y, y0);
        c1.intoArray(y, y0 + yStride);
        c2.intoArray(y, y0 + 2 * yStride);
        c3.intoArray(y, y0 + 3 * yStride);
    }
}
