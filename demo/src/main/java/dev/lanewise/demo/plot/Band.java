package dev.lanewise.demo.plot;

/// The region between two curves over the same x, filled; it is interrupted where one of them is not finite.
record Band(String name, Colour colour, double[] x, double[] lower, double[] upper) implements Mark {
    Band {
        lower = Mark.copy(name, x, lower);
        upper = Mark.copy(name, x, upper);
        x = x.clone();
    }

    @Override
    public Mark in(Colour other) {
        return new Band(name, other, x, lower, upper);
    }

    @Override
    public void reach(Extent across, Extent up) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(lower[i]) || !Double.isFinite(upper[i])) continue;
            across.include(x[i]);
            up.include(lower[i], upper[i]);
        }
    }

    @Override
    public void draw(Xml xml, Frame frame) {
        Path path = new Path();
        for (int from = 0; from < x.length; from++) {
            int to = from;
            while (to < x.length && isShown(frame, to)) to++;
            if (to == from) continue;
            for (int i = from; i < to; i++) path.lineTo(frame.across(x[i]), frame.down(upper[i]));
            for (int i = to - 1; i >= from; i--) path.lineTo(frame.across(x[i]), frame.down(lower[i]));
            path.close();
            from = to;
        }
        xml.leaf("path", "d", path, "fill", colour, "fill-opacity", 0.18);
    }

    private boolean isShown(Frame frame, int i) {
        return !Double.isNaN(frame.across(x[i]) + frame.down(lower[i]) + frame.down(upper[i]));
    }

    @Override
    public void key(Xml xml, Box box) {
        xml.leaf("rect", "x", box.left(), "y", box.top(), "width", box.width(), "height", box.height(), "fill", colour,
                "fill-opacity", 0.18);
    }
}
