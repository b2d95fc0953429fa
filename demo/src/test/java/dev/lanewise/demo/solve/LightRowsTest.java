package dev.lanewise.demo.solve;

import java.nio.file.Path;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// Heavy rows that hardly vary set means that cannot be told from them: the coefficients are those without a ridge, and
    /// are not found, in whatever order rows come.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRidgeSaysSoToo(boolean lightFirst) {
        Path file = file("1e18", lightFirst);
        Estimate found = solve(new SolveSettings(true, null, "0", null, null), "w", file);
        Estimate exact = solve(new SolveSettings(true, null, null, null, "3"), "w", file);
        assertEquals(exact.coefficients()[1], found.coefficients()[1], 1e-3);
        assertTrue(Math.abs(exact.coefficients()[1] - found.coefficients()[1]) > 1e-8);
        assertTrue(found.drowned());
        assertTrue(solve(new SolveSettings(true, null, "path", null, null), "w", file).drowned());
        assertFalse(solve(new SolveSettings(true, null, "0", null, null), "w", file("1e8", lightFirst)).drowned());
    }

    /// Without a constant there are no means, and two more passes bring up what has drowned.
    @Test
    void aRidgeWithoutAConstantIsRefined() {
        Path file = file("1e16", true);
        SolveSettings off = new SolveSettings(false, null, "0", null, "off");
        assertTrue(solve(off, "w", file).drowned());
        Estimate refined = solve(new SolveSettings(false, null, "0", null, null), "w", file);
        assertFalse(refined.drowned());
        assertEquals(0.0, error(refined), 1e-12);
        assertFalse(solve(off, "w", file("1e16", false)).drowned());
    }

    /// t² is 1/16 where the heavy points are, of which its mean differs by a rounding error only.
    @Test
    void powersWithARidgeSaySoToo() {
        Path file = DataSample
                .file("x,w,y\n" + "0,1,1\n3,1,7\n".repeat(50_000) + "1,1e28,1\n2,1e28,3\n".repeat(50_000));
        Estimate found = solve(new SolveSettings(true, 2, "1e-3", null, null), "w", file);
        assertTrue(Math.abs(found.coefficients()[1] + 1.0) > 1e-6);
        assertTrue(found.drowned());
    }

    /// Columns that depend on each other whatever rows weigh are no reason.
    @Test
    void dependentColumnsAreAnotherMatter() {
        StringBuilder text = new StringBuilder("a,b,c,w,y\n");
        for (int i = 0; i < 100_000; i++) {
            int a = i * 37 % 101 - 50, b = i * 53 % 89 - 44;
            text.append("%d,%d,%d,%s,%d\n".formatted(a, 2 * a, b, i < 50_000 ? "1" : "1e12", a + b + i % 3));
        }
        Path file = DataSample.file(text.toString());
        for (String ridge : new String[] {null, "0"}) {
            Estimate found = solve(new SolveSettings(true, null, ridge, null, null), "w", file);
            assertFalse(found.unique());
            assertFalse(found.drowned());
        }
        Path points = DataSample.file("x,w,y\n" + "0,1,1\n3,1,7\n".repeat(50_000) + "1,1e12,1\n".repeat(50_000));
        assertFalse(solve(new SolveSettings(true, 5, null, null, null), "w", points).drowned());
    }

    /// The same where light rows decide as well: what they add to the rank is gone, or digits of it.
    @ParameterizedTest
    @ValueSource(strings = {"1e18", "1e22"})
    void dependentColumnsDoNotHideIt(String heavy) {
        Path file = DataSample.file("a,b,c,d,w,y\n" + "0,2,1,1,1,3\n0,1,1,1,1,2\n".repeat(25_000)
                + "1,1,0,0,%1$s,2\n1,0,1,1,%1$s,2\n".formatted(heavy).repeat(25_000));
        Estimate found = solve(new SolveSettings(false, null, null, null, null), "w", file);
        assertFalse(found.unique());
        assertTrue(found.drowned());
    }
}
