package dev.lanewise;

/// x
public final class Lanewise {
    /// y
    public static final String VERSION = "0.1.0";

    private Lanewise() {}
}
