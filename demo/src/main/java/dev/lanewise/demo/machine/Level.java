package dev.lanewise.demo.machine;

/// Where data lives, from the nearest to the farthest.
public enum Level {
    /// The first cache.
    L1("L1", "l1"),
    /// The second cache.
    L2("L2", "l2"),
    /// The third cache.
    L3("L3", "l3"),
    /// Behind all caches.
    MEMORY("memory", "dram");

    private final String label;
    private final String key;

    Level(String label, String key) {
        this.label = label;
        this.key = key;
    }

    /// Its name for a reader.
    ///
    /// @return such as `L2`
    public String label() {
        return label;
    }

    /// Its name for a program.
    ///
    /// @return such as `l2`
    public String key() {
        return key;
    }
}
