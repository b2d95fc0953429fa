package dev.lanewise.linalg;

import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static dev.lanewise.linalg.QrAccumulatorTest.part;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// A window that slides.
class QrWindowTest {
    private static final int PART = 7;

    @Test
    void holdsTheLatestPartsAndNothingElse() {
        Matrix a = new TestMatrices(1).uniform(40 * PART, 3), b = new TestMatrices(2).uniform(a.rows(), 1);
        for (int parts : new int[] {1, 2, 3, 4, 9}) {
            QrWindow window = new QrWindow(3, 1, parts);
            for (int i = 0; i < 40; i++) {
                if (i > 0) window.slide();
                window.current().add(part(a, i * PART, PART), part(b, i * PART, PART));
                int from = Math.max(0, i - parts + 1) * PART, count = (i + 1) * PART - from;
                assertEquals(count, window.rows());
                double[] expected = QrAccumulatorTest.whole(part(a, from, count), part(b, from, count)).x();
                assertArrayEquals(expected, window.solve().x(), 1e-12, parts + " parts, after " + i);
            }
        }
    }

    @Test
    void anOutlierThatHasLeftTakesNoDigitsWithIt() {
        Matrix a = new TestMatrices(3).uniform(4 * PART, 2), b = new TestMatrices(4).uniform(4 * PART, 1);
        QrWindow window = new QrWindow(2, 1, 2);
        window.current().add(new double[] {1e200, -1e180}, 1e250);
        for (int i = 0; i < 4; i++) window.slide().current().add(part(a, i * PART, PART), part(b, i * PART, PART));
        double[] expected = QrAccumulatorTest.whole(part(a, 2 * PART, 2 * PART), part(b, 2 * PART, 2 * PART)).x();
        assertArrayEquals(expected, window.solve().x(), 1e-14);
    }

    @Test
    void refusesAWindowWithoutParts() {
        refused("QrWindow: 0 parts are too few", () -> new QrWindow(2, 1, 0));
    }
}
