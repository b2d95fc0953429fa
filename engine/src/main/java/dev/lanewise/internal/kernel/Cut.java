package dev.lanewise.internal.kernel;

/// 0 … n − 1 in contiguous parts of about equal length, each of which begins at a multiple of `step`.
///
/// @param n length of the whole, ≥ 0
/// @param step what a kernel takes together, so that cutting leaves it no remainders but the one there was
/// @param parts how many, at least 1
public record Cut(int n, int step, int parts) {
    /// Parts for each thread where a part more costs nothing: who comes late or is slow does fewer.
    private static final int FINELY = 4;

    /// A part for each thread, as far as there are steps.
    ///
    /// @param n length of the whole
    /// @param step parts begin at multiples of it
    /// @param threads at least 1
    /// @return the cut
    public static Cut evenly(int n, int step, int threads) {
        return new Cut(n, step, Math.clamp(Math.ceilDiv(n, step), 1, threads));
    }

    /// Some parts for each thread, or one part for one thread.
    ///
    /// @param n length of the whole
    /// @param step parts begin at multiples of it
    /// @param threads at least 1
    /// @return the cut
    public static Cut finely(int n, int step, int threads) {
        return evenly(n, step, threads == 1 ? 1 : (int) Math.min((long) FINELY * threads, Integer.MAX_VALUE));
    }

    /// Where part p begins, and the one before it ends.
    ///
    /// @param p from 0; [#parts] gives n
    /// @return an index from 0 to n
    public int from(int p) {
        return (int) Math.min(n, (long) Math.ceilDiv(n, step) * p / parts * step);
    }

    /// How long part p is.
    ///
    /// @param p from 0 to before [#parts]
    /// @return at least 1, unless n is 0
    public int length(int p) {
        return from(p + 1) - from(p);
    }

    /// How long the longest part is.
    ///
    /// @return at most n
    public int longest() {
        return (int) Math.min(n, (long) Math.ceilDiv(Math.ceilDiv(n, step), parts) * step);
    }
}
