package dev.lanewise.internal.kernel.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.PackedWeights;

/// A dense layer with lanes along its outputs; the weights come as [PackedWeights].
///
/// Outputs go through in groups of four vectors: one sample keeps four sums in registers, and four samples together
/// keep sixteen and use each weight four times. A group of 512-bit vectors reads four panels side by side, one of
/// 256-bit vectors two, one of 128-bit vectors one. The vectors behind the last whole group go through two at a time for
/// one sample, which would wait for one chain of sums after the other, and one by one for four.
final class VectorLayer {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int GROUP = 4 * LANES;
    private static final int PANEL = Kernels.PAD;

    private VectorLayer() {}

    static void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        int padded = Kernels.padded(outputs);
        int s = 0;
        for (; s <= samples - 4; s += 4) {
            int xs = xOff + s * xStride, ys = yOff + s * yStride;
            int j = 0;
            for (; j <= padded - GROUP; j += GROUP) {
                fourSamplesFourVectors(inputs, packed, j, bias, x, xs, xStride, y, ys + j, yStride);
            }
            for (; j < padded; j += LANES) {
                fourSamplesOneVector(inputs, packed, j, bias, x, xs, xStride, y, ys + j, yStride);
            }
        }
        for (; s < samples; s++) {
            int xs = xOff + s * xStride, ys = yOff + s * yStride;
            int j = 0;
            for (; j <= padded - GROUP; j += GROUP) oneSampleFourVectors(inputs, packed, j, bias, x, xs, y, ys + j);
            for (; j <= padded - 2 * LANES; j += 2 * LANES) {
                oneSampleTwoVectors(inputs, packed, j, bias, x, xs, y, ys + j);
            }
            if (j < padded) oneSampleOneVector(inputs, packed, j, bias, x, xs, y, ys + j);
        }
    }

    private static void oneSampleFourVectors(int inputs, double[] w, int j, double[] bias, double[] x, int xOff,
            double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, bias, j + LANES);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, bias, j + 2 * LANES);
        DoubleVector c3 = DoubleVector.fromArray(SPECIES, bias, j + 3 * LANES);
        int p0 = PackedWeights.offset(j, inputs), p1 = PackedWeights.offset(j + LANES, inputs);
        int p2 = PackedWeights.offset(j + 2 * LANES, inputs), p3 = PackedWeights.offset(j + 3 * LANES, inputs);
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
        c1.intoArray(y, yOff + LANES);
        c2.intoArray(y, yOff + 2 * LANES);
        c3.intoArray(y, yOff + 3 * LANES);
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

    private static void fourSamplesFourVectors(int inputs, double[] w, int j, double[] bias, double[] x, int x0,
            int xStride, double[] y, int y0, int yStride) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, bias, j), c10 = c00, c20 = c00, c30 = c00;
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, bias, j + LANES), c11 = c01, c21 = c01, c31 = c01;
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, bias, j + 2 * LANES), c12 = c02, c22 = c02, c32 = c02;
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, bias, j + 3 * LANES), c13 = c03, c23 = c03, c33 = c03;
        int x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
        int p0 = PackedWeights.offset(j, inputs), p1 = PackedWeights.offset(j + LANES, inputs);
        int p2 = PackedWeights.offset(j + 2 * LANES, inputs), p3 = PackedWeights.offset(j + 3 * LANES, inputs);
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
