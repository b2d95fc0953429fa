package dev.lanewise.internal.kernel.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.PackedWeights;

/// A dense layer with lanes along its outputs; the weights come as [PackedWeights].
///
/// Outputs go through in groups of four vectors: one sample keeps four sums in registers, and four samples together
/// keep sixteen and use each weight four times. A group of 512-bit vectors reads four panels, one of 256-bit vectors
/// two, one of 128-bit vectors one. The panels of a group lie a quarter (half) of the layer apart: each is then a stream
/// that runs on into the panel of the next group, which the processor's prefetcher follows without a break.
///
/// The vectors behind the last whole group go through two at a time for one sample, which would wait for one chain of
/// sums after the other, and one by one for four. All samples meet a group before the next one comes.
final class VectorLayer {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int PANEL = Kernels.PAD;
    private static final int STREAMS = 4 * LANES / PANEL;

    private VectorLayer() {}

    static void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        int padded = Kernels.padded(outputs);
        int apart = padded / (STREAMS * PANEL) * PANEL, together = samples - samples % 4;
        for (int j = 0; j < apart; j += PANEL) {
            int s = 0, xs = xOff, ys = yOff + j;
            for (; s < together; s += 4, xs += 4 * xStride, ys += 4 * yStride) {
                fourSamplesFourVectors(inputs, packed, j, apart, bias, x, xs, xStride, y, ys, yStride);
            }
            for (; s < samples; s++, xs += xStride, ys += yStride) {
                oneSampleFourVectors(inputs, packed, j, apart, bias, x, xs, y, ys);
            }
        }
        int rest = STREAMS * apart, s = 0, xs = xOff, ys = yOff;
        if (rest == padded) return;
        for (; s < together; s += 4, xs += 4 * xStride, ys += 4 * yStride) {
            for (int j = rest; j < padded; j += LANES) {
                fourSamplesOneVector(inputs, packed, j, bias, x, xs, xStride, y, ys + j, yStride);
            }
        }
        for (; s < samples; s++, xs += xStride, ys += yStride) {
            int j = rest;
            for (; j <= padded - 2 * LANES; j += 2 * LANES) {
                oneSampleTwoVectors(inputs, packed, j, bias, x, xs, y, ys + j);
            }
            if (j < padded) oneSampleOneVector(inputs, packed, j, bias, x, xs, y, ys + j);
        }
    }

    /// Where vector v of a group begins, counted from its first, if its panels lie so far apart.
    private static int begin(int v, int apart) {
        return v * LANES / PANEL * apart + v * LANES % PANEL;
    }

    private static void oneSampleFourVectors(int inputs, double[] w, int j, int apart, double[] bias, double[] x,
            int xOff, double[] y, int yOff) {
        int v1 = begin(1, apart), v2 = begin(2, apart), v3 = begin(3, apart);
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j), c1 = DoubleVector.fromArray(SPECIES, bias, j + v1);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, bias, j + v2);
        DoubleVector c3 = DoubleVector.fromArray(SPECIES, bias, j + v3);
        int p0 = PackedWeights.offset(j, inputs), p1 = p0 + begin(1, apart * inputs);
        int p2 = p0 + begin(2, apart * inputs), p3 = p0 + begin(3, apart * inputs);
        for (int k = 0; k < inputs; k++) {
            DoubleVector xk = DoubleVector.broadcast(SPECIES, x[xOff + k]);
            c0 = xk.fma(DoubleVector.fromArray(SPECIES, w, p0 + k * PANEL), c0);
            c1 = xk.fma(DoubleVector.fromArray(SPECIES, w, p1 + k * PANEL), c1);
            c2 = xk.fma(DoubleVector.fromArray(SPECIES, w, p2 + k * PANEL), c2);
            c3 = xk.fma(DoubleVector.fromArray(SPECIES, w, p3 + k * PANEL), c3);
            // No instruction, but C2 moves no load across it. Left alone it unrolls the loop and reads the lines of a
            // panel out of order, in which the processor's prefetcher does not recognise a stream.
            if (LANES == PANEL) VarHandle.loadLoadFence();
        }
        c0.intoArray(y, yOff);
        c1.intoArray(y, yOff + v1);
        c2.intoArray(y, yOff + v2);
        c3.intoArray(y, yOff + v3);
    }

    private static void oneSampleTwoVectors(int inputs, double[] w, int j, double[] bias, double[] x, int xOff,
            double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, bias, j + LANES);
        int p0 = PackedWeights.offset(j, inputs), p1 = PackedWeights.offset(j + LANES, inputs);
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
        for (int k = 0, p = PackedWeights.offset(j, inputs); k < inputs; k++, p += PANEL) {
            c = DoubleVector.broadcast(SPECIES, x[xOff + k]).fma(DoubleVector.fromArray(SPECIES, w, p), c);
        }
        c.intoArray(y, yOff);
    }

    private static void fourSamplesFourVectors(int inputs, double[] w, int j, int apart, double[] bias, double[] x,
            int x0, int xStride, double[] y, int y0, int yStride) {
        int v1 = begin(1, apart), v2 = begin(2, apart), v3 = begin(3, apart);
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, bias, j), c10 = c00, c20 = c00, c30 = c00;
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, bias, j + v1), c11 = c01, c21 = c01, c31 = c01;
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, bias, j + v2), c12 = c02, c22 = c02, c32 = c02;
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, bias, j + v3), c13 = c03, c23 = c03, c33 = c03;
        int x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
        int p0 = PackedWeights.offset(j, inputs), p1 = p0 + begin(1, apart * inputs);
        int p2 = p0 + begin(2, apart * inputs), p3 = p0 + begin(3, apart * inputs);
        for (int k = 0; k < inputs; k++) {
            DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, p0 + k * PANEL);
            DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, p1 + k * PANEL);
            DoubleVector w2 = DoubleVector.fromArray(SPECIES, w, p2 + k * PANEL);
            DoubleVector w3 = DoubleVector.fromArray(SPECIES, w, p3 + k * PANEL);
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
        c01.intoArray(y, y0 + v1);
        c02.intoArray(y, y0 + v2);
        c03.intoArray(y, y0 + v3);
        c10.intoArray(y, y1);
        c11.intoArray(y, y1 + v1);
        c12.intoArray(y, y1 + v2);
        c13.intoArray(y, y1 + v3);
        c20.intoArray(y, y2);
        c21.intoArray(y, y2 + v1);
        c22.intoArray(y, y2 + v2);
        c23.intoArray(y, y2 + v3);
        c30.intoArray(y, y3);
        c31.intoArray(y, y3 + v1);
        c32.intoArray(y, y3 + v2);
        c33.intoArray(y, y3 + v3);
    }

    private static void fourSamplesOneVector(int inputs, double[] w, int j, double[] bias, double[] x, int x0,
            int xStride, double[] y, int y0, int yStride) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j), c1 = c0, c2 = c0, c3 = c0;
        int x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
        for (int k = 0, p = PackedWeights.offset(j, inputs); k < inputs; k++, p += PANEL) {
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
