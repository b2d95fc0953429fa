package dev.lanewise.nn;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // no seed is special, and small shapes come by themselves
class ActivationProperties {
    @Provide
    Arbitrary<Activation> activations() {
        return Arbitraries.of(Activation.values()).filter(Activation::isElementwise);
    }

    @Property(tries = 300)
    void oneNumberHasTheBitsThatItHasInARange(@ForAll("activations") Activation activation,
            @ForAll @IntRange(max = 50) int n,
            @ForAll @IntRange(max = 5) int xOff, @ForAll @IntRange(max = 5) int yOff,
            @ForAll long seed) {
        double[] x = new Samples(seed).awkward(n + xOff + 1), argument = x.clone();
        double[] value = new double[n + yOff + 2], slope = value.clone();
        Arrays.fill(value, 3);
        Arrays.fill(slope, 3);
        double[] expectedValue = value.clone(), expectedSlope = slope.clone();
        for (int i = 0; i < n; i++) {
            expectedValue[yOff + i] = activation.apply(x[xOff + i]);
            expectedSlope[yOff + i] = activation.derivative(x[xOff + i]);
        }
        activation.apply(n, x, xOff, value, yOff);
        activation.derivative(n, x, xOff, slope, yOff);
        Bits.assertSame(expectedValue, value, activation + "(x)");
        Bits.assertSame(expectedSlope, slope, activation + "′(x)");
        Bits.assertSame(argument, x, "x");
    }

    @Property(tries = 300)
    void inPlaceIsTheSameAsElsewhere(@ForAll("activations") Activation activation, @ForAll @IntRange(max = 50) int n,
            @ForAll long seed) {
        double[] x = new Samples(seed).awkward(n), value = new double[n], slope = new double[n], z = x.clone();
        activation.apply(n, x, 0, value, 0);
        activation.derivative(n, x, 0, slope, 0);
        activation.apply(n, z, 0, z, 0);
        Bits.assertSame(value, z, activation + " in place");
        activation.derivative(n, x, 0, x, 0);
        Bits.assertSame(slope, x, activation + "′ in place");
    }
}
