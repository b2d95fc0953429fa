package dev.lanewise.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What does it cost to break a rule of docs/jit.md? One sum of squares of 1,024 doubles, written well and then with one
/// thing changed. Run it with `-prof gc`: a vector that has left its register shows up as bytes a call.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Boxing {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int N = 1024;

    private final VectorSpecies<Double> speciesOfTheObject = DoubleVector.SPECIES_PREFERRED;
    private static VectorSpecies<Double> speciesThatMayChange = DoubleVector.SPECIES_PREFERRED;
    private DoubleVector sumInAField;
    private final double[] x = new double[N];

    record Pair(DoubleVector even, DoubleVector odd) {}

    /// Fills x.
    public Boxing() {
        for (int i = 0; i < N; i++) x[i] = 1.0 / (i + 1);
    }

    /// As the rules say: two named sums in registers, a constant species.
    @Benchmark
    public double asTheRulesSay() {
        DoubleVector even = DoubleVector.zero(SPECIES), odd = DoubleVector.zero(SPECIES);
        for (int i = 0; i < N; i += 2 * LANES) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, x, i), v = DoubleVector.fromArray(SPECIES, x, i + LANES);
            even = u.fma(u, even);
            odd = v.fma(v, odd);
        }
        return even.add(odd).lane(0);
    }

    /// Rule 1: the species is a field of the object.
    @Benchmark
    public double speciesInAnObject() {
        return squares(speciesOfTheObject);
    }

    /// Rule 1: the species is a static field that is not final.
    @Benchmark
    public double speciesThatMayChange() {
        return squares(speciesThatMayChange);
    }

    private double squares(VectorSpecies<Double> species) {
        DoubleVector even = DoubleVector.zero(species), odd = DoubleVector.zero(species);
        for (int i = 0; i < N; i += 2 * LANES) {
            DoubleVector u = DoubleVector.fromArray(species, x, i), v = DoubleVector.fromArray(species, x, i + LANES);
            even = u.fma(u, even);
            odd = v.fma(v, odd);
        }
        return even.add(odd).lane(0);
    }

    /// Rules 2 and 3: the sums lie in an array.
    @Benchmark
    public double sumsInAnArray() {
        DoubleVector[] sums = {DoubleVector.zero(SPECIES), DoubleVector.zero(SPECIES)};
        for (int i = 0; i < N; i += 2 * LANES) {
            for (int j = 0; j < sums.length; j++) {
                DoubleVector u = DoubleVector.fromArray(SPECIES, x, i + j * LANES);
                sums[j] = u.fma(u, sums[j]);
            }
        }
        return sums[0].add(sums[1]).lane(0);
    }

    /// Rule 2: the sums lie in a record that each step makes anew.
    @Benchmark
    public double sumsInARecord() {
        Pair sums = new Pair(DoubleVector.zero(SPECIES), DoubleVector.zero(SPECIES));
        for (int i = 0; i < N; i += 2 * LANES) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, x, i), v = DoubleVector.fromArray(SPECIES, x, i + LANES);
            sums = new Pair(u.fma(u, sums.even), v.fma(v, sums.odd));
        }
        return sums.even.add(sums.odd).lane(0);
    }

    /// Rule 2: the sum lies in a field.
    @Benchmark
    public double sumInAField() {
        sumInAField = DoubleVector.zero(SPECIES);
        for (int i = 0; i < N; i += LANES) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, x, i);
            sumInAField = u.fma(u, sumInAField);
        }
        return sumInAField.lane(0);
    }

    /// Rule 6: the choice is a mask, of the widest vectors.
    @Benchmark
    public double mask() {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int i = 0; i < N; i += LANES) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, x, i);
            VectorMask<Double> large = u.compare(VectorOperators.GT, 0.01);
            sum = u.blend(0.0, large).fma(u, sum);
        }
        return sum.lane(0);
    }

    /// Rule 6: the same with vectors of two, where x86 has no instruction behind it.
    @Benchmark
    public double maskAt128() {
        DoubleVector sum = DoubleVector.zero(DoubleVector.SPECIES_128);
        for (int i = 0; i < N; i += 2) {
            DoubleVector u = DoubleVector.fromArray(DoubleVector.SPECIES_128, x, i);
            VectorMask<Double> large = u.compare(VectorOperators.GT, 0.01);
            sum = u.blend(0.0, large).fma(u, sum);
        }
        return sum.lane(0);
    }

    /// No rule broken but the way of thinking: one sum, so that every step waits for the last.
    @Benchmark
    public double oneSum() {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int i = 0; i < N; i += LANES) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, x, i);
            sum = u.fma(u, sum);
        }
        return sum.lane(0);
    }
}
