package dev.lanewise.demo.report;

import java.util.List;

/// Numbers as texts that, set flush right, have their decimal points in one line.
record DecimalPoints(String pointSpace, String digitSpace) {
    /// In type of one width every space is as wide as a digit.
    static final DecimalPoints MONOSPACED = new DecimalPoints(" ", " ");
    /// The spaces that Unicode has for this: as wide as a point (U+2008), as wide as a digit (U+2007).
    static final DecimalPoints PROPORTIONAL = new DecimalPoints("\u2008", "\u2007");

    List<String> align(List<String> cells) {
        int longest = cells.stream().mapToInt(DecimalPoints::tail).max().orElse(0);
        return cells.stream().map(cell -> cell + padding(tail(cell), longest)).toList();
    }

    private String padding(int tail, int longest) {
        if (tail == longest) return "";
        return tail > 0 ? digitSpace.repeat(longest - tail) : pointSpace + digitSpace.repeat(longest - 1);
    }

    /// The length of the decimal point and all that follows.
    private static int tail(String cell) {
        int point = cell.indexOf('.');
        return point < 0 ? 0 : TextWidth.of(cell.substring(point));
    }
}
