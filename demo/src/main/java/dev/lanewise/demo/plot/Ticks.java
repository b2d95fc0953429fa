package dev.lanewise.demo.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Where an axis is marked: places with a label, and places without one.
///
/// Ticks are found in decimal arithmetic, so 0.3 is the double nearest to 0.3 and its label is `0.3`.
///
/// @param major the labelled ticks, ascending
/// @param minor the places of the unlabelled ticks, ascending
record Ticks(List<Tick> major, List<Double> minor) {
    private static final int[][] MANTISSAS = {{1, 2, 5}, {1, 3}, {1}};

    /// A labelled tick.
    ///
    /// @param value its place on the axis
    /// @param label its text
    record Tick(double value, String label) {}

    /// Copies the lists.
    Ticks {
        major = List.copyOf(major);
        minor = List.copyOf(minor);
    }

    /// Multiples of the smallest step of 1, 2 or 5 times a power of ten that needs at most so many ticks.
    /// With `most` ≥ 8 there are at least three.
    ///
    /// @param low the lower end of the axis
    /// @param high the upper end, by at least a billionth of its size above the lower
    /// @param most the largest number of ticks, 1 or more
    /// @return the ticks
    static Ticks linear(double low, double high, int most) {
        BigDecimal from = new BigDecimal(low);
        BigDecimal to = new BigDecimal(high);
        BigDecimal width = to.subtract(from);
        for (int exponent = width.precision() - width.scale() - 4;; exponent++) {
            for (int mantissa : MANTISSAS[0]) {
                BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
                BigDecimal first = from.divide(step, 0, RoundingMode.CEILING);
                int count = to.divide(step, 0, RoundingMode.FLOOR).subtract(first).intValue() + 1;
                if (count > most) continue;
                List<BigDecimal> multiples = new ArrayList<>();
                for (int i = 0; i < count; i++) multiples.add(first.add(BigDecimal.valueOf(i)).multiply(step));
                return new Ticks(labelled(multiples), List.of());
            }
        }
    }

    /// Powers of ten, every second, third, … where they are many; 1-2-5 multiples where they are few; linear ticks
    /// where even those are.
    ///
    /// @param low the lower end of the axis, above 0
    /// @param high the upper end, above the lower
    /// @param most the largest number of labelled ticks, 1 or more
    /// @return the ticks
    static Ticks logarithmic(double low, double high, int most) {
        int first = exponent(low);
        while (power(first) < low) first++;
        int last = exponent(high);
        while (power(last) > high) last--;
        if (last - first >= 2) return decades(low, high, first, last, most);
        for (int[] mantissas : MANTISSAS) {
            List<BigDecimal> multiples = multiples(low, high, first - 1, last, mantissas);
            if (multiples.size() >= mantissas.length && multiples.size() > 1 && multiples.size() <= most) {
                return new Ticks(labelled(multiples), minor(low, high, first - 1, last));
            }
        }
        return linear(low, high, most);
    }

    private static Ticks decades(double low, double high, int first, int last, int most) {
        int stride = 1;
        while (Math.floorDiv(last, stride) - Math.ceilDiv(first, stride) >= most) stride++;
        List<Tick> major = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        for (int e = first; e <= last; e++) {
            if (e % stride == 0) {
                major.add(new Tick(power(e), "10" + Numerals.superscript(e)));
            } else {
                between.add(power(e));
            }
        }
        return new Ticks(major, stride == 1 ? minor(low, high, first - 1, last) : between);
    }

    private static List<Double> minor(double low, double high, int first, int last) {
        return multiples(low, high, first, last, 2, 3, 4, 5, 6, 7, 8, 9).stream().map(BigDecimal::doubleValue).toList();
    }

    /// The m·10ᵉ in [low, high], m among the mantissas, first ≤ e ≤ last.
    private static List<BigDecimal> multiples(double low, double high, int first, int last, int... mantissas) {
        List<BigDecimal> multiples = new ArrayList<>();
        for (int e = first; e <= last; e++) {
            for (int m : mantissas) {
                BigDecimal multiple = BigDecimal.valueOf(m).scaleByPowerOfTen(e);
                if (low <= multiple.doubleValue() && multiple.doubleValue() <= high) multiples.add(multiple);
            }
        }
        return multiples;
    }

    private static List<Tick> labelled(List<BigDecimal> values) {
        List<String> labels = Numerals.alike(values);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) ticks.add(new Tick(values.get(i).doubleValue(), labels.get(i)));
        return ticks;
    }

    private static int exponent(double value) {
        return (int) Math.floor(StrictMath.log10(value));
    }

    private static double power(int exponent) {
        return BigDecimal.ONE.scaleByPowerOfTen(exponent).doubleValue();
    }
}
