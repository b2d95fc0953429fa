package dev.lanewise.linalg;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.lanewise.concurrent.Workers;
import org.junit.jupiter.api.Test;

import static dev.lanewise.linalg.QrAccumulatorTest.assertSameFit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SuperblocksTest {
    private static final int ROWS = 4 * Leaf.ROWS + 1000;

    @Test
    void theBitsAreThoseOfOneThread() {
        TestMatrices random = new TestMatrices(3);
        Matrix a = random.uniform(ROWS, 3);
        Matrix b = random.uniform(ROWS, 1);
        Fit expected = LeastSquares.of(a).solve(b);
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            for (int parts : new int[] {1, 2, 3, 8}) {
                assertSameFit(expected, LeastSquares.of(a).workers(Workers.of(pool, parts).grain(0)).solve(b));
            }
        }
    }

    @Test
    void whatOneOfTheThreadsFindsReachesTheCaller() {
        Matrix a = Matrix.zeros(ROWS, 1);
        a.set(2 * Leaf.ROWS + 5, 0, Double.NaN);
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            LeastSquares problem = LeastSquares.of(a).workers(Workers.of(pool, 2).grain(0));
            assertEquals("LeastSquares: A has NaN at row 131077, column 0", assertThrows(IllegalArgumentException.class,
                    () -> problem.solve(new double[ROWS])).getMessage());
        }
    }
}
