package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector width of this process: what `-Dlanewise.backend` asks for, else what the processor prefers.
final class Width {
    /// What the processor prefers, but no more than 512 bits: the kernels pad to that many.
    static final int PREFERRED = Math.min(512, DoubleVector.SPECIES_PREFERRED.vectorBitSize());

    /// How many vector registers there are: 32 with AVX-512, which is where an x86 processor prefers 512 bits, and on the
    /// other architectures; else 16. It does not depend on the width that is asked for.
    static final int REGISTERS = PREFERRED < 512 && isX86(System.getProperty("os.arch", "")) ? 16 : 32;

    private Width() {}

    private static boolean isX86(String architecture) {
        return architecture.equals("amd64") || architecture.equals("x86_64");
    }

    static VectorSpecies<Double> species() {
        return switch (System.getProperty("lanewise.backend", "auto")) {
            case "128" -> DoubleVector.SPECIES_128;
            case "256" -> DoubleVector.SPECIES_256;
            case "512" -> DoubleVector.SPECIES_512;
            default -> PREFERRED == 512 ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;
        };
    }
}
