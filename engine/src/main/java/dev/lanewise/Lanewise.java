package dev.lanewise;

import dev.lanewise.internal.backend.Backend;

/// The library itself: its version, and what it found to compute with.
public final class Lanewise {
    /// The version of this library.
    public static final String VERSION = "0.1.0";

    private Lanewise() {}

    /// Which arithmetic this process uses, how wide its vectors are, and why they are not wider, in one line such as
    /// `vector, 512 bits (8 doubles)` or `scalar: the module jdk.incubator.vector is not there; …`.
    ///
    /// Speed depends on it, results do not: they are the same, bit for bit, in every backend.
    ///
    /// @return the line, without a line break
    /// @throws IllegalStateException if `-Dlanewise.backend` asks for a backend that cannot be had
    public static String describe() {
        return Backend.describe();
    }
}
