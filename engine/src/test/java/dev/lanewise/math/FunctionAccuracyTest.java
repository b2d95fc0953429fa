package dev.lanewise.math;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Holds the second table of docs/accuracy.md as [AccuracyTest] holds the first. In one backend only: that all have the
/// same bits is tested elsewhere.
@Tag("once")
class FunctionAccuracyTest {
    private static final Path TABLE = Path.of("..", "docs", "accuracy.md");
    private static final BigDecimal LINEAR = new BigDecimal(
            "1.59576912160573071175978423973752747390351629");
    private static final BigDecimal SIX = BigDecimal.valueOf(6);
    private static final BigDecimal CUBIC = LINEAR.multiply(new BigDecimal("0.044715"));

    private record Row(ElementaryFunction function, double alpha, String where, double bound, double largest,
            double input) {
        double[] of(double... x) {
            return function.of(alpha, x);
        }

        /// Whether a result is one of those that the row speaks of.
        boolean holds(double x, double y) {
            boolean subnormal = Math.abs(y) < Double.MIN_NORMAL;
            return Double.isFinite(y) && switch (where) {
                case "all" -> true;
                case "normal" -> !subnormal;
                case "subnormal" -> subnormal;
                case "x ≥ 0" -> x >= 0.0;
                case "x < 0, normal" -> x < 0.0 && !subnormal;
                case "x ≤ −1, normal" -> x <= -1.0 && !subnormal;
                case "normal, 2⁻⁸ off −1.27846" -> !subnormal && Math.abs(x + 1.27846454276107) > 0x1p-8;
                case "normal, 2⁻⁸ off −0.75246" -> !subnormal && Math.abs(x + 0.752461422071016) > 0x1p-8;
                default -> throw new AssertionError(where);
            };
        }

        double error(double x, double y) {
            return Reference.ulps(y, reference(function, alpha, x));
        }
    }

    @Test
    void everyBoundHoldsOnASweepOfAllRegimes() throws IOException {
        double[] all = Stratified.arguments(1);
        int quarter = all.length / 4;
        double[] x = new double[quarter + 40];
        for (int i = 0; i < quarter; i++) x[i] = all[4 * i + i % 4];
        // where α = 1e300 makes a subnormal number of e^x
        for (int i = quarter; i < x.length; i++) x[i] = quarter - i - 1398.7;
        for (Row row : rows()) {
            double[] y = row.of(x);
            int counted = 0;
            for (int i = 0; i < x.length; i++) {
                if (!row.holds(x[i], y[i])) continue;
                counted++;
                double error = row.error(x[i], y[i]);
                assertTrue(error <= row.bound, row + " but " + error + " ulp at " + Double.toHexString(x[i]));
            }
            assertTrue(counted >= 2, row + " has only " + counted + " points");
        }
    }

    @Test
    void everyLargestErrorIsFoundWhereTheTableSays() throws IOException {
        for (Row row : rows()) {
            double y = row.of(row.input)[0];
            assertTrue(row.holds(row.input, y), row + " but the result there is " + y);
            assertEquals(row.largest, row.error(row.input, y), 0.00006, row.toString());
            assertTrue(row.largest <= row.bound, row.toString());
        }
    }

    /// Between −1 and 0 GELU′ has a root, and its error is measured in 2⁻⁵³.
    @Test
    void theDerivativeOfGeluNearItsRoot() {
        for (int i = -1000; i <= 0; i++) {
            double x = i * 0x1.00cp-10, y = ElementaryFunction.GELU_DERIVATIVE.at(x);
            double error = new BigDecimal(y).subtract(NormalReference.geluDerivative(x)).abs().doubleValue();
            assertTrue(error <= 1.6 * 0x1p-53, "GELU′ at " + x + ": " + error);
        }
    }

    private static BigDecimal reference(ElementaryFunction f, double alpha, double x) {
        BigDecimal exact = new BigDecimal(x);
        return switch (f) {
            case EXP -> exp(x);
            case EXPM1 -> Reference.expm1(x);
            case LOG1P -> Reference.log1p(exact);
            case LOG1P_DERIVATIVE -> ONE.divide(ONE.add(exact), MathContext.DECIMAL128);
            case ERF -> NormalReference.erf(x);
            case ERF_DERIVATIVE -> NormalReference.erfDerivative(x);
            case SOFTPLUS -> Reference.softplus(x);
            case SILU -> Reference.gate(x, ONE, ZERO);
            case SILU_DERIVATIVE -> Reference.gateDerivative(x, ONE, ZERO);
            case GELU -> NormalReference.gelu(x);
            case GELU_DERIVATIVE -> NormalReference.geluDerivative(x);
            case GELU_TANH -> Reference.gate(x, LINEAR, CUBIC);
            case GELU_TANH_DERIVATIVE -> Reference.gateDerivative(x, LINEAR, CUBIC);
            case SOFTSIGN -> exact.divide(ONE.add(exact.abs()), MathContext.DECIMAL128);
            case SOFTSIGN_DERIVATIVE -> ONE.divide(ONE.add(exact.abs()).pow(2), MathContext.DECIMAL128);
            case HARD_SIGMOID -> exact.add(BigDecimal.valueOf(3)).max(ZERO).min(SIX).divide(SIX,
                    MathContext.DECIMAL128);
            case HARD_SIGMOID_DERIVATIVE -> Math.abs(x) < 3.0 ? ONE.divide(SIX, MathContext.DECIMAL128) : ZERO;
            case ELU -> x > 0.0 ? exact : new BigDecimal(alpha).multiply(Reference.expm1(x));
            case ELU_DERIVATIVE -> x > 0.0 ? ONE : new BigDecimal(alpha).multiply(exp(x));
            case LEAKY_RELU -> x > 0.0 ? exact : new BigDecimal(alpha).multiply(exact);
            default -> throw new AssertionError(f);
        };
    }

    private static BigDecimal exp(double x) {
        return Reference.exp(new BigDecimal(Math.clamp(x, -2000.0, 2000.0)));
    }

    /// The rows `| function | results | bound | largest error seen | at x = |` whose function is in code font, with its
    /// parameter behind it where it has one.
    private static List<Row> rows() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            List<Row> rows = lines.filter(line -> line.matches("\\| `[a-z]\\w*`(, α = \\S+)? \\|.*"))
                    .map(line -> line.replace("`", "").split("\\s*\\|\\s*"))
                    .map(FunctionAccuracyTest::row)
                    .toList();
            assertEquals(40, rows.size(), "rows in the table of elementary functions");
            return rows;
        }
    }

    private static Row row(String[] cell) {
        String[] function = cell[1].split(", α = ");
        double alpha = function.length == 1 ? Double.NaN : Double.parseDouble(function[1]);
        return new Row(ElementaryFunction.titled(function[0]), alpha, cell[2], Double.parseDouble(cell[3]),
                Double.parseDouble(cell[4]), Double.parseDouble(cell[5]));
    }
}
