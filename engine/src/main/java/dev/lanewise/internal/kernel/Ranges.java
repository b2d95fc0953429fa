package dev.lanewise.internal.kernel;

/// What must hold of two ranges before a function is applied from one to the other: both lie in their arrays, and they
/// are identical or disjoint.
public final class Ranges {
    private Ranges() {}

    /// Checks n elements of x from xOff and n elements of y from yOff.
    ///
    /// @param function its name, for the message
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void check(String function, int n, double[] x, int xOff, double[] y, int yOff) {
        check(function, "x", n, x.length, xOff);
        check(function, "y", n, y.length, yOff);
        if (x == y && xOff != yOff && Math.abs((long) xOff - yOff) < n) {
            throw new IllegalArgumentException("%s: the ranges of %d elements from %d and from %d overlap".formatted(
                    function, n, xOff, yOff));
        }
    }

    private static void check(String function, String name, int n, int length, int from) {
        if (n < 0 || from < 0 || from > length - n) {
            throw new IndexOutOfBoundsException("%s: %d elements from %d do not lie in %s, which has length %d"
                    .formatted(function, n, from, name, length));
        }
    }
}
