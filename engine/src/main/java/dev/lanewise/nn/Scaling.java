package dev.lanewise.nn;

import java.util.Objects;

/// An affine map of each coordinate: to standardise is zᵢ = (xᵢ − meanᵢ)/scaleᵢ, to restore is xᵢ = zᵢ·scaleᵢ + meanᵢ.
///
/// A network can standardise its inputs and restore its outputs, so that whoever calls it stays in his own units.
///
/// **Reproducibility**: two roundings each, as in scikit-learn's `StandardScaler`, with the same bits.
///
/// Immutable; many threads may share it.
public final class Scaling {
    final double[] mean;
    final double[] scale;

    /// A scaling from its parts.
    ///
    /// @param mean what becomes 0; copied
    /// @param scale what becomes 1 from there; copied
    /// @throws IllegalArgumentException if the lengths differ or are 0, a mean is not finite, or a scale is not finite or 0
    public Scaling(double[] mean, double[] scale) {
        Objects.requireNonNull(mean, "Scaling: the means are null");
        Objects.requireNonNull(scale, "Scaling: the scales are null");
        if (mean.length != scale.length || mean.length == 0) {
            throw new IllegalArgumentException("Scaling: %s but %s".formatted(Count.of(mean.length, "mean"),
                    Count.of(scale.length, "scale")));
        }
        for (int i = 0; i < mean.length; i++) {
            if (!Double.isFinite(mean[i]) || !Double.isFinite(scale[i]) || scale[i] == 0) {
                throw new IllegalArgumentException(
                        "Scaling: coordinate %d has mean %s and scale %s".formatted(i, mean[i],
                                scale[i]));
            }
        }
        this.mean = mean.clone();
        this.scale = scale.clone();
    }

    /// The number of coordinates.
    ///
    /// @return at least 1
    public int length() {
        return mean.length;
    }

    /// What becomes 0.
    ///
    /// @return a new array
    public double[] mean() {
        return mean.clone();
    }

    /// What becomes 1 from there.
    ///
    /// @return a new array
    public double[] scale() {
        return scale.clone();
    }

    /// z ← standardised x, for each of some samples that stand close together.
    void standardise(int samples, double[] x, int xOff, double[] z, int zOff) {
        for (int s = 0; s < samples; s++) {
            int from = xOff + s * mean.length, to = zOff + s * mean.length;
            for (int i = 0; i < mean.length; i++) z[to + i] = (x[from + i] - mean[i]) / scale[i];
        }
    }

    /// z ← restored z, for each of some samples that stand close together.
    void restore(int samples, double[] z, int off) {
        for (int s = 0; s < samples; s++) {
            int at = off + s * mean.length;
            for (int i = 0; i < mean.length; i++) z[at + i] = z[at + i] * scale[i] + mean[i];
        }
    }
}
