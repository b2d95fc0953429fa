package dev.lanewise.demo.plot;

/// A thin line across the whole frame at one number, with its name beside it.
record Rule(String label, Colour colour, boolean horizontal, double value) implements Mark {
    private static final double SIZE = Lettering.NOTE + 1;

    /// The label stands at the line, not in the legend.
    @Override
    public String name() {
        return "";
    }

    @Override
    public Mark in(Colour other) {
        return new Rule(label, other, horizontal, value);
    }

    @Override
    public void reach(Extent across, Extent up) {
        (horizontal ? up : across).include(value);
    }

    @Override
    public void draw(Xml xml, Frame frame) {
        Box box = frame.box();
        double at = horizontal ? frame.down(value) : frame.across(value);
        if (Double.isNaN(at)) return;
        xml.leaf("line", "x1", horizontal ? box.left() : at, "y1", horizontal ? at : box.top(), "x2",
                horizontal ? box.right() : at, "y2", horizontal ? at : box.bottom(), "stroke", colour, "stroke-width",
                1.25, "stroke-dasharray", "4 3");
        String text = Lettering.fit(label, SIZE, box.width() - 12);
        if (text.isEmpty()) return;
        if (horizontal) {
            boolean above = at - box.top() > 2 * SIZE;
            label(xml, text, box.right() - 6, above ? at - 5 : at + 16, "end");
        } else {
            boolean after = at + 6 + Lettering.width(text, SIZE) < box.right();
            label(xml, text, after ? at + 6 : at - 6, box.top() + 16, after ? "start" : "end");
        }
    }

    private void label(Xml xml, String text, double x, double y, String anchor) {
        Lettering.rimmed(xml, text, x, y, SIZE, anchor, colour);
    }

    @Override
    public void key(Xml xml, Box box) {
        throw new IllegalStateException("a rule has no entry in the legend");
    }
}
