package dev.lanewise.demo.fit;

import java.util.Comparator;
import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.random.NumpyRandom;

/// Which rows are fitted and which are held out for a test.
///
/// Every row draws a number by `rand` of a generator that draws nothing else; the rows of the smallest numbers are
/// held out. So the split depends on the seed and the number of rows, not on the network.
///
/// @param train the rows that are fitted, ascending, from 0
/// @param test the rows that are held out, ascending; none where no test was asked for
record Split(int[] train, int[] test) {
    /// Holds out the nearest whole number of rows to a fraction of them, but at least one if the fraction is not 0.
    ///
    /// @throws InputException if no row would be left to fit
    static Split draw(int rows, double fraction, long seed) {
        int held = fraction == 0 ? 0 : (int) Math.max(1, Math.rint(fraction * rows));
        if (held == rows) {
            throw new InputException("--test %s holds out all of the rows (%d), and none is left to fit".formatted(
                    fraction, rows));
        }
        double[] keys = new NumpyRandom(seed).rand(rows);
        int[] order = IntStream.range(0, rows).boxed().sorted(Comparator.comparingDouble(i -> keys[i]))
                .mapToInt(Integer::intValue).toArray();
        return new Split(IntStream.of(order).skip(held).sorted().toArray(),
                IntStream.of(order).limit(held).sorted().toArray());
    }

    /// Whether rows are held out.
    boolean hasTest() {
        return test.length > 0;
    }
}
