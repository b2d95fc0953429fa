package dev.lanewise.internal.kernel;

/// The order in which [Kernels#layer] reads the weights of a dense layer, the same in every implementation.
///
/// Outputs come in panels of [#WIDE], and what is left of them in panels of [Kernels#PAD], the last one filled up with
/// zeros. A panel holds, input by input, the weights of its outputs; wⱼₖ is output j, input k:
///
///     six zeros │ w₀₀ w₁₀ … w₃₁,₀ │ w₀₁ w₁₁ … w₃₁,₁ │ … │ w₀ₖ w₁ₖ … w₃₁,ₖ │ the next panel
///
/// Thirty-two doubles are four vectors of 512 bits, eight of 256 or sixteen of 128, so every width reads whole lines of the
/// cache in their order. The zeros are there because a long array stands alone in the heap, as a rule, with 16 bytes of
/// header before its elements: the first panel then begins where a line of 64 bytes does.
public final class PackedWeights {
    /// Outputs of a wide panel.
    public static final int WIDE = 32;
    /// Elements before the first panel.
    public static final int BEFORE = 6;

    private PackedWeights() {}

    /// Rearranges weights.
    ///
    /// @param outputs rows of the weights
    /// @param inputs columns of the weights
    /// @param weights row-major, outputs × inputs
    /// @return `BEFORE + padded(outputs)·inputs` doubles, panel by panel
    public static double[] of(int outputs, int inputs, double[] weights) {
        double[] packed = new double[BEFORE + Kernels.padded(outputs) * inputs];
        int wide = inWidePanels(outputs);
        for (int j = 0; j < outputs; j++) {
            int panel = j < wide ? WIDE : Kernels.PAD, at = offset(j, panel, inputs);
            for (int k = 0; k < inputs; k++) packed[at + k * panel] = weights[j * inputs + k];
        }
        return packed;
    }

    /// How many outputs stand in wide panels; the others follow in panels of [Kernels#PAD].
    ///
    /// @param outputs rows of the weights
    /// @return a multiple of [#WIDE]
    public static int inWidePanels(int outputs) {
        return Kernels.padded(outputs) / WIDE * WIDE;
    }

    /// Where the weight of output j for input 0 stands; those for the further inputs follow at a distance of a panel.
    ///
    /// @param j output
    /// @param panel how many outputs its panel has
    /// @param inputs columns of the weights
    /// @return an index of the packed weights
    public static int offset(int j, int panel, int inputs) {
        return BEFORE + j / panel * panel * inputs + j % panel;
    }
}
