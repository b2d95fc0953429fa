package dev.lanewise.demo.speed;

/// What a kernel's speed is told in.
public enum Unit {
    /// 10⁹ floating-point operations a second.
    GFLOPS("gflops", "GF/s"),
    /// 10⁹ bytes a second.
    GBS("gbs", "GB/s"),
    /// The time for one element.
    NS_PER_ELEMENT("nsPerElement", "ns/element");

    private final String key;
    private final String label;

    Unit(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// Its name for a program.
    ///
    /// @return such as `gflops`
    public String key() {
        return key;
    }

    /// Its name for a reader.
    ///
    /// @return such as `GF/s`
    public String label() {
        return label;
    }
}
