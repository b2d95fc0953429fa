package dev.lanewise.demo.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Table;

import static dev.lanewise.demo.report.Table.Alignment.DECIMAL;
import static dev.lanewise.demo.report.Table.Alignment.RIGHT;

/// Sweeps as tables of some of their widths.
final class SweepTables {
    private static final int[] WIDTHS = {1, 2, 3, 5, 8, 10, 11, 12, 15, 17, 18, 20, 21, 22, 25, 30, 40, 50};

    private SweepTables() {}

    static Table sweeps(String caption, NeuronSweep tanh, NeuronSweep sigmoid, NeuronSweep relu) {
        List<List<String>> rows = new ArrayList<>();
        for (int n : WIDTHS) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(n)));
            for (NeuronSweep sweep : List.of(tanh, sigmoid, relu)) {
                row.add(Digits.of(sweep.rmse()[n - 1], 4));
                row.add(Integer.toString(sweep.rank()[n - 1]));
                row.add(Digits.of(sweep.condition()[n - 1], 2));
            }
            rows.add(row);
        }
        return new Table(caption, List.of("n", "tanh RMSE", "rank", "cond.", "sigmoid RMSE", "rank", "cond.",
                "ReLU RMSE", "rank", "cond."), rows,
                List.of(RIGHT, DECIMAL, RIGHT, RIGHT, DECIMAL, RIGHT, RIGHT, DECIMAL, RIGHT, RIGHT));
    }

    static Table band(SeedBand band) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < band.widths().length; i++) {
            int n = band.widths()[i];
            if (Arrays.binarySearch(WIDTHS, n) < 0) continue;
            rows.add(List.of(Integer.toString(n), Digits.of(band.least()[i], 3), Digits.of(band.median()[i], 3),
                    Digits.of(band.greatest()[i], 3)));
        }
        return Table.of("RMSE over " + band.seeds() + " seeds", List.of("n", "smallest", "median", "largest"), rows);
    }
}
