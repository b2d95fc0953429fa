package dev.lanewise.demo.solve;

import java.nio.file.Path;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.lanewise.demo.solve.DataSample.solve;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Powell and Reid's rows in a file too long to be sorted; the answer is 1, 1, 1.
class LightRowsTest {
    private static final String LIGHT = "0,2,1,1,3\n0,1,1,1,2\n".repeat(25_000);

    private static Path file(String heavy, boolean lightFirst) {
        String rows = "1,1,0,%1$s,2\n1,0,1,%1$s,2\n".formatted(heavy).repeat(25_000);
        return DataSample.file("a,b,c,w,y\n" + (lightFirst ? LIGHT + rows : rows + LIGHT));
    }

    private static Estimate solved(String refinement, Path file) {
        return solve(new SolveSettings(false, null, null, null, refinement), "w", file);
    }

    private static double error(Estimate found) {
        return DoubleStream.of(found.coefficients()).map(b -> Math.abs(b - 1.0)).max().orElseThrow();
    }

    /// What is lost by one reading, and what the default brings up by two more.
    @ParameterizedTest
    @CsvSource({"1e16, 1e-10, 1e-15", "1e18, 1e-9, 1e-15", "1e20, 1e-8, 4e-9"})
    void drownedRowsAreBroughtUp(String heavy, double lost, double left) {
        Path file = file(heavy, true);
        Estimate once = solved("off", file), refined = solved(null, file);
        assertTrue(error(once) >= lost, () -> "nothing was lost: " + error(once));
        assertTrue(once.drowned());
        assertTrue(error(refined) <= left, () -> "left of it: " + error(refined));
        assertFalse(refined.drowned());
    }

    /// x² − x + 1, held at 1 and 2 by heavy points, and decided by light ones before them.
    @Test
    void drownedPointsOfAPolynomialAreBroughtUp() {
        Path file = DataSample
                .file("x,w,y\n" + "0,1,1\n3,1,7\n".repeat(50_000) + "1,1e18,1\n2,1e18,3\n".repeat(50_000));
        double[] exact = {1, -1, 1};
        Estimate off = solve(new SolveSettings(true, 2, null, null, "off"), "w", file);
        Estimate once = solve(new SolveSettings(true, 2, null, null, "1"), "w", file);
        Estimate refined = solve(new SolveSettings(true, 2, null, null, null), "w", file);
        assertTrue(Math.abs(off.coefficients()[1] + 1.0) > 1e-9);
        assertTrue(off.drowned());
        assertTrue(Math.abs(once.coefficients()[1] + 1.0) > 1e-12);
        assertArrayEquals(exact, refined.coefficients(), 1e-15);
        assertFalse(refined.drowned());
    }

    @Test
    void whatIsTooDeepIsSaid() {
        Estimate found = solved("3", file("1e28", true));
        assertTrue(found.drowned());
        assertTrue(error(found) > 1e-3);
    }

    @Test
    void heavyRowsMayComeFirstAndWeightsMayDifferALittle() {
        Estimate sorted = solved("off", file("1e18", false));
        assertFalse(sorted.drowned());
        assertEquals(0.0, error(sorted), 1e-10);
        assertFalse(solved("off", file("1e8", true)).drowned());
    }

    /// Without weights nothing is looked at, and rows in memory are sorted.
    @Test
    void fewRowsAreSorted() {
        Estimate few = solved("off", DataSample.file("a,b,c,w,y\n0,2,1,1,3\n1,1,0,1e28,2\n1,0,1,1e28,2\n0,1,1,1,2\n"));
        assertFalse(few.drowned());
        assertEquals(0.0, error(few), 1e-13);
    }
}
