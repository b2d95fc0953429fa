package dev.lanewise.demo.solve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// NIST's certified problems from the file to the estimate; the engine's own tests have them all.
class NistRegressionTest {
    private static Estimate solve(String name, Integer degree) throws IOException {
        try (InputStream file = NistRegressionTest.class.getResourceAsStream(name + ".csv")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return DataSample.solve(new SolveSettings(true, degree, null, null, null), null, DataSample.file(text));
        }
    }

    /// −log₁₀ of the largest relative error.
    private static void assertDigits(double digits, double[] certified, double... found) {
        assertEquals(certified.length, found.length);
        double error = 0.0;
        for (int j = 0; j < found.length; j++) error = Math.max(error, Math.abs(found[j] / certified[j] - 1.0));
        double held = -Math.log10(error);
        assertTrue(held >= digits, () -> held + " digits");
    }

    @Test
    void norris() throws IOException {
        Estimate line = solve("norris", null);
        assertDigits(14, new double[] {-0.262323073774029, 1.00211681802045}, line.coefficients());
        assertDigits(13.7, new double[] {0.232818234301152, 0.429796848199937E-03}, line.standardErrors());
        assertDigits(13.7, new double[] {0.884796396144373, 0.999993745883712, 26.6173985294224}, line
                .residualDeviation(), line.r2(), line.sumOfSquares());
        assertEquals(855.2233457163978, line.condition(), 1e-10, "np.linalg.cond of the same matrix");
    }

    @Test
    void filip() throws IOException {
        Estimate curve = solve("filip", 10);
        assertDigits(13.9, new double[] {-1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372,
                -354.478233703349, -75.1242017393757, -10.8753180355343, -1.06221498588947, -0.670191154593408E-01,
                -0.246781078275479E-02, -0.402962525080404E-04}, curve.coefficients());
        assertDigits(13.7, new double[] {298.084530995537, 559.779865474950, 466.477572127796, 227.204274477751,
                71.6478660875927, 15.2897178747400, 2.23691159816033, 0.221624321934227, 0.142363763154724E-01,
                0.535617408889821E-03, 0.896632837373868E-05}, curve.standardErrors());
        assertEquals(11, curve.rank());
        assertTrue(curve.flags().isEmpty());
    }

    /// The residuals are 18 times as long as the fitted values.
    @Test
    void wampler5() throws IOException {
        Estimate curve = solve("wampler5", 5);
        assertDigits(15, new double[] {1, 1, 1, 1, 1, 1}, curve.coefficients());
        assertDigits(13.7, new double[] {21523262.4678170, 23635517.3469681, 7793435.24331583, 1014755.07550350,
                56456.6512170752, 1123.24854679312}, curve.standardErrors());
    }
}
