package dev.lanewise.internal.kernel.scalar;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.PackedWeights;

/// One dense layer, eight outputs at a time, a panel or a quarter of one; the weights come as [PackedWeights].
final class ScalarLayer {
    private static final int EIGHT = Kernels.PAD;

    private ScalarLayer() {}

    static void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        int wide = PackedWeights.inWidePanels(outputs);
        for (int j = 0; j < outputs; j += EIGHT) {
            int panel = j < wide ? PackedWeights.WIDE : Kernels.PAD, at = PackedWeights.offset(j, panel, inputs);
            for (int s = 0; s < samples; s++) {
                eightOutputs(inputs, packed, at, panel, bias, j, x, xOff + s * xStride, y, yOff + s * yStride + j);
            }
        }
    }

    private static void eightOutputs(int inputs, double[] w, int wOff, int panel, double[] bias, int biasOff,
            double[] x, int xOff, double[] y, int yOff) {
        double s0 = bias[biasOff], s1 = bias[biasOff + 1], s2 = bias[biasOff + 2], s3 = bias[biasOff + 3];
        double s4 = bias[biasOff + 4], s5 = bias[biasOff + 5], s6 = bias[biasOff + 6], s7 = bias[biasOff + 7];
        for (int k = 0, at = wOff; k < inputs; k++, at += panel) {
            double xk = x[xOff + k];
            s0 = Math.fma(xk, w[at], s0);
            s1 = Math.fma(xk, w[at + 1], s1);
            s2 = Math.fma(xk, w[at + 2], s2);
            s3 = Math.fma(xk, w[at + 3], s3);
            s4 = Math.fma(xk, w[at + 4], s4);
            s5 = Math.fma(xk, w[at + 5], s5);
            s6 = Math.fma(xk, w[at + 6], s6);
            s7 = Math.fma(xk, w[at + 7], s7);
        }
        y[yOff] = s0;
        y[yOff + 1] = s1;
        y[yOff + 2] = s2;
        y[yOff + 3] = s3;
        y[yOff + 4] = s4;
        y[yOff + 5] = s5;
        y[yOff + 6] = s6;
        y[yOff + 7] = s7;
    }
}
