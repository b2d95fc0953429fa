package dev.lanewise.linalg;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a fit hands out is a copy, and what it prints can be read anywhere.
class FitTest {
    private static final String WITHIN = "rounding: x is within 2.2e-16 of the exact solution, relative to its largest "
            + "element, columns scaled to equal length";

    @Test
    void whatIsHandedOutIsACopy() {
        Fit fit = LeastSquares.solve(Matrix.of(2, 1, 3, 4), new double[] {4, -3});
        double[] singular = fit.singularValues();
        fit.x()[0] = 7;
        fit.coefficients().set(0, 0, 7);
        fit.residualNorms()[0] = 7;
        fit.singularValues()[0] = 7;
        assertArrayEquals(new double[] {0}, fit.x(), 0x1p-50);
        assertEquals(5.0, fit.residualNorm(), 0x1p-50);
        assertArrayEquals(singular, fit.singularValues());
        assertEquals(5.0, singular[0], 0x1p-50);
    }

    @Test
    void aFewLinesTellWhatIsKnownInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Fit unique = LeastSquares.solve(Matrix.of(2, 2, 2, 0, 0, 4), new double[] {1, 1});
            assertEquals(String.join(System.lineSeparator(),
                    "rank 2 of 2 (unique), condition 1.00, residual norm 0.0, 0 degrees of freedom", "  x[0] = 0.5",
                    "  x[1] = 0.25", WITHIN), unique.toString());
            Fit line = LeastSquares.solve(Matrix.of(3, 1, 1, 1, 1), new double[] {1, 2, 3});
            assertEquals(String.join(System.lineSeparator(), "rank 1 of 1 (unique), condition 1.00, residual norm "
                    + Math.sqrt(2.0) + ", 2 degrees of freedom", "  x[0] = 2.0 ± 0.577", WITHIN), line.toString());
            Fit shortest = LeastSquares.solve(Matrix.zeros(2, 2), Matrix.of(2, 2, 3, 0, 4, 1));
            assertEquals(String.join(System.lineSeparator(),
                    "rank 0 of 2 (minimum norm), condition Infinity, residual norm [5.0, 1.0], 2 degrees of freedom",
                    "  x[0] = 0.0, 0.0", "  x[1] = 0.0, 0.0",
                    "RANK_DEFICIENT: " + FitFlag.RANK_DEFICIENT.meaning()), shortest.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsNotThereIsNotSaid() {
        String none = LeastSquares.solve(new TestMatrices(1).uniform(20, 14), Matrix.zeros(20, 0)).toString();
        assertFalse(none.contains("more"), none);
        String zero = LeastSquares.of(Matrix.of(2, 1, 1, 0)).refine(Refinement.off()).solve(new double[] {0, 1})
                .toString();
        assertFalse(zero.contains("within"), zero);
    }

    @Test
    void manyCoefficientsAreCutShort() {
        String[] lines = LeastSquares.solve(new TestMatrices(1).uniform(20, 14), new TestMatrices(2).uniform(20, 5))
                .toString().lines().toArray(String[]::new);
        assertEquals(1 + 12 + 2, lines.length);
        assertEquals("  … and 2 more", lines[13]);
        assertEquals(4, lines[1].chars().filter(c -> c == ',').count());
        assertEquals("…", lines[1].substring(lines[1].length() - 1));
        String one = LeastSquares.solve(new TestMatrices(1).uniform(20, 14), new TestMatrices(2).uniform(20, 1))
                .toString();
        assertFalse(one.contains("±"), one);
        assertTrue(one.contains("… and 2 more"), one);
    }
}
