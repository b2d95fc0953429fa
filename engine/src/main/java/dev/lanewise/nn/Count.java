package dev.lanewise.nn;

/// A number of things as a sentence says it: `1 layer`, `2 layers`.
final class Count {
    private Count() {}

    static String of(int n, String one) {
        return n + " " + one + (n == 1 ? "" : "s");
    }
}
