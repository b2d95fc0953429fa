package dev.lanewise.demo.machine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Nothing but fused multiply-adds, c ← c·x + y, in chains that do not wait for each other.
///
/// A processor that begins two in a cycle and needs four or five cycles for one is busy with ten chains. Twelve, with x
/// and y, fit into sixteen registers; sixteen need more, and are the surer choice where there are thirty-two.
final class FmaPeak {
    private static final VectorSpecies<Double> SPECIES = Lanes.species();
    private static final int LANES = SPECIES.length();

    private FmaPeak() {}

    /// Floating-point operations of a step with so many chains.
    static double flops(int chains) {
        return 2.0 * chains * LANES;
    }

    static double twelve(int steps, double start, double end) {
        // With c ← c/2 + end/2 every chain ends at `end`, and no number is subnormal on the way.
        DoubleVector x = DoubleVector.broadcast(SPECIES, 0.5);
        DoubleVector y = DoubleVector.broadcast(SPECIES, end / 2);
        DoubleVector c00 = DoubleVector.broadcast(SPECIES, start), c01 = c00.add(1.0), c02 = c00.add(2.0);
        DoubleVector c03 = c00.add(3.0), c04 = c00.add(4.0), c05 = c00.add(5.0), c06 = c00.add(6.0);
        DoubleVector c07 = c00.add(7.0), c08 = c00.add(8.0), c09 = c00.add(9.0), c10 = c00.add(10.0);
        DoubleVector c11 = c00.add(11.0);
        for (int i = 0; i < steps; i++) {
            c00 = c00.fma(x, y);
            c01 = c01.fma(x, y);
            c02 = c02.fma(x, y);
            c03 = c03.fma(x, y);
            c04 = c04.fma(x, y);
            c05 = c05.fma(x, y);
            c06 = c06.fma(x, y);
            c07 = c07.fma(x, y);
            c08 = c08.fma(x, y);
            c09 = c09.fma(x, y);
            c10 = c10.fma(x, y);
            c11 = c11.fma(x, y);
        }
        double[] sums = new double[LANES];
        c00.add(c01).add(c02.add(c03)).add(c04.add(c05).add(c06.add(c07))).add(c08.add(c09).add(c10.add(c11)))
                .intoArray(sums, 0);
        return sums[0];
    }

    static double sixteen(int steps, double start, double end) {
        DoubleVector x = DoubleVector.broadcast(SPECIES, 0.5);
        DoubleVector y = DoubleVector.broadcast(SPECIES, end / 2);
        DoubleVector c00 = DoubleVector.broadcast(SPECIES, start), c01 = c00.add(1.0), c02 = c00.add(2.0);
        DoubleVector c03 = c00.add(3.0), c04 = c00.add(4.0), c05 = c00.add(5.0), c06 = c00.add(6.0);
        DoubleVector c07 = c00.add(7.0), c08 = c00.add(8.0), c09 = c00.add(9.0), c10 = c00.add(10.0);
        DoubleVector c11 = c00.add(11.0), c12 = c00.add(12.0), c13 = c00.add(13.0), c14 = c00.add(14.0);
        DoubleVector c15 = c00.add(15.0);
        for (int i = 0; i < steps; i++) {
            c00 = c00.fma(x, y);
            c01 = c01.fma(x, y);
            c02 = c02.fma(x, y);
            c03 = c03.fma(x, y);
            c04 = c04.fma(x, y);
            c05 = c05.fma(x, y);
            c06 = c06.fma(x, y);
            c07 = c07.fma(x, y);
            c08 = c08.fma(x, y);
            c09 = c09.fma(x, y);
            c10 = c10.fma(x, y);
            c11 = c11.fma(x, y);
            c12 = c12.fma(x, y);
            c13 = c13.fma(x, y);
            c14 = c14.fma(x, y);
            c15 = c15.fma(x, y);
        }
        double[] sums = new double[LANES];
        c00.add(c01).add(c02.add(c03)).add(c04.add(c05).add(c06.add(c07))).add(c08.add(c09).add(c10.add(c11)))
                .add(c12.add(c13).add(c14.add(c15))).intoArray(sums, 0);
        return sums[0];
    }
}
