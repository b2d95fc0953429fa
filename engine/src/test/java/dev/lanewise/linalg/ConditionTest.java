package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The bound may stand for the estimate only because it is never below it; and whoever asks for the estimate, whenever and
/// from whatever thread, gets the same.
class ConditionTest {
    private static final int THREADS = 4;

    @Test
    void theBoundIsNotBelowTheEstimate() {
        int close = 0, seen = 0;
        for (TestMatrices.Named named : TestMatrices.all().toList()) {
            Matrix a = named.a();
            if (a.rows() < a.cols()) continue;
            Triangle triangle = Triangle.of(HouseholderQr.of(a).reduction());
            Condition condition = new Condition(triangle.r(), triangle.cols(), triangle.cols());
            double bound = condition.atMost(), estimate = condition.estimate();
            assertTrue(!(bound < estimate), named + ": " + bound + " for " + estimate);
            seen++;
            if (bound < 0x1p20) close++;
        }
        assertTrue(close > seen / 4, close + " of " + seen + " bounds say anything");
    }

    @Test
    void aZeroPivotAndNothingAtAll() {
        assertTrue(!(new Condition(new double[] {1, 1, 0, 0}, 2, 2).atMost() < Double.POSITIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, new Condition(new double[] {1, 1, 0, 0}, 2, 2).estimate());
        assertEquals(1.0, new Condition(new double[0], 0, 0).estimate());
    }

    @Test
    void ofManyColumnsThereIsNoBound() {
        Matrix identity = Matrix.zeros(65, 65);
        for (int j = 0; j < 65; j++) identity.set(j, j, 1.0);
        assertTrue(Double.isNaN(new Condition(identity.array(), 65, 65).atMost()));
        assertEquals(1.0, LeastSquares.solve(identity, new double[65]).condition());
    }

    @Test
    void theOrderOfQuestionsDoesNotMatter() {
        Matrix a = new TestMatrices(5).uniform(40, 6);
        double[] b = new TestMatrices(6).uniform(40, 1).array();
        Fit first = LeastSquares.solve(a, b), other = LeastSquares.solve(a, b);
        double condition = first.condition();
        double[] errors = first.standardErrors().array(), bounds = first.forwardErrorBounds();
        assertArrayEquals(bounds, other.forwardErrorBounds());
        assertArrayEquals(errors, other.standardErrors().array());
        assertEquals(condition, other.condition());
    }

    @Test
    @Tag("once")
    void threadsThatAskAtOnceGetTheSame() throws InterruptedException {
        Matrix a = new TestMatrices(7).uniform(60, 9);
        double[] b = new TestMatrices(8).uniform(60, 1).array();
        Fit alone = LeastSquares.solve(a, b);
        double[] expected = {alone.condition(), alone.forwardErrorBounds()[0], alone.standardErrors().get(3, 0)};
        for (int round = 0; round < 50; round++) {
            Fit fit = LeastSquares.solve(a.copy(), b);
            double[][] seen = new double[THREADS][];
            CountDownLatch start = new CountDownLatch(1);
            Thread[] threads = new Thread[THREADS];
            for (int t = 0; t < THREADS; t++) {
                int own = t;
                threads[t] = Thread.ofPlatform().start(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    seen[own] = new double[] {fit.condition(), fit.forwardErrorBounds()[0], fit.standardErrors().get(3,
                            0)};
                });
            }
            start.countDown();
            for (Thread thread : threads) thread.join();
            for (double[] each : seen) assertArrayEquals(expected, each, Arrays.toString(each));
        }
    }

    @Test
    void standardErrorsDoNotSeeWhatIsWrittenLater() {
        Matrix a = new TestMatrices(9).uniform(50, 11);
        double[] b = new TestMatrices(10).uniform(50, 1).array();
        double[] expected = LeastSquares.solve(a, b).standardErrors().array();
        Matrix changed = a.copy();
        double[] side = b.clone();
        Fit fit = LeastSquares.solve(changed, side);
        Arrays.fill(changed.array(), Double.NaN);
        Arrays.fill(side, Double.NaN);
        assertArrayEquals(expected, fit.standardErrors().array());
    }
}
