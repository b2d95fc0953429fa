package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector width of this process: what `-Dlanewise.backend` asks for, else what the processor prefers.
final class Width {
    /// What the processor prefers, but no more than 512 bits: the kernels pad to that many.
    static final int PREFERRED = Math.min(512, DoubleVector.SPECIES_PREFERRED.vectorBitSize());

    private Width() {}

    static VectorSpecies<Double> species() {
        return switch (System.getProperty("lanewise.backend", "auto")) {
            case "128" -> DoubleVector.SPECIES_128;
            case "256" -> DoubleVector.SPECIES_256;
            case "512" -> DoubleVector.SPECIES_512;
            default -> PREFERRED == 512 ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;
        };
    }
}
