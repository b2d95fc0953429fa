package dev.lanewise.linalg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The table of digits in docs/accuracy.md says what is reached, to the decimal that it prints.
class NistTableTest {
    private static final List<String> PROBLEMS = List.of("Norris", "Pontius", "Filip", "Longley", "Wampler1",
            "Wampler2",
            "Wampler3", "Wampler4", "Wampler5", "NoInt1", "NoInt2");

    private enum Row {
        PLAIN("QR alone"), REFINED("refined, the default"), ERRORS("their standard errors"), POLYNOMIAL(
                "`PolynomialFit`"),
        POLYNOMIAL_ERRORS("its standard errors");

        private final String title;

        Row(String title) {
            this.title = title;
        }

        double[] digits(JsonObject problem) {
            Matrix a = NistTest.design(problem);
            double[] y = TestResources.doubles(problem.get("y"));
            double[] beta = TestResources.doubles(problem.getAsJsonObject("certified").get("beta"));
            double[] errors = TestResources.doubles(problem.getAsJsonObject("certified").get("stddev_beta"));
            boolean isPolynomial = problem.getAsJsonObject("model").get("kind").getAsString().equals("polynomial");
            boolean hasErrors = errors[0] != 0.0;
            if (this == PLAIN) return digits(LeastSquares.of(a).refine(Refinement.off()).solve(y).x(), beta);
            Fit fit = LeastSquares.solve(a, y);
            if (this == REFINED) return digits(fit.x(), beta);
            if (this == ERRORS && hasErrors) return digits(fit.standardErrors().array(), errors);
            if (this == ERRORS || !isPolynomial) return new double[0];
            double[] x = TestResources.doubles(problem.getAsJsonObject("x").get("x"));
            PolynomialFit polynomial = PolynomialFit.degree(beta.length - 1).fit(x, y);
            if (this == POLYNOMIAL) return digits(polynomial.coefficients(), beta);
            return hasErrors ? digits(polynomial.standardErrors(), errors) : new double[0];
        }

        private static double[] digits(double[] x, double[] certified) {
            return new double[] {NistTest.digits(x, certified)};
        }
    }

    @ParameterizedTest
    @CsvSource({"PLAIN", "REFINED", "ERRORS", "POLYNOMIAL", "POLYNOMIAL_ERRORS"})
    void theTableSaysWhatIsReached(Row row) throws IOException {
        StringBuilder expected = new StringBuilder("| ").append(row.title).append(" |");
        for (String name : PROBLEMS) {
            double[] digits = row.digits(TestResources.json("/dev/lanewise/nist/" + name + ".json"));
            // Rounded down, for digits that are there.
            String text = digits.length == 0
                    ? ""
                    : digits[0] == 15.0
                            ? "15"
                            : String.format(Locale.ROOT, "%.1f", Math.floor(digits[0] * 10.0) / 10.0);
            expected.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
        }
        assertEquals(expected.toString(), line(row.title));
    }

    private static String line(String title) throws IOException {
        Path docs = Path.of("..", "docs", "accuracy.md");
        String start = "| " + title + " |";
        return Files.readAllLines(Files.exists(docs) ? docs : Path.of("docs", "accuracy.md")).stream()
                .filter(line -> line
                        .startsWith(start))
                .findFirst().orElse("none of " + Arrays.toString(Row.values()));
    }

    @Test
    void filipKeepsAllItsDigitsOnlyWhereThePowersAreNotRounded() {
        JsonObject filip = TestResources.json("/dev/lanewise/nist/Filip.json");
        assertEquals(true, Row.POLYNOMIAL.digits(filip)[0] > Row.REFINED.digits(filip)[0] + 5.0);
    }
}
