package dev.lanewise.samebits;

import dev.lanewise.Lanewise;

/// A program that says what it computes with, then the checksums of [Corpus]; started by [BackendTest] in a JVM of its
/// own.
final class Probe {
    private Probe() {}

    /// With the argument `describe` it stops after the description, which it then asks for twice.
    public static void main(String[] args) {
        for (int i = 0; i < args.length + 1; i++) {
            try {
                System.out.println("backend: " + Lanewise.describe());
            } catch (IllegalStateException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
        if (args.length == 0) Corpus.checksums().forEach((name, sum) -> System.out.println(name + ": " + sum));
    }
}
