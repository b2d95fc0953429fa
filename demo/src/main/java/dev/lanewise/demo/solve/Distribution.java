package dev.lanewise.demo.solve;

import java.util.Arrays;

/// Numbers that come one by one, of which the quartiles are wanted: exactly as long as there are at most 262,144 of them,
/// then to within 1/8,192 of themselves.
///
/// **Method**: of more numbers those are counted that agree in sign, exponent and the first 12 bits behind, in pages that
/// are made where a number falls: 32 kB for each power of two that occurs.
final class Distribution {
    /// How many quartiles are exact of.
    static final int MOST_KEPT = 1 << 18;

    private static final int PAGE_BITS = 12;
    private static final int SLOT_SHIFT = 52 - PAGE_BITS;

    private double[] kept = new double[1 << 10];
    /// By sign and exponent, in ascending order of what they hold; null while numbers are kept.
    private long[][] pages;
    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    void add(double number) {
        double value = number + 0.0; // one zero, not two
        min = Math.min(min, value);
        max = Math.max(max, value);
        if (pages == null && count == MOST_KEPT) {
            pages = new long[1 << 12][];
            for (double each : kept) tally(each);
            kept = null;
        }
        if (pages != null) {
            tally(value);
        } else {
            if (count == kept.length) kept = Arrays.copyOf(kept, 2 * kept.length);
            kept[(int) count] = value;
        }
        count++;
    }

    private void tally(double value) {
        long place = place(value);
        int page = (int) (place >>> 52);
        if (pages[page] == null) pages[page] = new long[1 << PAGE_BITS];
        pages[page][(int) (place >>> SLOT_SHIFT) & (1 << PAGE_BITS) - 1]++;
    }

    /// The bits in the order of the numbers, read as an unsigned long.
    private static long place(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
    }

    private static double value(long place) {
        return Double.longBitsToDouble(place < 0 ? place ^ Long.MIN_VALUE : ~place);
    }

    /// Whether the quartiles are exact.
    boolean isExact() {
        return pages == null;
    }

    /// The quartiles of at least one number.
    Quartiles quartiles() {
        if (isExact()) return Quartiles.of(Arrays.copyOf(kept, (int) count));
        return new Quartiles(min, at(0.25), at(0.5), at(0.75), max);
    }

    private double at(double share) {
        double place = share * (count - 1);
        long below = (long) place;
        double t = place - below;
        return t == 0.0 ? ranked(below) : (1.0 - t) * ranked(below) + t * ranked(below + 1);
    }

    /// The middle of the slot that the number of this rank, from 0, has fallen into.
    private double ranked(long rank) {
        long before = 0;
        for (int page = 0; page < pages.length; page++) {
            if (pages[page] == null) continue;
            for (int slot = 0; slot < 1 << PAGE_BITS; slot++) {
                before += pages[page][slot];
                if (before <= rank) continue;
                if (page == 0 || page == pages.length - 1) return page == 0 ? min : max; // infinite
                double middle = value((long) page << 52 | (long) slot << SLOT_SHIFT | 1L << SLOT_SHIFT - 1);
                // The slots about 0 are of subnormal numbers.
                return Math.abs(middle) < Double.MIN_NORMAL ? 0.0 : Math.clamp(middle, min, max);
            }
        }
        throw new IllegalArgumentException("there is no number of rank " + rank);
    }
}
