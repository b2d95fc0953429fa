package dev.lanewise.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

import dev.lanewise.random.NumpyRandom;
import org.hipparchus.random.MersenneTwister;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/// What do NumPy's random numbers cost? Times are for one number, drawn in rows of 1,024.
///
/// Hipparchus has the same generator behind another conversion to doubles; the generators of the JDK are context only.
public class RandomNumbers extends Question {
    private static final int ROW = 1024;
    private static final int SEED = 42;

    private final NumpyRandom numpy = new NumpyRandom(SEED);
    private final MersenneTwister twister = new MersenneTwister(SEED);
    private final Random random = new Random(SEED);
    private final SplittableRandom splittable = new SplittableRandom(SEED);
    private final double[] row = new double[ROW];

    /// Compares the words of the two Mersenne Twisters, and the moments of all rows.
    @Setup
    public void setUp() {
        var sameStream = new MersenneTwister(SEED);
        double[] fromWords = new double[ROW];
        Arrays.setAll(fromWords, i -> ((sameStream.nextInt() >>> 5) * 0x1p26 + (sameStream.nextInt() >>> 6)) * 0x1p-53);
        Agreement.within("MersenneTwister", 0.0, new NumpyRandom(SEED).rand(ROW), fromWords);
        checkMoments("rand", rand(), 1.0 / 2, 1.0 / 3);
        checkMoments("mersenneTwister", mersenneTwister(), 1.0 / 2, 1.0 / 3);
        checkMoments("random", random(), 1.0 / 2, 1.0 / 3);
        checkMoments("splittableRandom", splittableRandom(), 1.0 / 2, 1.0 / 3);
        checkMoments("randn", randn(), 0.0, 1.0);
        checkMoments("mersenneTwisterGaussian", mersenneTwisterGaussian(), 0.0, 1.0);
        checkMoments("randomGaussian", randomGaussian(), 0.0, 1.0);
        checkMoments("splittableRandomGaussian", splittableRandomGaussian(), 0.0, 1.0);
    }

    /// Mean and mean square, within five standard errors: √(1/1024) for the mean, √(2/1024) for the normal square.
    private static void checkMoments(String contender, double[] values, double mean, double meanSquare) {
        double first = Arrays.stream(values).average().orElseThrow();
        double second = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
        Agreement.within(contender + " (moments)", 5 * Math.sqrt(2.0 / ROW), new double[] {mean, meanSquare},
                new double[] {first, second});
    }

    private double[] fill(DoubleSupplier source) {
        for (int i = 0; i < ROW; i++) row[i] = source.getAsDouble();
        return row;
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] rand() {
        return fill(numpy::rand);
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] mersenneTwister() {
        return fill(twister::nextDouble);
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] random() {
        return fill(random::nextDouble);
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] splittableRandom() {
        return fill(splittable::nextDouble);
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] randn() {
        return fill(numpy::randn);
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] mersenneTwisterGaussian() {
        return fill(twister::nextGaussian);
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] randomGaussian() {
        return fill(random::nextGaussian);
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] splittableRandomGaussian() {
        return fill(splittable::nextGaussian);
    }
}
