package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// A dense layer with lanes along its outputs.
///
/// The outputs, padded to 8, make vectors of LANES; the vectors make panels of four, and what is left at the end makes
/// one narrower panel. A panel holds, input by input, the weights of its outputs:
///
///     input 0: v₀ v₁ v₂ v₃ │ input 1: v₀ v₁ v₂ v₃ │ …          vᵢ: weights of LANES outputs from one input
///
/// so the kernels read the weights once, front to back. One sample keeps four sums in registers; four samples together
/// keep sixteen and use each weight four times.
final class VectorLayer {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 4 * LANES;

    private VectorLayer() {}

    static double[] pack(int outputs, int inputs, double[] weights) {
        int padded = Kernels.padded(outputs);
        double[] packed = new double[padded * inputs];
        for (int first = 0; first < outputs; first += PANEL) {
            int width = Math.min(PANEL, padded - first);
            for (int j = first; j < Math.min(first + PANEL, outputs); j++) {
                int at = first * inputs + j - first;
                for (int k = 0; k < inputs; k++) packed[at + k * width] = weights[j * inputs + k];
            }
        }
        return packed;
    }

    static void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        int padded = Kernels.padded(outputs);
        for (int j = 0; j < padded; j += PANEL) {
            int width = Math.min(PANEL, padded - j);
            int w = j * inputs;
            int s = 0;
            for (; s <= samples - 4; s += 4) {
                int xs = xOff + s * xStride, ys = yOff + s * yStride + j;
                if (width == PANEL) {
                    fourSamplesFourVectors(inputs, packed, w, bias, j, x, xs, xStride, y, ys, yStride);
                } else {
                    for (int v = 0; v < width; v += LANES) {
                        fourSamplesOneVector(inputs, packed, w + v, width, bias, j + v, x, xs, xStride, y, ys + v,
                                yStride);
                    }
                }
            }
            for (; s < samples; s++) {
                int xs = xOff + s * xStride, ys = yOff + s * yStride + j;
                if (width == PANEL) {
                    oneSampleFourVectors(inputs, packed, w, bias, j, x, xs, y, ys);
                } else {
                    for (int v = 0; v < width; v += LANES) {
                        oneSampleOneVector(inputs, packed, w + v, width, bias, j + v, x, xs, y, ys + v);
                    }
                }
            }
        }
    }

    private static void oneSampleFourVectors(int inputs, double[] w, int wOff, double[] bias, int j, double[] x,
            int xOff, double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, bias, j + LANES);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, bias, j + 2 * LANES);
        DoubleVector c3 = DoubleVector.fromArray(SPECIES, bias, j + 3 * LANES);
        for (int k = 0, at = wOff; k < inputs; k++, at += PANEL) {
            DoubleVector xk = DoubleVector.broadcast(SPECIES, x[xOff + k]);
            c0 = xk.fma(DoubleVector.fromArray(SPECIES, w, at), c0);
            c1 = xk.fma(DoubleVector.fromArray(SPECIES, w, at + LANES), c1);
            c2 = xk.fma(DoubleVector.fromArray(SPECIES, w, at + 2 * LANES), c2);
            c3 = xk.fma(DoubleVector.fromArray(SPECIES, w, at + 3 * LANES), c3);
        }
        c0.intoArray(y, yOff);
        c1.intoArray(y, yOff + LANES);
        c2.intoArray(y, yOff + 2 * LANES);
        c3.intoArray(y, yOff + 3 * LANES);
    }

    private static void oneSampleOneVector(int inputs, double[] w, int wOff, int wStride, double[] bias, int j,
            double[] x, int xOff, double[] y, int yOff) {
        DoubleVector c = DoubleVector.fromArray(SPECIES, bias, j);
        for (int k = 0, at = wOff; k < inputs; k++, at += wStride) {
            c = DoubleVector.broadcast(SPECIES, x[xOff + k]).fma(DoubleVector.fromArray(SPECIES, w, at), c);
        }
        c.intoArray(y, yOff);
    }

    private static void fourSamplesFourVectors(int inputs, double[] w, int wOff, double[] bias, int j, double[] x,
            int x0, int xStride, double[] y, int y0, int yStride) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, bias, j), c10 = c00, c20 = c00, c30 = c00;
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, bias, j + LANES), c11 = c01, c21 = c01, c31 = c01;
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, bias, j + 2 * LANES), c12 = c02, c22 = c02, c32 = c02;
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, bias, j + 3 * LANES), c13 = c03, c23 = c03, c33 = c03;
        int x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
        for (int k = 0, at = wOff; k < inputs; k++, at += PANEL) {
            DoubleVector w0 = DoubleVector.fromArray(SPECIES, w, at);
            DoubleVector w1 = DoubleVector.fromArray(SPECIES, w, at + LANES);
            DoubleVector w2 = DoubleVector.fromArray(SPECIES, w, at + 2 * LANES);
            DoubleVector w3 = DoubleVector.fromArray(SPECIES, w, at + 3 * LANES);
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

    private static void fourSamplesOneVector(int inputs, double[] w, int wOff, int wStride, double[] bias, int j,
            double[] x, int x0, int xStride, double[] y, int y0, int yStride) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, bias, j), c1 = c0, c2 = c0, c3 = c0;
        int x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
        for (int k = 0, at = wOff; k < inputs; k++, at += wStride) {
            DoubleVector wk = DoubleVector.fromArray(SPECIES, w, at);
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
