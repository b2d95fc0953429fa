package dev.lanewise.demo.machine;

/// Something that can be done again and again.
@FunctionalInterface
public interface Work {
    /// Does it so often. The loop is the implementation's own, so that the compiler sees what is repeated.
    ///
    /// @param times how often, 1 or more
    /// @return a number that depends on all that was done, so that the compiler cannot leave any of it out
    double repeat(int times);
}
