package dev.lanewise.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import dev.lanewise.random.NumpyRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.hipparchus.random.MersenneTwister;
import org.ojalgo.random.Normal;
import org.ojalgo.random.Uniform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/// What do NumPy's random numbers cost? Times are for one number, drawn in rows of 1,024.
///
/// Hipparchus has the same generator behind another conversion to doubles; the generators of the JDK, and what EJML and
/// ojAlgo make of them, are context only.
public class RandomNumbers extends Question {
    private static final int ROW = 1024;
    private static final int SEED = 42;
    /// Rows whose moments are asked.
    private static final int ROWS = 1000;
    /// What `np.random.seed(42)` and `np.random.rand(8)` give.
    private static final double[] RAND = {0.3745401188473625, 0.9507143064099162, 0.7319939418114051,
            0.5986584841970366, 0.15601864044243652, 0.15599452033620265, 0.05808361216819946, 0.8661761457749352};
    /// What `np.random.seed(42)` and `np.random.randn(8)` give.
    private static final double[] RANDN = {0.4967141530112327, -0.13826430117118466, 0.6476885381006925,
            1.5230298564080254, -0.23415337472333597, -0.23413695694918055, 1.5792128155073915, 0.7674347291529088};

    private final NumpyRandom numpy = new NumpyRandom(SEED);
    private final MersenneTwister twister = new MersenneTwister(SEED);
    private final Random random = new Random(SEED);
    private final SplittableRandom splittable = new SplittableRandom(SEED);
    private final Uniform ojAlgo = Uniform.standard();
    private final Normal ojAlgoGaussian = Normal.standard();
    private final double[] row = new double[ROW];
    private final DMatrixRMaj ejmlRow = Peers.ejml(row);

    /// Holds ours against NumPy's numbers, bit for bit, and against the words of the other Mersenne Twister.
    ///
    /// Nothing else can be compared by its numbers: other generators, and other ways from their words to doubles and to
    /// normal deviates, give other streams. Of those only the distribution is asked, by two moments.
    @Setup
    public void setUp() {
        Agreement.within("NumPy's rand", 0.0, new NumpyRandom(SEED).rand(RAND.length), RAND);
        Agreement.within("NumPy's randn", 0.0, new NumpyRandom(SEED).randn(RANDN.length), RANDN);
        var sameStream = new MersenneTwister(SEED);
        double[] fromWords = new double[ROW];
        Arrays.setAll(fromWords, i -> ((sameStream.nextInt() >>> 5) * 0x1p26 + (sameStream.nextInt() >>> 6)) * 0x1p-53);
        Agreement.within("MersenneTwister", 0.0, new NumpyRandom(SEED).rand(ROW), fromWords);
        checkMoments("rand", this::rand, 1.0 / 2, 1.0 / 3);
        checkMoments("mersenneTwister", this::mersenneTwister, 1.0 / 2, 1.0 / 3);
        checkMoments("random", this::random, 1.0 / 2, 1.0 / 3);
        checkMoments("splittableRandom", this::splittableRandom, 1.0 / 2, 1.0 / 3);
        checkMoments("ejml", this::ejml, 1.0 / 2, 1.0 / 3);
        checkMoments("ojAlgo", this::ojAlgo, 1.0 / 2, 1.0 / 3);
        checkMoments("ejmlGaussian", this::ejmlGaussian, 0.0, 1.0);
        checkMoments("ojAlgoGaussian", this::ojAlgoGaussian, 0.0, 1.0);
        checkMoments("randn", this::randn, 0.0, 1.0);
        checkMoments("mersenneTwisterGaussian", this::mersenneTwisterGaussian, 0.0, 1.0);
        checkMoments("randomGaussian", this::randomGaussian, 0.0, 1.0);
        checkMoments("splittableRandomGaussian", this::splittableRandomGaussian, 0.0, 1.0);
    }

    /// Mean and mean square of many rows, within five standard errors: at most √(2/N), that of a normal square.
    private static void checkMoments(String contender, Supplier<double[]> source, double mean, double meanSquare) {
        double sum = 0.0, squares = 0.0, count = (double) ROWS * ROW;
        for (int i = 0; i < ROWS; i++) {
            for (double v : source.get()) {
                sum += v;
                squares += v * v;
            }
        }
        Agreement.within(contender + " (moments)", 5 * Math.sqrt(2.0 / count), new double[] {mean, meanSquare},
                new double[] {sum / count, squares / count});
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
    public double[] ejml() {
        RandomMatrices_DDRM.fillUniform(ejmlRow, random);
        return row;
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] ojAlgo() {
        return fill(ojAlgo::doubleValue);
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] ejmlGaussian() {
        RandomMatrices_DDRM.fillGaussian(ejmlRow, 0.0, 1.0, random);
        return row;
    }

    @Benchmark
    @OperationsPerInvocation(ROW)
    public double[] ojAlgoGaussian() {
        return fill(ojAlgoGaussian::doubleValue);
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
