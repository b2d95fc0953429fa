package dev.lanewise.demo.plot;

/// The colours of Okabe and Ito (2008), which people with every common kind of colour vision can tell apart, and two
/// greys. Series take them in this order.
public enum Colour {
    /// The first choice.
    BLUE("#0072b2"),
    /// A strong orange-red.
    VERMILION("#d55e00"),
    /// A bluish green.
    GREEN("#009e73"),
    /// A reddish purple.
    PURPLE("#cc79a7"),
    /// A yellowish orange.
    ORANGE("#e69f00"),
    /// A light blue.
    SKY("#56b4e9"),
    /// For a truth that others are compared with.
    GREY("#8a8f98"),
    /// For text and frames.
    INK("#24292f");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /// The colour of the series with this number; after the sixth they come round again.
    static Colour ofSeries(int index) {
        return values()[index % GREY.ordinal()];
    }

    /// The colour as SVG and CSS write it.
    ///
    /// @return such as `#0072b2`
    @Override
    public String toString() {
        return code;
    }
}
