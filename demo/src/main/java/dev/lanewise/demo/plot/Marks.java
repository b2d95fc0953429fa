package dev.lanewise.demo.plot;

import java.util.ArrayList;
import java.util.List;

/// The marks of a chart, in the order they are drawn.
record Marks(List<Mark> list) {
    static final Marks NONE = new Marks(List.of());

    Marks with(Mark mark) {
        List<Mark> more = new ArrayList<>(list);
        more.add(mark);
        return new Marks(List.copyOf(more));
    }

    /// The same marks, the last and its namesakes in another colour.
    Marks inked(Colour colour) {
        Mark last = list.getLast();
        return new Marks(list.stream().map(m -> m == last || areNamesakes(m, last) ? m.in(colour) : m).toList());
    }

    private static boolean areNamesakes(Mark a, Mark b) {
        return !a.name().isEmpty() && a.name().equals(b.name());
    }

    /// The colour of the series with that name, or the first that is free.
    Colour colourOf(String name) {
        for (Mark mark : list) {
            if (!name.isEmpty() && mark.name().equals(name)) return mark.colour();
        }
        for (int i = 0; i < list.size(); i++) {
            Colour colour = Colour.ofSeries(i);
            if (list.stream().noneMatch(m -> m.colour() == colour)) return colour;
        }
        return Colour.ofSeries(list.size());
    }

    /// What the marks need across and up.
    List<Extent> reach(Side x, Side y) {
        Extent across = new Extent(x.logarithmic());
        Extent up = new Extent(y.logarithmic());
        list.forEach(mark -> mark.reach(across, up));
        return List.of(across, up);
    }

    List<String> names() {
        return list.stream().map(Mark::name).filter(n -> !n.isEmpty()).distinct().toList();
    }
}
