package dev.lanewise.demo.machine;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// How wide the probes' vectors are: as wide as the engine was asked to be, else as the processor prefers.
public final class Lanes {
    private static final String BACKEND = "lanewise.backend";
    private static final String MODULE = "jdk.incubator.vector";

    private Lanes() {}

    /// Whether vectors are worth a try: the module is there, and C2 will compile them. Without it each is an object.
    static boolean areThere() {
        String mode = System.getProperty("java.vm.info", "");
        return ModuleLayer.boot().findModule(MODULE).isPresent() && !mode.contains("interpreted")
                && !mode.contains("emulated-client");
    }

    /// Lets the engine compute with vectors from its first call on, unless a backend was asked for. By default it begins
    /// each kernel with plain loops, for a second and longer. Without effect once the engine has been called.
    public static void useAtOnce() {
        if (System.getProperty(BACKEND) == null && areThere() && species().length() > 1) {
            System.setProperty(BACKEND, "vector");
        }
    }

    static VectorSpecies<Double> species() {
        return switch (System.getProperty(BACKEND, "auto")) {
            case "128" -> DoubleVector.SPECIES_128;
            case "256" -> DoubleVector.SPECIES_256;
            case "512" -> DoubleVector.SPECIES_512;
            default -> DoubleVector.SPECIES_PREFERRED;
        };
    }
}
