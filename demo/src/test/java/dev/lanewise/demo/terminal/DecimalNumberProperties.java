package dev.lanewise.demo.terminal;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The grammar of numbers against a regular expression.
class DecimalNumberProperties {
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*");

    @Provide
    Arbitrary<String> almostNumbers() {
        return Arbitraries.strings().withChars("0123456789+-.eE dfxpNa_,").ofMaxLength(7);
    }

    @Property(tries = 2000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aNumberIsWhatTheGrammarSays(@ForAll("almostNumbers") String text) {
        boolean isNumber = NUMBER.matcher(text).matches();
        Statistics.collect(isNumber ? "number" : "not a number");
        Statistics.coverage(coverage -> {
            coverage.check("number").count(c -> c > 20);
            coverage.check("not a number").count(c -> c > 20);
        });
        double expected = isNumber ? new BigDecimal(text.strip()).doubleValue() : Double.NaN;
        // BigDecimal knows no −0.0.
        assertEquals(expected, DecimalNumber.parse(text) + 0.0);
    }

    /// Digits before the exponent that it has to make up for, as many as a field may have.
    @Example
    void exponentsOutweighAnyNumberOfDigits() {
        for (int zeros : new int[] {100_049, 1_000_000}) {
            String small = "0." + "0".repeat(zeros) + "1e", large = "1" + "0".repeat(zeros) + "e-";
            assertEquals(Double.POSITIVE_INFINITY, DecimalNumber.parse(small + 2 * zeros));
            assertEquals(10.0, DecimalNumber.parse(small + (zeros + 2)));
            assertEquals(0.0, DecimalNumber.parse(large + 2 * zeros));
            assertEquals(0.01, DecimalNumber.parse(large + (zeros + 2)));
            assertEquals(Double.POSITIVE_INFINITY, DecimalNumber.parse(small + "99999999999"));
        }
    }
}
