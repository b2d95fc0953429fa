package dev.lanewise.linalg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Least squares over the latest rows of a stream: a window of a fixed number of parts, which slides by a part at a time.
///
///     │ part │ part │ part │ part │ ← rows are added here
///       oldest leaves when a new one begins
///
/// Rows leave by not being merged any more; nothing is ever subtracted, so an old outlier takes no digits with it, as it
/// does where R is *downdated*.
///
/// **Method**: two stacks. The older parts are kept merged from each of them to the end, so that the oldest can be left out
/// at once; when they are used up, the newer ones are merged in their place. A part is merged twice or three times in its
/// life, however many parts there are.
///
/// **Reproducibility**: the same bits at every vector width. They depend on where the parts begin, as those of merged
/// [QrAccumulator]s do.
///
/// Not safe for several threads at once. Memory: that of a [QrAccumulator], and a triangle for each part.
public final class QrWindow {
    private final int cols;
    private final int sides;
    private final int parts;
    /// The older parts, each merged with all after it up to the newest of them; the oldest last.
    private final Deque<QrAccumulator> older = new ArrayDeque<>();
    /// The newer parts that are complete, and all of them merged.
    private final List<QrAccumulator> newer = new ArrayList<>();
    private QrAccumulator newerMerged;
    private QrAccumulator current;

    /// An empty window.
    ///
    /// @param cols n, the number of coefficients
    /// @param sides k, the number of right-hand sides
    /// @param parts how many parts it holds, the one that is being filled among them, ≥ 1
    /// @throws IllegalArgumentException if a number is out of range
    public QrWindow(int cols, int sides, int parts) {
        if (parts < 1) throw new IllegalArgumentException("QrWindow: %d parts are too few".formatted(parts));
        this.cols = cols;
        this.sides = sides;
        this.parts = parts;
        this.current = new QrAccumulator(cols, sides);
        this.newerMerged = new QrAccumulator(cols, sides);
    }

    /// The part that rows are added to.
    ///
    /// @return the newest part; not to be used once [#slide] has been called
    public QrAccumulator current() {
        return current;
    }

    /// Begins a new part; the oldest leaves if the window was full.
    ///
    /// @return this window
    public QrWindow slide() {
        newer.add(current);
        newerMerged.merge(current);
        current = new QrAccumulator(cols, sides);
        if (older.size() + newer.size() < parts) return this;
        if (older.isEmpty()) turnOver();
        older.removeLast();
        return this;
    }

    private void turnOver() {
        QrAccumulator merged = new QrAccumulator(cols, sides);
        for (QrAccumulator part : newer.reversed()) {
            merged = part.copy().merge(merged);
            older.addLast(merged);
        }
        newer.clear();
        newerMerged = new QrAccumulator(cols, sides);
    }

    /// The rows in the window.
    ///
    /// @return m
    public long rows() {
        return (older.isEmpty() ? 0 : older.getLast().rows()) + newerMerged.rows() + current.rows();
    }

    /// The rows of the window as an accumulator of its own.
    ///
    /// @return a new accumulator
    public QrAccumulator merged() {
        QrAccumulator all = older.isEmpty() ? new QrAccumulator(cols, sides) : older.getLast().copy();
        return all.merge(newerMerged).merge(current);
    }

    /// The least-squares solution over the rows in the window, which may go on afterwards.
    ///
    /// @return X and what is known of it
    /// @throws ArithmeticException if a coefficient is beyond the largest double
    public Fit solve() {
        return merged().solve();
    }

    /// How large it is.
    @Override
    public String toString() {
        return "%d rows of %d columns and %d right-hand sides in the latest %d parts".formatted(rows(), cols, sides,
                parts);
    }
}
