package dev.lanewise.demo.solve;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StudentTTest {
    private static void assertRelative(double expected, double actual, double error) {
        assertEquals(1.0, actual / expected, error, () -> actual + " for " + expected);
    }

    /// The columns of every statistical table.
    @ParameterizedTest
    @CsvSource({"1, 12.706204736432095, 0.05", "2, 4.302652729911275, 0.05", "5, 2.570581835636314, 0.05",
            "10, 2.2281388519649385, 0.05", "10, 3.169272672616873, 0.01", "30, 2.0422724563012373, 0.05",
            "120, 1.9799304050824402, 0.05"})
    void knownQuantiles(long degrees, double t, double p) {
        assertRelative(p, StudentT.twoSided(t, degrees), 1e-10);
        assertRelative(p, StudentT.twoSided(-t, degrees), 1e-10);
    }

    /// SciPy 1's 2·stats.t.sf(t, ν), in the middle and far out.
    @ParameterizedTest
    @CsvSource({"3, 1e3, 2.205307642576592e-9", "9, 2.262, 0.05001284550245463", "9, 4.0159, 0.003036756736553866",
            "30, 40, 1.3726045194406417e-27", "200, 1e-3, 0.9992031123011389", "200, 3, 0.003043047113905905",
            "100000, 1.959963984540054, 0.050002772961786256", "7, 1e30, 2.6410413527093526e-208"})
    void scipys(long degrees, double t, double p) {
        assertRelative(p, StudentT.twoSided(t, degrees), 1e-11);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 0.3, 1, 1.7, 5, 1e4, 1e12, 1e160, 1e300})
    void closedForms(double t) {
        assertRelative(2 / StrictMath.PI * StrictMath.atan2(1, t), StudentT.twoSided(t, 1), 1e-13);
        double root = t < 1e100 ? StrictMath.sqrt(2 + t * t) : t;
        double two = 2 / root / (root + t);
        if (two > Double.MIN_NORMAL) assertRelative(two, StudentT.twoSided(t, 2), 1e-13);
    }

    /// Where the recurrence of Γ gives way to its series nothing may jump: p falls slowly with ν.
    @Test
    void theSeriesBeginsWhereTheRecurrenceEnds() {
        double before = StudentT.twoSided(2, 198) - StudentT.twoSided(2, 199);
        double across = StudentT.twoSided(2, 199) - StudentT.twoSided(2, 200);
        double after = StudentT.twoSided(2, 200) - StudentT.twoSided(2, 201);
        assertTrue(before > across && across > after && after > 0, before + " " + across + " " + after);
        assertEquals(before + after, 2 * across, 1e-3 * across);
    }

    @Test
    void theEnds() {
        assertEquals(1.0, StudentT.twoSided(0.0, 3));
        assertEquals(0.0, StudentT.twoSided(Double.POSITIVE_INFINITY, 3));
        assertEquals(0.0, StudentT.twoSided(Double.NEGATIVE_INFINITY, 300));
        assertEquals(Double.NaN, StudentT.twoSided(Double.NaN, 3));
        assertEquals(Double.NaN, StudentT.twoSided(1.0, 0));
    }
}
