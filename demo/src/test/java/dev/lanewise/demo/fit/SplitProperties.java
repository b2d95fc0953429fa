package dev.lanewise.demo.fit;

import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.InputException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SplitProperties {
    @Property(tries = 200)
    void everyRowIsInExactlyOnePartAndTheSeedDecidesWhich(@ForAll @IntRange(min = 2, max = 500) int rows,
            @ForAll @IntRange(max = 99) int percent, @ForAll @LongRange(max = 0xffff_ffffL) long seed) {
        double fraction = percent / 100.0;
        double held = Math.rint(fraction * rows);
        if (held == rows) {
            assertThrows(InputException.class, () -> Split.draw(rows, fraction, seed));
            return;
        }
        Split split = Split.draw(rows, fraction, seed);
        assertEquals(percent == 0 ? 0 : Math.max(1, held), split.test().length);
        assertArrayEquals(IntStream.range(0, rows).toArray(),
                IntStream.concat(IntStream.of(split.train()), IntStream.of(
                        split.test())).sorted().toArray());
        assertArrayEquals(split.train(), IntStream.of(split.train()).sorted().toArray());
        assertArrayEquals(split.test(), Split.draw(rows, fraction, seed).test());
    }

    /// np.random.seed(42); np.sort(np.argsort(np.random.rand(10))[:3]).
    @Example
    void theRowsOfTheSmallestNumbersAreHeldOut() {
        assertArrayEquals(new int[] {4, 5, 6}, Split.draw(10, 0.3, 42).test());
    }

    @Example
    void aLargerPartHoldsTheSmallerOne() {
        int[] small = Split.draw(50, 0.1, 7).test();
        int[] large = Split.draw(50, 0.5, 7).test();
        assertTrue(IntStream.of(small).allMatch(row -> IntStream.of(large).anyMatch(other -> other == row)));
    }
}
