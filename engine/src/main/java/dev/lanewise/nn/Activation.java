package dev.lanewise.nn;

import java.util.Objects;

import dev.lanewise.internal.kernel.Elementwise;

/// What a layer does to its outputs: a function of each of them, or of the whole row.
///
/// The constants are those without a parameter, and those with the parameter that is usual. [#valueOf] finds what
/// [#toString] names: `valueOf(a.toString())` is equal to a. Immutable; many threads may share it.
public abstract sealed class Activation permits IdentityActivation, ElementwiseActivation, SoftmaxActivation {
    /// x ↦ x. Layers of it compose to a single affine map, however many there are.
    public static final Activation IDENTITY = new IdentityActivation();
    /// x ↦ max(x, 0), range [0, ∞); its derivative is taken as 0 at the kink.
    public static final Activation RELU = new ElementwiseActivation("RELU", Elementwise.RELU,
            Elementwise.RELU_DERIVATIVE);
    /// x ↦ x where x > 0, else x/100: [#leakyRelu] of 0.01.
    public static final Activation LEAKY_RELU = leakyRelu(0.01);
    /// x ↦ x where x > 0, else eˣ − 1, range (−1, ∞): [#elu] of 1.
    public static final Activation ELU = elu(1.0);
    /// x ↦ ln(1 + eˣ), range (0, ∞).
    public static final Activation SOFTPLUS = new ElementwiseActivation("SOFTPLUS", Elementwise.SOFTPLUS,
            Elementwise.SIGMOID);
    /// x ↦ x·σ(x), σ the logistic function; also called swish.
    public static final Activation SILU = new ElementwiseActivation("SILU", Elementwise.SILU,
            Elementwise.SILU_DERIVATIVE);
    /// x ↦ x·Φ(x), Φ the distribution function of the standard normal distribution.
    public static final Activation GELU = new ElementwiseActivation("GELU", Elementwise.GELU,
            Elementwise.GELU_DERIVATIVE);
    /// x ↦ ½x·(1 + tanh(√(2/π)·(x + 0.044715x³))), close to [#GELU].
    public static final Activation GELU_TANH = new ElementwiseActivation("GELU_TANH", Elementwise.GELU_TANH,
            Elementwise.GELU_TANH_DERIVATIVE);
    /// x ↦ tanh x, range (−1, 1).
    public static final Activation TANH = new ElementwiseActivation("TANH", Elementwise.TANH,
            Elementwise.TANH_DERIVATIVE);
    /// x ↦ 1/(1 + e^(−x)), range (0, 1).
    public static final Activation SIGMOID = new ElementwiseActivation("SIGMOID", Elementwise.SIGMOID,
            Elementwise.SIGMOID_DERIVATIVE);
    /// x ↦ min(max(x + 3, 0), 6)/6, range [0, 1].
    public static final Activation HARD_SIGMOID = new ElementwiseActivation("HARD_SIGMOID", Elementwise.HARD_SIGMOID,
            Elementwise.HARD_SIGMOID_DERIVATIVE);
    /// x ↦ x/(1 + |x|), range (−1, 1).
    public static final Activation SOFTSIGN = new ElementwiseActivation("SOFTSIGN", Elementwise.SOFTSIGN,
            Elementwise.SOFTSIGN_DERIVATIVE);
    /// The row x ↦ e^xᵢ/Σ e^xⱼ: probabilities, which add up to 1.
    public static final Activation SOFTMAX = new SoftmaxActivation(false);
    /// The row x ↦ xᵢ − ln Σ e^xⱼ: the logarithms of probabilities.
    public static final Activation LOG_SOFTMAX = new SoftmaxActivation(true);

    private final String name;

    Activation(String name) {
        this.name = name;
    }

