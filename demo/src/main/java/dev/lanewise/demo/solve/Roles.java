package dev.lanewise.demo.solve;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.lanewise.demo.data.Columns;
import dev.lanewise.demo.terminal.InputException;

/// What each column of a file is in a regression.
///
/// @param columns the columns
/// @param target which one is explained
/// @param weight which one holds weights; −1 for none
/// @param inputs all others, as in the file
record Roles(Columns columns, int target, int weight, int[] inputs) {
    /// Finds the columns that a user means.
    ///
    /// @param target the column of the target as the user names it; null for the last that holds no weights
    /// @param weights the column of the weights as the user names it; null for none
    /// @throws InputException if there is no such column
    static Roles of(Columns columns, String target, String weights) {
        int weight = weights == null ? -1 : columns.indexOf(weights);
        int last = columns.count() - 1;
        int wanted = target == null ? (last == weight ? last - 1 : last) : columns.indexOf(target);
        if (wanted < 0) throw new InputException(columns.source() + " has no column but the weights");
        if (wanted == weight) {
            throw new InputException("--target and --weights both name the column " + columns.name(wanted));
        }
        return new Roles(columns, wanted, weight, IntStream.range(0, columns.count()).filter(j -> j != wanted
                && j != weight).toArray());
    }

    List<String> inputNames() {
        return IntStream.of(inputs).mapToObj(columns::name).toList();
    }

    String targetName() {
        return columns.name(target);
    }

    Optional<String> weightName() {
        return weight < 0 ? Optional.empty() : Optional.of(columns.name(weight));
    }
}
