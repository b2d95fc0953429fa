package dev.lanewise.demo.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names of a chart's series with samples, in rows above the frame, where they hide nothing.
final class Legend {
    static final double ROW = 22;
    private static final double SAMPLE = 26;
    private static final double GAP = 8;
    private static final double BETWEEN = 20;
    private static final double SIZE = Lettering.TICK;

    private final List<List<Entry>> rows = new ArrayList<>();

    private record Entry(String name, List<Mark> marks) {
        double width() {
            return SAMPLE + GAP + Lettering.width(name, SIZE);
        }
    }

    Legend(List<Mark> marks, double width) {
        Map<String, List<Mark>> byName = new LinkedHashMap<>();
        for (Mark mark : marks) {
            if (!mark.name().isEmpty()) byName.computeIfAbsent(mark.name(), n -> new ArrayList<>()).add(mark);
        }
        double used = Double.POSITIVE_INFINITY;
        for (var named : byName.entrySet()) {
            String name = Lettering.fit(named.getKey(), SIZE, width - SAMPLE - GAP);
            Entry entry = new Entry(name, named.getValue());
            if (used + entry.width() > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(entry);
            used += entry.width() + BETWEEN;
        }
    }

    double height() {
        return rows.size() * ROW;
    }

    void draw(Xml xml, double left, double top) {
        double middle = top + ROW / 2;
        for (List<Entry> row : rows) {
            double x = left;
            for (Entry entry : row) {
                Box sample = new Box(x, middle - 6, SAMPLE, 12);
                entry.marks().forEach(mark -> mark.key(xml, sample));
                xml.element("text", entry.name(), "x", x + SAMPLE + GAP, "y", middle + SIZE * 0.35, "font-size", SIZE);
                x += entry.width() + BETWEEN;
            }
            middle += ROW;
        }
    }
}
