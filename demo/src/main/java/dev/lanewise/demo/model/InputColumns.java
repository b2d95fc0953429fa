package dev.lanewise.demo.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.lanewise.demo.data.Columns;
import dev.lanewise.demo.terminal.InputException;

/// The inputs of a model, which a file has under the same names, in whatever order and among others.
///
/// @param model how messages name the model
/// @param names the inputs in its order
public record InputColumns(String model, List<String> names) {
    /// How many names a message lists before it stops.
    private static final int LISTED = 12;

    /// Copies the names.
    public InputColumns {
        names = List.copyOf(names);
    }

    /// Finds them in a file.
    ///
    /// @param source how messages name the file
    /// @param header the names of its columns
    /// @param targets columns that are no inputs, from 0
    /// @return the column of each input, from 0
    /// @throws InputException if an input is missing, is there twice, or is a target
    public int[] in(String source, List<String> header, int... targets) {
        List<String> missing = names.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new InputException("%s has no column %s, which %s was fitted to%s".formatted(source, listed(missing),
                    model, header.size() == 1 ? Columns.COMMAS : ""));
        }
        int[] inputs = names.stream().mapToInt(header::indexOf).toArray();
        for (int input : inputs) {
            String name = header.get(input);
            if (header.lastIndexOf(name) != input) {
                throw new InputException("%s has two columns %s, and %s takes one".formatted(source, name, model));
            }
            if (Arrays.stream(targets).anyMatch(target -> target == input)) {
                throw new InputException("--target %s: that column is an input of %s".formatted(name, model));
            }
        }
        return inputs;
    }

    private static String listed(List<String> names) {
        String first = IntStream.range(0, Math.min(names.size(), LISTED)).mapToObj(names::get).collect(Collectors
                .joining(", "));
        return names.size() <= LISTED ? first : first + " and %d more".formatted(names.size() - LISTED);
    }
}
