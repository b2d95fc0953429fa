package dev.lanewise.demo.speed;

import dev.lanewise.demo.machine.Work;

/// A network as one writes it without a library: loops over arrays that were made before.
final class PlainNetwork implements Work {
    private final int samples;
    private final boolean isNonlinear;
    private final int[] neurons;
    private final double[][] weights;
    private final double[][] biases;
    private final double[][] values;

    /// Random weights, small enough for the sums of a layer to be about 1.
    ///
    /// @param neurons those of the input first
    PlainNetwork(int samples, boolean isNonlinear, int... neurons) {
        this.samples = samples;
        this.isNonlinear = isNonlinear;
        this.neurons = neurons;
        int layers = neurons.length;
        weights = new double[layers][];
        biases = new double[layers][];
        values = new double[layers][];
        values[0] = Sizes.numbers(samples * neurons[0]);
        for (int l = 1; l < layers; l++) {
            weights[l] = Sizes.numbers(neurons[l] * neurons[l - 1], 1 / Math.sqrt(neurons[l - 1]));
            biases[l] = Sizes.numbers(neurons[l]);
            values[l] = new double[samples * neurons[l]];
        }
    }

    /// The weights into a layer, numbered from 1: outputs × inputs, row by row.
    double[] weights(int layer) {
        return weights[layer];
    }

    double[] bias(int layer) {
        return biases[layer];
    }

    double[] input() {
        return values[0];
    }

    double[] output() {
        return values[values.length - 1];
    }

    @Override
    public double repeat(int times) {
        for (int i = 0; i < times; i++) forward();
        return output()[0];
    }

    private void forward() {
        for (int l = 1; l < neurons.length; l++) {
            PlainLoops.layer(samples, neurons[l - 1], neurons[l], weights[l], biases[l], values[l - 1], values[l]);
            if (isNonlinear && l < neurons.length - 1) PlainFunctions.tanh(values[l], values[l]);
        }
    }
}
