package dev.lanewise.demo.solve;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class QuartilesTest {
    @Test
    void betweenElementsTheyAreInterpolated() {
        assertEquals(new Quartiles(1, 1.75, 2.5, 3.25, 4), Quartiles.of(new double[] {4, 1, 3, 2}));
        assertEquals(new Quartiles(1, 2, 3, 4, 5), Quartiles.of(new double[] {5, 4, 3, 2, 1}));
        assertEquals(new Quartiles(7, 7, 7, 7, 7), Quartiles.of(new double[] {7}));
    }
}
