package dev.lanewise.demo.solve;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InfluenceTest {
    private static Influence.Row row(long number, double leverage) {
        return new Influence.Row(number, 0, 1, leverage, 1);
    }

    private static long[] numbers(Influence influence) {
        return influence.largest().stream().mapToLong(Influence.Row::number).toArray();
    }

    @Test
    void theLargestAreKeptAndOfEqualsTheFirst() {
        Influence influence = new Influence(0.1);
        influence.add(row(2, 0.5), row(3, 0.5), row(4, 0.1));
        assertArrayEquals(new long[] {2, 3, 4}, numbers(influence));
        influence.add(LongStream.range(5, 12).mapToObj(number -> row(number, 0.5)).toArray(Influence.Row[]::new));
        influence.add(row(12, 0.7));
        assertArrayEquals(new long[] {12, 2, 3, 5, 6}, numbers(influence));
        assertEquals(9 * 0.5 + 0.1 + 0.7, influence.sum(), 1e-15);
        assertEquals(10, influence.many());
    }

    @Test
    void aRowWithoutTheOthersIsNotPredicted() {
        Influence influence = new Influence(0.5);
        influence.add(row(1, 0.5), new Influence.Row(2, 0, 3, 0.25, 2));
        assertEquals(Math.sqrt((2 * 2 + 8 * 8) / 2.0), influence.rootMeanSquare(), 1e-15);
        influence.add(row(3, 1 - 1e-12));
        assertTrue(Double.isNaN(influence.largest().getFirst().leftOut()));
        assertTrue(Double.isNaN(influence.rootMeanSquare()));
    }
}
