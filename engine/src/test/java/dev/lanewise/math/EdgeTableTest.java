package dev.lanewise.math;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.lanewise.internal.kernel.Bits;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Holds the tables of values at zeros and infinities in the Javadoc of the public classes, for several α.
class EdgeTableTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "lanewise", "math");
    private static final double[] EDGES = {Double.NEGATIVE_INFINITY, -0.0, 0.0, Double.POSITIVE_INFINITY};

    @Test
    void everyFunctionHasARowAndEveryCellIsTrue() throws IOException {
        Set<ElementaryFunction> seen = EnumSet.noneOf(ElementaryFunction.class);
        for (String name : List.of("ArrayMath", "ArrayActivations", "ArrayDerivatives")) {
            for (String line : Files.readAllLines(SOURCES.resolve(name + ".java"))) {
                if (!line.startsWith("/// | `")) continue;
                String[] cells = line.split("\\s*\\|\\s*");
                ElementaryFunction f = ElementaryFunction.titled(cells[1].replace("`", ""));
                seen.add(f);
                for (double alpha : new double[] {1.0, 0.7, 0.0, -2.0, 1e300}) {
                    double[] expected = Arrays.stream(cells, 2, 6).mapToDouble(cell -> value(cell, alpha)).toArray();
                    Bits.assertSame(expected, f.of(alpha, EDGES), f + " with α = " + alpha);
                }
            }
        }
        assertEquals(EnumSet.allOf(ElementaryFunction.class), seen);
    }

    private static double value(String cell, double alpha) {
        double product = 1.0;
        for (String factor : cell.split("·")) {
            boolean minus = factor.startsWith("−");
            double magnitude = switch (factor.replaceFirst("^[−+]", "")) {
                case "α" -> alpha;
                case "0" -> 0.0;
                case "∞" -> Double.POSITIVE_INFINITY;
                case "NaN" -> Double.NaN;
                case "1" -> 1.0;
                case "½" -> 0.5;
                case "¼" -> 0.25;
                case "1/6" -> 0x1.5555555555555p-3;
                case "ln 2" -> 0x1.62e42fefa39efp-1;
                case "2/√π" -> 0x1.20dd750429b6dp0;
                default -> throw new AssertionError(cell);
            };
            product *= minus ? -magnitude : magnitude;
        }
        return product;
    }
}
