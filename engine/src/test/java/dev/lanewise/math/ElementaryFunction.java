package dev.lanewise.math;

/// The functions of [ArrayMath], each with its form over whole arrays and its form over ranges.
enum ElementaryFunction {
    TANH("tanh", ArrayMath::tanh, ArrayMath::tanh),
    TANH_DERIVATIVE("tanhDerivative", ArrayMath::tanhDerivative, ArrayMath::tanhDerivative),
    SIGMOID("sigmoid", ArrayMath::sigmoid, ArrayMath::sigmoid),
    SIGMOID_DERIVATIVE("sigmoidDerivative", ArrayMath::sigmoidDerivative, ArrayMath::sigmoidDerivative),
    RELU("relu", ArrayMath::relu, ArrayMath::relu),
    RELU_DERIVATIVE("reluDerivative", ArrayMath::reluDerivative, ArrayMath::reluDerivative);

    /// y ← f(x).
    @FunctionalInterface
    interface Whole {
        void apply(double[] x, double[] y);
    }

    /// n elements of y ← f(x).
    @FunctionalInterface
    interface Range {
        void apply(int n, double[] x, int xOff, double[] y, int yOff);
    }

    /// The name in messages.
    final String title;
    final Whole whole;
    final Range range;

    ElementaryFunction(String title, Whole whole, Range range) {
        this.title = title;
        this.whole = whole;
        this.range = range;
    }

    /// f(x) of one number, in an array of its own.
    double at(double x) {
        return of(x)[0];
    }

    /// f of each.
    double[] of(double... x) {
        double[] y = new double[x.length];
        whole.apply(x, y);
        return y;
    }

    @Override
    public String toString() {
        return title;
    }
}
