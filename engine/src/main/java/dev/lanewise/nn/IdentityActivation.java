package dev.lanewise.nn;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Ranges;

/// x ↦ x.
final class IdentityActivation extends Activation {
    IdentityActivation() {
        super("IDENTITY");
    }

    @Override
    public boolean isElementwise() {
        return true;
    }

    @Override
    public void apply(int n, double[] x, int xOff, double[] y, int yOff) {
        Ranges.check("identity", n, x, xOff, y, yOff);
        System.arraycopy(x, xOff, y, yOff, n);
    }

    @Override
    public void derivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Ranges.check("identityDerivative", n, x, xOff, y, yOff);
        Arrays.fill(y, yOff, yOff + n, 1.0);
    }
}
