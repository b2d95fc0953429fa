package dev.lanewise.linalg;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The linear problems of NIST's Statistical Reference Datasets: how many certified digits must hold.
class NistTest {
    static final int ROW_ORDERS = 50;

    /// LRE = −log₁₀(|x − certified|/|certified|), at most 15; the worst coefficient counts.
    ///
    /// Filip's residual is as uncertain as its powers of x, which are rounded to double before any solver sees them.
    @ParameterizedTest
    @CsvSource({"Norris, 11, 12", "Pontius, 11, 12", "Filip, 5.7, 8", "Longley, 9.7, 12", "Wampler1, 8.1, 0",
            "Wampler2, 11.4, 0", "Wampler3, 7.8, 12", "Wampler4, 6.4, 12", "Wampler5, 4.4, 12", "NoInt1, 14.3, 14",
            "NoInt2, 14.3, 14"})
    void certifiedDigitsHold(String name, double digits, double residualDigits) {
        JsonObject problem = TestResources.json("/dev/lanewise/nist/" + name + ".json");
        double[] certified = TestResources.doubles(problem.getAsJsonObject("certified").get("beta"));
        Matrix design = design(problem);
        double[] y = TestResources.doubles(problem.get("y"));
        Fit fit = unrefined(design, y);
        assertEquals(certified.length, fit.rank());
        assertTrue(fit.isUnique());
        double seen = digits(fit.x(), certified);
        assertTrue(seen >= digits, () -> name + " holds " + seen + " digits");
        TestMatrices random = new TestMatrices(certified.length);
        for (int order = 0; order < ROW_ORDERS; order++) {
            shuffle(random, design, y);
            double shuffled = digits(unrefined(design, y).x(), certified);
            assertTrue(shuffled >= digits, () -> name + " holds " + shuffled + " digits in another order of rows");
            for (QrAccumulator other : accumulated(design, y)) {
                double held = digits(other.solve().x(), certified);
                assertTrue(held >= digits, () -> name + " holds " + held + " digits as a stream or in halves");
            }
        }
        double deviation = problem.getAsJsonObject("certified").get("residual_stddev").getAsDouble();
        double found = fit.residualNorm() / Math.sqrt(design.rows() - design.cols());
        if (residualDigits > 0.0) {
            assertTrue(digits(found, deviation) >= residualDigits, () -> name + ": residual deviation " + found);
        } else {
            assertEquals(0.0, deviation);
            assertEquals(0.0, found, 0x1p-48 * Blas.nrm2(y));
        }
    }

    /// Refined, the digits that are missing are those that rounding the data to double has cost. Wampler's first two
    /// problems have no residual, and standard errors that are certified as 0.
    @ParameterizedTest
    @CsvSource({"Norris, 14.0, 13.7", "Pontius, 13.4, 13.7", "Filip, 7.5, 8", "Longley, 14.5, 13.7", "Wampler1, 15, 0",
            "Wampler2, 13.1, 0", "Wampler3, 15, 13.7", "Wampler4, 15, 13.7", "Wampler5, 15, 13.7", "NoInt1, 14.3, 13.7",
            "NoInt2, 14.3, 13.7"})
    void refinedDigitsHold(String name, double digits, double errorDigits) {
        JsonObject problem = TestResources.json("/dev/lanewise/nist/" + name + ".json");
        double[] certified = TestResources.doubles(problem.getAsJsonObject("certified").get("beta"));
        double[] deviations = TestResources.doubles(problem.getAsJsonObject("certified").get("stddev_beta"));
        Matrix design = design(problem);
        double[] y = TestResources.doubles(problem.get("y"));
        TestMatrices random = new TestMatrices(certified.length);
        for (int order = 0; order <= ROW_ORDERS; order++) {
            Fit fit = LeastSquares.solve(design, y);
            double held = digits(fit.x(), certified);
            assertTrue(held >= digits, () -> name + " holds " + held + " digits");
            assertFalse(fit.flags().contains(FitFlag.REFINEMENT_STALLED));
            double[] errors = fit.standardErrors().column(0);
            double heldErrors = digits(errors, deviations);
            if (errorDigits > 0.0)
                assertTrue(heldErrors >= errorDigits, () -> name + ": errors to " + heldErrors);
            else
                assertArrayEquals(deviations, errors, 1e-15);
            shuffle(random, design, y);
        }
    }

    private static Fit unrefined(Matrix a, double[] y) {
        return LeastSquares.of(a).refine(Refinement.off()).solve(y);
    }

    /// Merged from parts of 1, 3 and 8 rows, each factored before the next one comes, and from two halves; and fed row by
    /// row.
    static List<QrAccumulator> accumulated(Matrix design, double[] y) {
        List<QrAccumulator> accumulators = new ArrayList<>();
        Matrix b = Matrix.wrap(y.length, 1, y);
        for (int step : new int[] {1, 3, 8, (y.length + 1) / 2}) {
            QrAccumulator all = new QrAccumulator(design.cols(), 1);
            for (int i = 0; i < y.length; i += step) {
                all.merge(new QrAccumulator(design.cols(), 1).add(QrAccumulatorTest.part(design, i, step),
                        QrAccumulatorTest.part(b, i, step)));
            }
            accumulators.add(all);
        }
        accumulators.add(QrAccumulatorTest.streamed(design, b, 1));
        return accumulators;
    }

    /// Fisher and Yates, on the rows of A and y alike.
    static void shuffle(TestMatrices random, Matrix a, double[] y) {
        for (int i = y.length - 1; i > 0; i--) {
            int k = (int) ((random.next() + 1.0) / 2.0 * (i + 1));
            double[] row = a.row(i);
            System.arraycopy(a.array(), k * a.cols(), a.array(), i * a.cols(), a.cols());
            System.arraycopy(row, 0, a.array(), k * a.cols(), a.cols());
            double value = y[i];
            y[i] = y[k];
            y[k] = value;
        }
    }

    static double digits(double[] x, double[] certified) {
        double worst = 15.0;
        for (int i = 0; i < certified.length; i++) worst = Math.min(worst, digits(x[i], certified[i]));
        return worst;
    }

    private static double digits(double x, double certified) {
        double error = Math.abs(x - certified) / Math.abs(certified);
        return error == 0.0 ? 15.0 : Math.min(15.0, -StrictMath.log10(error));
    }

    /// The columns by the model's names: `1`, `x`, `x1` … or `x^0`, `x^1` …, powers by repeated products.
    static Matrix design(JsonObject problem) {
        List<JsonElement> columns = problem.getAsJsonObject("model").getAsJsonArray("columns").asList();
        JsonObject data = problem.getAsJsonObject("x");
        int rows = problem.get("observations").getAsInt();
        Matrix a = Matrix.zeros(rows, columns.size());
        for (int j = 0; j < columns.size(); j++) {
            String[] parts = columns.get(j).getAsString().split("\\^");
            int power = parts.length == 2 ? Integer.parseInt(parts[1]) : 1;
            for (int i = 0; i < rows; i++) {
                double value = parts[0].equals("1") ? 1.0 : data.getAsJsonArray(parts[0]).get(i).getAsDouble();
                double product = power == 0 ? 1.0 : value;
                for (int p = 1; p < power; p++) product *= value;
                a.set(i, j, product);
            }
        }
        return a;
    }
}
