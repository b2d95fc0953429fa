package dev.lanewise.internal.kernel;

/// The functions of one number that [Kernels#map] applies to each element of a range.
///
/// Each constant states the function; its bits are those of the class of `kernel.scalar` that is named with it, which
/// also says what becomes of zeros and infinities. NaN stays NaN in all of them. α is the parameter of those that have
/// one; the others ignore it.
public enum Elementwise {
    /// eˣ; its own derivative. `ScalarExp`.
    EXP("exp", 24),
    /// eˣ − 1; its derivative is eˣ. `ScalarExpm1`.
    EXPM1("expm1", 32),
    /// ln(1 + x), NaN for x < −1. `ScalarLog1p`.
    LOG1P("log1p", 32),
    /// 1/(1 + x), NaN for x < −1. `ScalarRectifier`.
    LOG1P_DERIVATIVE("log1pDerivative", 8),
    /// erf x = 2/√π·∫₀ˣ e^(−t²) dt. `ScalarErf`.
    ERF("erf", 64),
    /// 2/√π·e^(−x²). `ScalarGaussian`.
    ERF_DERIVATIVE("erfDerivative", 32),
    /// tanh x. `ScalarTanh`.
    TANH("tanh", 32),
    /// tanh′ x = 1 − tanh² x. `ScalarBell`.
    TANH_DERIVATIVE("tanhDerivative", 32),
    /// σ(x) = 1/(1 + e^(−x)). `ScalarSigmoid`.
    SIGMOID("sigmoid", 32),
    /// σ′(x) = σ(x)·σ(−x). `ScalarBell`.
    SIGMOID_DERIVATIVE("sigmoidDerivative", 32),
    /// max(x, +0.0): −0.0 becomes +0.0. `ScalarElementwise`.
    RELU("relu", 1),
    /// 1 where x > 0, 0 where x ≤ 0. `ScalarElementwise`.
    RELU_DERIVATIVE("reluDerivative", 1),
    /// x where x > 0, else α·x. `ScalarRectifier`.
    LEAKY_RELU("leakyRelu", 2),
    /// 1 where x > 0, else α. `ScalarRectifier`.
    LEAKY_RELU_DERIVATIVE("leakyReluDerivative", 2),
    /// x where x > 0, else α·(eˣ − 1). `ScalarExpm1`.
    ELU("elu", 32),
    /// 1 where x > 0, else α·eˣ. `ScalarEluDerivative`.
    ELU_DERIVATIVE("eluDerivative", 24),
    /// ln(1 + eˣ); its derivative is σ. `ScalarSoftplus`.
    SOFTPLUS("softplus", 64),
    /// x·σ(x). `ScalarGate`.
    SILU("silu", 48),
    /// σ(x) + x·σ′(x). `ScalarGateDerivative`.
    SILU_DERIVATIVE("siluDerivative", 64),
    /// x·Φ(x), Φ(x) = (1 + erf(x/√2))/2. `ScalarGelu`.
    GELU("gelu", 96),
    /// Φ(x) + x·φ(x), φ(x) = e^(−x²/2)/√2π. `ScalarGeluDerivative`.
    GELU_DERIVATIVE("geluDerivative", 96),
    /// ½x·(1 + tanh(√(2/π)·(x + 0.044715x³))). `ScalarGate`.
    GELU_TANH("geluTanh", 48),
    /// The derivative of [#GELU_TANH]. `ScalarGateDerivative`.
    GELU_TANH_DERIVATIVE("geluTanhDerivative", 64),
    /// x/(1 + |x|). `ScalarSoftsign`.
    SOFTSIGN("softsign", 8),
    /// 1/(1 + |x|)². `ScalarSoftsign`.
    SOFTSIGN_DERIVATIVE("softsignDerivative", 8),
    /// min(max(x + 3, 0), 6)/6. `ScalarRectifier`.
    HARD_SIGMOID("hardSigmoid", 4),
    /// 1/6 where |x| < 3, else 0. `ScalarRectifier`.
    HARD_SIGMOID_DERIVATIVE("hardSigmoidDerivative", 2);

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
