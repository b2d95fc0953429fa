package dev.lanewise.demo.solve;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.lanewise.demo.data.Columns;
import dev.lanewise.demo.data.DataFile;
import dev.lanewise.demo.data.Rows;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.demo.terminal.Progress;

/// The rows of a file, which are read as often as they are needed; the file may be larger than the memory. Few rows are
/// held, so that they are read once.
public final class RegressionData implements Closeable {
    /// What the engine can find from rows that it does not keep.
    static final int MOST_COEFFICIENTS = 1 << 14;

    private final DataFile file;
    private final Roles roles;
    private final Progress progress;
    /// At the beginning, for the first reading.
    private final Rows rows;
    private Reading first;
    /// Null where the rows are too many.
    private Observations held;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private RegressionData(DataFile file, Rows rows, Roles roles, Progress progress) {
        this.file = file;
        this.rows = rows;
        this.roles = roles;
        this.progress = progress;
    }

    /// Opens a file, and parts its columns into target, weights and inputs, which are all others.
    ///
    /// @param file the file
    /// @param target the column of the target as the user names it; null for the last that holds no weights
    /// @param weights the column of the weights as the user names it; null for none
    /// @param progress tells of long readings
    /// @return the data, to be closed
    /// @throws InputException if the file cannot be read or there is no such column
    public static RegressionData of(DataFile file, String target, String weights, Progress progress) {
        Rows rows = file.open();
        try {
            return new RegressionData(file, rows, Roles.of(rows.columns(), target, weights), progress);
        } catch (InputException e) {
            close(rows);
            throw e;
        }
    }

    /// Reads the file for the first time.
    ///
    /// @param coefficients how many are to be found
    /// @param taker gets the rows if they are too many to be held
    /// @throws InputException if a row is wrong, or none weighs anything
    void read(int coefficients, Consumer<Observations> taker) {
        first = new Reading(rows, roles);
        HeldRows few = new HeldRows(roles.inputs().length, coefficients);
        try (var _ = progress.reading("reading " + source(), file.size(), rows::bytes)) {
            for (Observations next = first.next(); next != null; next = first.next()) {
                for (double y : next.y()) {
                    least = Math.min(least, y);
                    most = Math.max(most, y);
                }
                if (few != null && few.add(next)) continue;
                if (few != null) taker.accept(released(few, coefficients));
                few = null;
                taker.accept(next);
            }
        }
        if (first.counted() == 0) {
            throw new InputException("%s: all weights, in column %s, are 0".formatted(source(), roles.weightName()
                    .orElseThrow()));
        }
        if (few != null) held = few.all(roles.weight() >= 0);
    }

    private Observations released(HeldRows few, int coefficients) {
        if (coefficients <= MOST_COEFFICIENTS) return few.all(roles.weight() >= 0);
        throw new InputException(
                "%s is too large: of so many rows at most %d coefficients can be found, and these are %d"
                        .formatted(source(), MOST_COEFFICIENTS, coefficients));
    }

    /// The rows, if they are few.
    Optional<Observations> held() {
        return Optional.ofNullable(held);
    }

    /// Whether the rows are so few that they need not be read again.
    ///
    /// @return true once they are held
    public boolean isHeld() {
        return held != null;
    }

    /// Whether [#again] can go through the rows.
    boolean canBeReadAgain() {
        return held != null || file.canBeReadAgain();
    }

    /// Goes through the rows once more.
    ///
    /// @param why what for, such as `to refine`
    /// @param taker gets them
    /// @throws InputException if they cannot be read again, or are no longer the same
    void again(String why, Consumer<Observations> taker) {
        if (held != null) {
            taker.accept(held);
            return;
        }
        if (!canBeReadAgain()) {
            throw new InputException("%s is no ordinary file, and would have to be read twice (%s)".formatted(source(),
                    why));
        }
        try (Rows again = file.open();
                var _ = progress.reading("reading %s again, %s".formatted(source(), why), file.size(), again::bytes)) {
            Reading reading = new Reading(again, roles);
            if (!sameColumns(again.columns())) throw changed();
            for (Observations next = reading.next(); next != null; next = reading.next()) {
                if (reading.rows() > first.rows()) throw changed();
                taker.accept(next);
            }
            if (!reading.isAs(first)) throw changed();
        } catch (IOException e) {
            throw new InputException("the file %s cannot be read (%s)".formatted(source(), e.getMessage()));
        }
    }

    private boolean sameColumns(Columns columns) {
        return columns.equals(roles.columns());
    }

    private InputException changed() {
        return new InputException("%s was changed while it was read: its numbers are no longer those of the first time"
                .formatted(source()));
    }

    /// Does what may take long, and says so.
    <T> T solving(Supplier<T> work) {
        try (var _ = progress.during("solving for " + roles.targetName())) {
            return work.get();
        }
    }

    /// How messages name the file.
    String source() {
        return file.source();
    }

    /// What the columns are.
    Roles roles() {
        return roles;
    }

    /// How many columns are inputs.
    int inputs() {
        return roles.inputs().length;
    }

    /// The rows of the file.
    long rows() {
        return first.rows();
    }

    /// Those that weigh something.
    long counted() {
        return first.counted();
    }

    /// Whether R² about the mean would divide by what rounding has left of nothing.
    boolean targetIsConstant() {
        return least == most;
    }

    /// What a row's number counts: `line` or `row`.
    String unit() {
        return rows.unit();
    }

    /// The columns of the file.
    ///
    /// @return their number and names
    public Columns columns() {
        return roles.columns();
    }

    @Override
    public void close() {
        close(rows);
    }

    private static void close(Rows rows) {
        try {
            rows.close();
        } catch (IOException e) {
            // All that was wanted has been read.
        }
    }
}
