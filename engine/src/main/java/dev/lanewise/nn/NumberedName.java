package dev.lanewise.nn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import dev.lanewise.io.FormatException;

/// A name that ends with the number of its place, as files of Python have them: `net.2`, `arr_10`.
record NumberedName(String name, String prefix, int number) implements Comparable<NumberedName> {
    private static final int MOST_DIGITS = 9;

    /// The names in the order of their numbers.
    ///
    /// @param instead what the caller can do where a name has none
    static List<NumberedName> sorted(String where, Collection<String> names, String instead) throws FormatException {
        List<NumberedName> sorted = new ArrayList<>();
        for (String name : names) {
            int from = name.length();
            while (from > 0 && name.charAt(from - 1) >= '0' && name.charAt(from - 1) <= '9') from--;
            if (from == name.length() || name.length() - from > MOST_DIGITS) {
                throw new FormatException("%s: %s has no number that tells its place; %s".formatted(where,
                        FormatException.quoted(name), instead));
            }
            sorted.add(
                    new NumberedName(name, name.substring(0, from), Integer.parseInt(name, from, name.length(), 10)));
        }
        Collections.sort(sorted);
        return sorted;
    }

    @Override
    public int compareTo(NumberedName other) {
        return Integer.compare(number, other.number);
    }
}
