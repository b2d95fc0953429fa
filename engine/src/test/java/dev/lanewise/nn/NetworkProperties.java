package dev.lanewise.nn;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.concurrent.FourThreads;
import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Matrix;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// The chain of a network, bit for bit: the textbook's, and the same for one sample as in any batch.
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // no seed is special, and small shapes come by themselves
class NetworkProperties {
    private static final double NAN = Double.NaN;

    @Provide
    Arbitrary<Integer> parallelisms() {
        return Arbitraries.of(1, 2, 3, 8);
    }

    @Provide
    Arbitrary<Activation> activations() {
        return Arbitraries.of(Activation.values());
    }

    @Property(tries = 300)
    void everySampleIsTheTextbookLoop(@ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 70) Integer> widths,
            @ForAll("activations") Activation first, @ForAll("activations") Activation second,
            @ForAll @IntRange(max = 40) int rows,
            @ForAll long seed) {
        Samples samples = new Samples(seed);
        TextbookNetwork textbook = TextbookNetwork.drawn(samples, widths.stream().mapToInt(n -> n).toArray(), first,
                second);
        Network net = textbook.network();
        Matrix x = Matrix.wrap(rows, net.inputs(), samples.uniform(rows * net.inputs()));
        Matrix y = net.predict(x);
        for (int i = 0; i < rows; i++) {
            Bits.assertSame(textbook.of(x.row(i)), y.row(i), net + ", sample " + i + " of " + rows);
            Bits.assertSame(y.row(i), net.predict(x.row(i)), net + ", one sample");
        }
    }

    @Property(tries = 200)
    void awkwardNumbersTakeTheSameWay(@ForAll @IntRange(min = 1, max = 40) int inputs,
            @ForAll @IntRange(min = 1, max = 70) int outputs, @ForAll("activations") Activation activation,
            @ForAll long seed) {
        Samples samples = new Samples(seed);
        var layer = new TextbookNetwork.Layer(Matrix.wrap(outputs, inputs, samples.awkward(outputs * inputs)),
                samples.awkward(outputs), activation);
        Network net = Network.input(inputs).dense(layer.weights(), layer.bias(), activation).build();
        double[] x = samples.awkward(inputs);
        Bits.assertSame(layer.of(x), net.predict(x), net.toString());
    }

    /// A sample of NaN and ∞ spoils its own results, no other sample's and no later call's.
    @Property(tries = 200)
    void aBadSampleStaysAlone(@ForAll @IntRange(min = 1, max = 20) int inputs,
            @ForAll @IntRange(min = 1, max = 40) int hidden, @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll boolean infinite, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Network net = TextbookNetwork.drawn(samples, new int[] {inputs, hidden, 3}, Activation.IDENTITY).network();
        Matrix x = Matrix.wrap(rows, inputs, samples.uniform(rows * inputs)), expected = net.predict(x);
        int bad = Math.floorMod(samples.bits(), rows);
        Matrix spoilt = x.copy(), y = Matrix.zeros(rows, 3), again = y.copy();
        for (int j = 0; j < inputs; j++) spoilt.set(bad, j, infinite ? Double.POSITIVE_INFINITY : NAN);
        Workspace workspace = net.newWorkspace();
        net.forward(spoilt, y, workspace);
        net.forward(x, again, workspace);
        assertEquals(expected, again, "the next call");
        for (int j = 0; j < 3; j++) {
            assertFalse(Double.isFinite(y.get(bad, j)));
            y.set(bad, j, expected.get(bad, j));
        }
        assertEquals(expected, y, "the other samples");
    }

    @Property(tries = 200)
    void resultsMayGoWhereTheArgumentsCameFrom(@ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 20) int hidden, @ForAll @IntRange(max = 70) int rows,
            @ForAll("activations") Activation activation, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Network net = TextbookNetwork.drawn(samples, new int[] {width, hidden, width}, activation).network();
        Matrix x = Matrix.wrap(rows, width, samples.uniform(rows * width)), expected = net.predict(x);
        Workspace workspace = net.newWorkspace();
        Matrix sameArray = Matrix.wrap(rows, width, x.toArray());
        net.forward(sameArray, Matrix.wrap(rows, width, sameArray.array()), workspace);
        assertEquals(expected, sameArray, "over one array");
        for (int i = 0; i < rows; i++) {
            double[] sample = x.row(i);
            net.forward(sample, sample, workspace);
            Bits.assertSame(expected.row(i), sample, "over one sample");
        }
        net.forward(x, x, workspace);
        assertEquals(expected, x, "over one matrix");
    }

    @Property(tries = 200)
    void severalThreadsGiveTheBitsOfOne(@ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 20) int hidden, @ForAll @IntRange(max = 300) int rows,
            @ForAll("activations") Activation activation, @ForAll("parallelisms") int parallelism,
            @ForAll long seed) {
        Samples samples = new Samples(seed);
        Workers workers = FourThreads.inParts(parallelism);
        Network net = TextbookNetwork.drawn(samples, new int[] {width, hidden, width}, activation).network();
        Matrix x = Matrix.wrap(rows, width, samples.uniform(rows * width)), expected = net.predict(x);
        assertEquals(expected, net.predict(x, workers), "predict");
        net.forward(x, x, workers);
        assertEquals(expected, x, "over one matrix");
    }

    /// IDENTITY layers multiply out to one affine map; with small integers exactly.
    @Property(tries = 100)
    void layersOfIdentityAreOneAffineMap(@ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @IntRange(min = 1, max = 40) int hidden, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix w1 = Matrix.wrap(hidden, n, samples.integers(hidden * n));
        Matrix w2 = Matrix.wrap(2, hidden, samples.integers(2 * hidden));
        double[] b1 = samples.integers(hidden), b2 = samples.integers(2), b = w2.times(b1);
        for (int i = 0; i < 2; i++) b[i] += b2[i];
        Network deep = Network.input(n).dense(w1, b1, Activation.IDENTITY).dense(w2, b2, Activation.IDENTITY).build();
        Network flat = Network.input(n).dense(w2.times(w1), b, Activation.IDENTITY).build();
        double[] x = samples.integers(n);
        double[] difference = deep.predict(x);
        Arrays.setAll(difference, i -> difference[i] - flat.predict(x)[i]);
        Bits.assertSame(new double[2], difference, "deep − flat");
    }
}
