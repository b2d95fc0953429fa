package dev.lanewise.internal.kernel;

/// The order in which [Kernels#layer] reads the weights of a dense layer, the same in every implementation.
///
/// Outputs come in panels of [Kernels#PAD], the last one filled up with zeros. A panel holds, input by input, the
/// weights of its eight outputs:
///
///     w₀₀ w₁₀ … w₇₀ │ w₀₁ w₁₁ … w₇₁ │ … │ w₀ₖ w₁ₖ … w₇ₖ        wⱼₖ: output j, input k
///
/// Eight doubles are one vector of 512 bits, two of 256 or four of 128, so every width reads them front to back.
public final class PackedWeights {
    private static final int PANEL = Kernels.PAD;

    private PackedWeights() {}

    /// Rearranges weights.
    ///
    /// @param outputs rows of the weights
    /// @param inputs columns of the weights
    /// @param weights row-major, outputs × inputs
    /// @return `padded(outputs)·inputs` doubles, panel by panel
    public static double[] of(int outputs, int inputs, double[] weights) {
        double[] packed = new double[Kernels.padded(outputs) * inputs];
        for (int j = 0; j < outputs; j++) {
            int at = offset(j, inputs);
            for (int k = 0; k < inputs; k++) packed[at + k * PANEL] = weights[j * inputs + k];
        }
        return packed;
    }

    /// Where the weight of output j for input 0 stands; those for the further inputs follow at a distance of
    /// [Kernels#PAD].
    ///
    /// @param j output
    /// @param inputs columns of the weights
    /// @return an index of the packed weights
    public static int offset(int j, int inputs) {
        return j / PANEL * PANEL * inputs + j % PANEL;
    }
}