    /// x ↦ x where x > 0, else α·x.
    ///
    /// @param slope α, finite
    /// @return the activation
    /// @throws IllegalArgumentException if α is not finite
    public static Activation leakyRelu(double slope) {
        return new ElementwiseActivation("LEAKY_RELU", slope, 0.01, Elementwise.LEAKY_RELU,
                Elementwise.LEAKY_RELU_DERIVATIVE);
    }

    /// x ↦ x where x > 0, else α·(eˣ − 1).
    ///
    /// @param alpha α, finite
    /// @return the activation
    /// @throws IllegalArgumentException if α is not finite
    public static Activation elu(double alpha) {
        return new ElementwiseActivation("ELU", alpha, 1.0, Elementwise.ELU, Elementwise.ELU_DERIVATIVE);
    }

    /// The constants of this class.
    ///
    /// @return a new array, in the order of their declaration
    public static Activation[] values() {
        return new Activation[] {IDENTITY, RELU, LEAKY_RELU, ELU, SOFTPLUS, SILU, GELU, GELU_TANH, TANH, SIGMOID,
                HARD_SIGMOID, SOFTSIGN, SOFTMAX, LOG_SOFTMAX};
    }

    /// The activation of a name: that of a constant, or `ELU(0.5)`, `LEAKY_RELU(0.2)`.
    ///
    /// @param name as [#toString] gives it
    /// @return the activation
    /// @throws IllegalArgumentException if there is none of this name
    public static Activation valueOf(String name) {
        for (Activation constant : values()) {
            if (constant.name.equals(name)) return constant;
        }
        if (name.matches("(ELU|LEAKY_RELU)\\([-+.0-9E]+\\)")) {
            int open = name.indexOf('(');
            try {
                double parameter = Double.parseDouble(name.substring(open + 1, name.length() - 1));
                return name.startsWith("ELU") ? elu(parameter) : leakyRelu(parameter);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("Activation: there is none named " + name, notANumber);
            }
        }
        throw new IllegalArgumentException("Activation: there is none named " + name);
    }

    /// The name, with the parameter where it is not the usual one.
    ///
    /// @return such as `TANH` or `ELU(0.5)`
    public String name() {
        return name;
    }

    /// Whether it is a function of each output by itself, and not of the whole row.
    ///
    /// @return false for softmax and log-softmax only
    public abstract boolean isElementwise();

    /// yᵢ = σ(xᵢ), in place where the two ranges are the same; softmax and log-softmax take them as one row.
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public abstract void apply(int n, double[] x, int xOff, double[] y, int yOff);

    /// yᵢ = σ′(xᵢ), in place where the two ranges are the same.
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    /// @throws UnsupportedOperationException if it is not [#isElementwise]: see the derivatives of
    ///         [dev.lanewise.math.Softmax]
    public abstract void derivative(int n, double[] x, int xOff, double[] y, int yOff);

    /// σ(x) of one number, bit-equal to [#apply(int, double\[\], int, double\[\], int)], which suits many numbers better:
    /// this one allocates an array of one element.
    ///
    /// @param x the argument
    /// @return σ(x)
    public double apply(double x) {
        double[] value = {x};
        apply(1, value, 0, value, 0);
        return value[0];
    }

    /// σ′(x) of one number, bit-equal to [#derivative(int, double\[\], int, double\[\], int)], which suits many numbers
    /// better: this one allocates an array of one element.
    ///
    /// @param x the argument
    /// @return σ′(x)
    /// @throws UnsupportedOperationException if it is not [#isElementwise]: each result of a softmax depends on all
    ///         elements, so that no one of them has a σ′
    public double derivative(double x) {
        double[] value = {x};
        derivative(1, value, 0, value, 0);
        return value[0];
    }

    /// Equal where the name, and with it the parameter, is.
    @Override
    public final boolean equals(Object other) {
        return other instanceof Activation activation && name.equals(activation.name);
    }

    @Override
    public final int hashCode() {
        return Objects.hashCode(name);
    }

    /// The name.
    @Override
    public final String toString() {
        return name;
    }
}
