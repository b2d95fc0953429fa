package dev.lanewise.internal.kernel;

/// The functions of one number that [Kernels#map] applies to each element of a range.
///
/// Each constant states the function; its bits are those of the class that is named with it, in `kernel.scalar`. NaN
/// stays NaN in all of them, and no other number becomes NaN.
public enum Elementwise {
    /// tanh x: ±0 stays ±0, ±∞ becomes ±1. `ScalarTanh`.
    TANH("tanh", 32),
    /// tanh′ x = 1 − tanh² x: 1 at ±0, +0 at ±∞. `ScalarBell`.
    TANH_DERIVATIVE("tanhDerivative", 32),
    /// σ(x) = 1/(1 + e^(−x)): ½ at ±0, +0 at −∞, 1 at ∞. `ScalarSigmoid`.
    SIGMOID("sigmoid", 32),
    /// σ′(x) = σ(x)·σ(−x): ¼ at ±0, +0 at ±∞. `ScalarBell`.
    SIGMOID_DERIVATIVE("sigmoidDerivative", 32),
    /// max(x, +0.0): −0.0 becomes +0.0. `ScalarElementwise`.
    RELU("relu", 1),
    /// 1 where x > 0, 0 where x ≤ 0. `ScalarElementwise`.
    RELU_DERIVATIVE("reluDerivative", 1);

    private final String title;
    private final int work;

    Elementwise(String title, int work) {
        this.title = title;
        this.work = work;
    }

    /// The name in messages, which is that of the public method.
    ///
    /// @return a Java name
    public String title() {
        return title;
    }

    /// What an element costs in plain loops, roughly, in fused multiply-adds.
    ///
    /// @return at least 1
    public int work() {
        return work;
    }
}
