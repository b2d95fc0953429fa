package dev.lanewise.nn;

import dev.lanewise.math.Softmax;

/// softmax or its logarithm, over the outputs of each sample.
///
/// Each output depends on all inputs, so its derivative is a matrix and no row of numbers: [#derivative] is refused, as
/// [#isElementwise] tells beforehand. A caller who forgets it must not get a diagonal and take it for the whole.
final class SoftmaxActivation extends Activation {
    private final boolean logarithm;

    SoftmaxActivation(boolean logarithm) {
        super(logarithm ? "LOG_SOFTMAX" : "SOFTMAX");
        this.logarithm = logarithm;
    }

    @Override
    public boolean isElementwise() {
        return false;
    }

    @Override
    public void apply(int n, double[] x, int xOff, double[] y, int yOff) {
        if (logarithm) {
            Softmax.logSoftmax(n, x, xOff, y, yOff);
        } else {
            Softmax.softmax(n, x, xOff, y, yOff);
        }
    }

    @Override
    public void derivative(int n, double[] x, int xOff, double[] y, int yOff) {
        // Each result depends on all elements, so there is a matrix of derivatives and no σ′ of one of them.
        throw new UnsupportedOperationException("Activation: " + name()
                + " has no derivative of each element; Softmax has its product with a vector");
    }
}
