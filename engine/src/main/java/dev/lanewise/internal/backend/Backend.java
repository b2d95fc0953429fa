package dev.lanewise.internal.backend;

import java.lang.System.Logger.Level;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import dev.lanewise.internal.kernel.vector.VectorKernels;

/// Picks the kernels of this process, once.
///
/// The choice is kept in a `static final` field, which the JIT treats as a constant: calls through [Kernels] cost what
/// a static call costs. `-Dlanewise.backend=auto|scalar|vector|128|256|512` asks for one; what was asked for by name
/// and cannot be had is an error, on this and on every later call. `auto`, the default, takes the processor's preferred
/// width once trials show that its vectors are compiled ([ColdStart]), or plain loops where vectors would be slower or are
/// missing, and then says so in one INFO line. A backend that is asked for by name is used from the first call on;
/// `vector` means the preferred width.
public final class Backend {
    private static final String PROPERTY = "lanewise.backend";
    private static final String MODULE = "jdk.incubator.vector";
    private static final String FLAG = "--add-modules " + MODULE;

    private static final Choice CHOICE = choose(System.getProperty(PROPERTY, "auto"));
    private static final Kernels KERNELS = CHOICE.kernels;

    /// What was chosen and why, or no kernels and the sentence that says why not.
    private record Choice(Kernels kernels, String reason) {}

    private Backend() {}

    /// The kernels that this process computes with.
    ///
    /// @return always the same ones
    /// @throws IllegalStateException if `-Dlanewise.backend` asks for what cannot be had
    public static Kernels kernels() {
        // A failure is kept and thrown here, not in the static initialiser, where only the first caller would see why.
        if (KERNELS == null) throw new IllegalStateException(CHOICE.reason);
        return KERNELS;
    }

    /// Which kernels, how wide, and why not wider.
    ///
    /// @return one line, without a line break
    /// @throws IllegalStateException if `-Dlanewise.backend` asks for what cannot be had
    public static String describe() {
        int bits = kernels().bits();
        String what = bits == Double.SIZE ? "scalar" : "vector, " + bits + " bits (" + bits / Double.SIZE + " doubles)";
        return CHOICE.reason.isEmpty() ? what : what + ": " + CHOICE.reason;
    }

    private static Choice choose(String asked) {
        return switch (asked) {
            case "scalar" -> new Choice(ScalarKernels.INSTANCE, "asked for by -Dlanewise.backend=scalar");
            case "auto" -> automatic();
            case "vector" -> vector(asked, 128);
            case "128", "256", "512" -> vector(asked, Integer.parseInt(asked));
            default -> new Choice(null, "-Dlanewise.backend=" + asked
                    + " is not a backend: use auto, scalar, vector, 128, 256 or 512");
        };
    }

    private static Choice automatic() {
        if (!moduleIsPresent()) return fallBack("the module " + MODULE + " is not there; run java with " + FLAG);
        if (!hasOptimisingCompiler()) {
            return fallBack("this JVM does not compile with C2 (" + System.getProperty("java.vm.info")
                    + "), and vector code that is not compiled is slow");
        }
        int preferred = VectorKernels.preferredBits();
        if (preferred < 128) return fallBack("this processor has no vectors of doubles that Java can use");
        return new Choice(new ColdStart(), preferred == 512 ? "" : "the widest that this processor offers Java");
    }

    private static Choice vector(String name, int bits) {
        String asked = "-Dlanewise.backend=" + name;
        if (!moduleIsPresent()) {
            return new Choice(null, asked + " needs the module " + MODULE + ": run java with " + FLAG);
        }
        int preferred = VectorKernels.preferredBits();
        if (bits > preferred) {
            return new Choice(null, asked + " is wider than this processor offers Java: " + preferred + " bits");
        }
        return new Choice(VectorKernels.INSTANCE, "asked for by " + asked);
    }

    private static Choice fallBack(String reason) {
        System.getLogger("dev.lanewise").log(Level.INFO, "Lanewise computes with plain loops: " + reason);
        return new Choice(ScalarKernels.INSTANCE, reason);
    }

    private static boolean moduleIsPresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /// HotSpot names its mode in `java.vm.info`: "mixed mode" or, with `-Xcomp`, "compiled mode", and beside it
    /// "emulated-client" with C1 only; "interpreted mode" with none.
    private static boolean hasOptimisingCompiler() {
        String mode = System.getProperty("java.vm.info", "");
        boolean compiles = mode.contains("mixed mode") || mode.contains("compiled mode");
        return compiles && !mode.contains("emulated-client");
    }
}
