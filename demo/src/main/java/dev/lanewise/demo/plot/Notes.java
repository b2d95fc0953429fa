package dev.lanewise.demo.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Short texts beside points: to the right where there is room, else to the left, else higher or lower with a line to
/// the point. A text for which there is no room at all is left out.
record Notes(Colour colour, double[] x, double[] y, List<String> texts) implements Mark {
    private static final double SIZE = Lettering.NOTE + 1;
    private static final double LINE = SIZE * 1.15;
    /// Between a point and its text.
    private static final double GAP = 8;
    private static final double DOT = 7;
    /// Between two texts in a line, that they do not read as one.
    private static final double BETWEEN = 4;
    /// A text is looked for a place so many half lines above and below.
    private static final int FARTHEST = 24;

    /// A text in its place: its box, and whether it stands on the right of its point.
    private record Place(Box box, boolean onTheRight) {}

    Notes {
        y = Mark.copy("notes", x, y);
        x = x.clone();
        texts = List.copyOf(texts);
        if (texts.size() != x.length) {
            throw new IllegalArgumentException("notes: " + x.length + " points but " + texts.size() + " texts");
        }
    }

    /// The texts stand at their points, not in the legend.
    @Override
    public String name() {
        return "";
    }

    @Override
    public Mark in(Colour other) {
        return new Notes(other, x, y, texts);
    }

    @Override
    public void reach(Extent across, Extent up) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) continue;
            across.include(x[i]);
            up.include(y[i]);
        }
    }

    @Override
    public void draw(Xml xml, Frame frame) {
        List<Box> taken = new ArrayList<>();
        List<Integer> shown = shown(frame);
        for (int i : shown) {
            taken.add(new Box(frame.across(x[i]) - DOT / 2, frame.down(y[i]) - DOT / 2, DOT, DOT));
        }
        for (int i : shown) {
            Place place = place(i, frame, taken);
            if (place == null) continue;
            taken.add(place.box);
            write(xml, i, frame, place);
        }
    }

    /// The points within the frame, from above.
    private List<Integer> shown(Frame frame) {
        return IntStream.range(0, x.length).boxed().filter(i -> contains(frame.box(), frame.across(x[i]), frame.down(
                y[i]))).sorted(Comparator.comparingDouble(i -> frame.down(y[i]))).toList();
    }

    private Place place(int i, Frame frame, List<Box> taken) {
        double across = frame.across(x[i]), down = frame.down(y[i]), width = Lettering.width(texts.get(i), SIZE);
        for (int step = 0; step <= FARTHEST; step++) {
            for (int direction : step == 0 ? new int[] {0} : new int[] {-1, 1}) {
                double top = down - LINE / 2 + direction * step * LINE / 2;
                double gap = step == 0 ? GAP : 2 * GAP;
                Box right = new Box(across + gap, top, width, LINE);
                if (isFree(right, frame, taken)) return new Place(right, true);
                Box left = new Box(across - gap - width, top, width, LINE);
                if (isFree(left, frame, taken)) return new Place(left, false);
            }
        }
        return null;
    }

    private static boolean isFree(Box box, Frame frame, List<Box> taken) {
        Box spaced = new Box(box.left() - BETWEEN, box.top(), box.width() + 2 * BETWEEN, box.height());
        return contains(frame.box(), box.left(), box.top()) && contains(frame.box(), box.right(), box.bottom())
                && taken.stream().noneMatch(spaced::overlaps);
    }

    private static boolean contains(Box box, double x, double y) {
        return box.left() <= x && x <= box.right() && box.top() <= y && y <= box.bottom();
    }

    private void write(Xml xml, int i, Frame frame, Place place) {
        double middle = place.box.top() + LINE / 2;
        double edge = place.onTheRight ? place.box.left() : place.box.right();
        if (Math.abs(middle - frame.down(y[i])) > LINE / 4) {
            xml.leaf("line", "x1", frame.across(x[i]), "y1", frame.down(y[i]), "x2", edge, "y2", middle, "stroke",
                    colour, "stroke-width", 0.75);
        }
        Lettering.rimmed(xml, texts.get(i), edge, middle + SIZE * 0.35, SIZE, place.onTheRight ? "start" : "end",
                colour);
    }

    @Override
    public void key(Xml xml, Box box) {
        throw new IllegalStateException("notes have no entry in the legend");
    }
}
