package dev.lanewise.nn;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Ranges;

/// A function of each output by itself, which the kernels have, with its parameter where it has one.
final class ElementwiseActivation extends Activation {
    private final Elementwise function;
    private final Elementwise slope;
    private final double parameter;

    ElementwiseActivation(String name, Elementwise function, Elementwise slope) {
        super(name);
        this.function = function;
        this.slope = slope;
        this.parameter = Double.NaN;
    }

    /// With a parameter, which the name shows unless it is the usual one.
    ElementwiseActivation(String name, double parameter, double usual, Elementwise function, Elementwise slope) {
        super(parameter == usual ? name : name + "(" + parameter + ")");
        if (!Double.isFinite(parameter)) {
            throw new IllegalArgumentException("Activation: the parameter of %s is %s, which is not finite".formatted(
                    name, parameter));
        }
        this.function = function;
        this.slope = slope;
        this.parameter = parameter;
    }

    @Override
    public boolean isElementwise() {
        return true;
    }

    @Override
    public void apply(int n, double[] x, int xOff, double[] y, int yOff) {
        Ranges.check(function.title(), n, x, xOff, y, yOff);
        Backend.kernels().map(function, parameter, n, x, xOff, y, yOff);
    }

    @Override
    public void derivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Ranges.check(slope.title(), n, x, xOff, y, yOff);
        Backend.kernels().map(slope, parameter, n, x, xOff, y, yOff);
    }
}
