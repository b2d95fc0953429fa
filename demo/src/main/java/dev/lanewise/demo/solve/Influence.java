package dev.lanewise.demo.solve;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import dev.lanewise.linalg.Blas;

/// How much the rows decide, and how well each is predicted without it: leverages, and what leaving rows out does.
final class Influence {
    /// Rows that are told of one by one.
    private static final int MOST = 5;
    /// How many times the mean a leverage is that should be looked at (P. Velleman and R. Welsch, *Efficient computing of
    /// regression diagnostics*, The American Statistician 35 (1981)).
    static final int HIGH = 3;
    /// Less than this is left of 1 only by rounding.
    private static final double ALONE = 0x1p-26;

    /// One row.
    ///
    /// @param number of its line in the file, or of its row where that is an array
    /// @param fitted ŷ
    /// @param residual y − ŷ
    /// @param leverage h, how much of ŷ the row decides itself
    /// @param root √w
    record Row(long number, double fitted, double residual, double leverage, double root) {
        /// y less what is predicted for it without it, (y − ŷ)/(1 − h); NaN where nothing is.
        double leftOut() {
            double left = 1.0 - leverage;
            return left > ALONE ? residual / left : Double.NaN;
        }
    }

    /// Of equals the first.
    private static final Comparator<Row> ASCENDING = Comparator.comparingDouble(Row::leverage).thenComparing(Comparator
            .comparingLong(Row::number).reversed());

    private final double high;
    private final PriorityQueue<Row> largest = new PriorityQueue<>(ASCENDING);
    private double sum;
    private double length;
    private long rows;
    private long many;

    /// @param mean of the leverages
    Influence(double mean) {
        high = HIGH * mean;
    }

    /// Takes some rows.
    void add(Row... more) {
        double[] errors = new double[more.length + 1];
        errors[more.length] = length;
        for (int i = 0; i < more.length; i++) {
            errors[i] = more[i].root() * more[i].leftOut();
            sum += more[i].leverage();
            if (more[i].leverage() > high) many++;
            largest.add(more[i]);
            if (largest.size() > MOST) largest.poll();
        }
        length = Blas.nrm2(errors);
        rows += more.length;
    }

    /// The rows that decide most, the first of them most of all.
    List<Row> largest() {
        return largest.stream().sorted(ASCENDING.reversed()).toList();
    }

    /// Σh: how many coefficients the rows have decided.
    double sum() {
        return sum;
    }

    /// How many rows have a leverage above three times the mean.
    long many() {
        return many;
    }

    /// √(Σw(left-out residual)²/rows); NaN where a row is not predicted without it.
    double rootMeanSquare() {
        return length / Math.sqrt(rows);
    }
}
