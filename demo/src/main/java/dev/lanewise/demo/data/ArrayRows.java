package dev.lanewise.demo.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.io.NpyRows;

/// The rows of a two-dimensional array in a `.npy` file.
final class ArrayRows implements Rows {
    /// Numbers that are read together.
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final NpyRows file;
    private final Columns columns;
    private final double[] block;
    private int size;
    private int next;
    private long row;

    private ArrayRows(Path path, NpyRows file) {
        if (file.rows() == 0 || file.cols() == 0) {
            throw new InputException("%s is empty: its array is %d × %d".formatted(path, file.rows(), file.cols()));
        }
        this.path = path;
        this.file = file;
        columns = new Columns(path.toString(), file.cols(), List.of());
        block = new double[Math.max(1, BLOCK / file.cols()) * file.cols()];
    }

    /// Opens a file.
    ///
    /// @throws IOException if it cannot be read, or is no array of rows and columns
    /// @throws InputException if there is nothing in it
    static ArrayRows open(Path path) throws IOException {
        NpyRows file = NpyRows.open(path);
        try {
            return new ArrayRows(path, file);
        } catch (InputException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public boolean next(double[] into, int from) {
        if (next == size && !refill()) return false;
        row++;
        for (int j = 0; j < columns.count(); j++) {
            double value = block[next + j];
            if (!Double.isFinite(value)) {
                throw new InputException("%s: %s is not a finite number".formatted(place(j), value));
            }
            into[from + j] = value;
        }
        next += columns.count();
        return true;
    }

    private boolean refill() {
        try {
            size = file.read(block, 0, block.length / columns.count()) * columns.count();
        } catch (IOException e) {
            throw InputException.unreadable(path, e);
        }
        next = 0;
        return size > 0;
    }

    @Override
    public String place(int column) {
        return "%s, row %d, column %d".formatted(path, row, column + 1);
    }

    @Override
    public long number() {
        return row;
    }

    @Override
    public String unit() {
        return "row";
    }

    @Override
    public long bytes() {
        return file.bytes();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
