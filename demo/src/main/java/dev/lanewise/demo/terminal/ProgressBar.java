package dev.lanewise.demo.terminal;

import java.util.Locale;

/// How far the reading of a file is, in a line that fits a terminal of 80 columns.
final class ProgressBar {
    private static final int WIDTH = 20;
    private static final int LONGEST_NAME = 26;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private ProgressBar() {}

    /// @param what what is being done; of a long text the end is shown
    /// @param bytes read so far
    /// @param size to be read
    /// @param seconds since the beginning
    static String of(String what, long bytes, long size, double seconds) {
        double share = Math.clamp((double) bytes / size, 0.0, 1.0);
        double rate = bytes / Math.max(seconds, 1e-3);
        int filled = (int) (share * WIDTH);
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        String left = bytes <= 0 ? "" : ", %s left".formatted(duration((size - Math.min(bytes, size)) / rate));
        return String.format(Locale.ROOT, "%s [%s] %d %%, %s/s%s", name(what), bar, (int) (100.0 * share), amount(rate),
                left);
    }

    private static String name(String what) {
        String text = PrintableText.of(what);
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_NAME
                ? text
                : "…" + text.substring(text.offsetByCodePoints(0, length - LONGEST_NAME + 1));
    }

    private static String amount(double bytes) {
        int unit = 0;
        for (; bytes >= 999.5 && unit < UNITS.length - 1; unit++) bytes /= 1000.0;
        return String.format(Locale.ROOT, bytes < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s", bytes, UNITS[unit]);
    }

    private static String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 100) return whole + " s";
        return whole < 6000 ? (whole + 59) / 60 + " min" : (whole + 3599) / 3600 + " h";
    }
}
