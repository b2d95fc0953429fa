package dev.lanewise.demo.speed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Limits;
import dev.lanewise.demo.machine.Machine;

/// Measurements that nobody made.
public final class Fake {
    static final Kernel GEMM = new Kernel("gemm", "100 × 100", "gemm 100", Unit.GFLOPS, 10_000, 2e6, 2.4e5, Level.L2);
    static final Kernel GEMV = new Kernel("gemv", "100 × 100", "gemv", Unit.GBS, 100, 2e4, 8e4, Level.L2);
    static final Kernel TANH = new Kernel("tanh", "1000", "tanh", Unit.NS_PER_ELEMENT, 1000, 88_000, 16_000, Level.L1);

    static final Timing GEMM_TIMING = new Timing(GEMM, new double[] {40_000, 50_000, 90_000}, false, new double[] {
            31_250, 31_250, 31_250}, new double[] {300_000, 200_000}, true);
    static final Timing GEMV_TIMING = new Timing(GEMV, new double[] {1000, 2000, 1000}, true, new double[] {800, 1800,
            300}, new double[] {4000}, true);
    static final Timing TANH_TIMING = new Timing(TANH, new double[] {2000}, false, new double[] {1375}, new double[] {
            20_000}, true);

    private Fake() {}

    /// A machine with a peak of 64 GF/s and three kernels.
    public static Measurements measurements() {
        return measurements("vector, 512 bits (8 doubles)", true, List.of());
    }

    static Measurements measurements(String backend, boolean vectors, List<String> leftOut) {
        return measurements(backend, vectors, leftOut.isEmpty()
                ? List.of(GEMM_TIMING, GEMV_TIMING, TANH_TIMING)
                : List.of(), leftOut);
    }

    /// The second of two kernels has not settled.
    public static Measurements unsettled() {
        Timing gemv = new Timing(GEMV, GEMV_TIMING.nanos(), true, GEMV_TIMING.bounds(), GEMV_TIMING.loopNanos(), false);
        return measurements("vector", true, List.of(GEMM_TIMING, gemv), List.of());
    }

    private static Measurements measurements(String backend, boolean vectors, List<Timing> timings,
            List<String> leftOut) {
        return new Measurements(new Machine("A & B <1>", 2, "Java", backend, LocalDate.of(2026, 11, 22)), vectors,
                Limits
                        .of(64, 256, 128, 64, 16),
                Map.of(Level.L1, 16L << 10, Level.L2, 512L << 10, Level.L3, 8L << 20,
                        Level.MEMORY, 128L << 20),
                timings, leftOut);
    }
}
