package dev.lanewise.demo.speed;

import java.io.PrintWriter;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.terminal.Json;

/// The measurements for a program to read.
public final class SpeedJson {
    private SpeedJson() {}

    /// Prints one object in one line: `peakGflops`, `bandwidthGBs` and `kernels`, each with its speed under the name of
    /// its unit; one whose times did not settle says so with `settled`.
    ///
    /// @param out where to
    /// @param measured what was measured
    public static void print(PrintWriter out, Measurements measured) {
        Json.print(out, json -> json.field("peakGflops", measured.limits().peak())
                .field("bandwidthGBs", levels -> {
                    for (Level level : Level.values()) levels.field(level.key(), measured.limits().of(level));
                })
                .field("kernels", measured.timings(), SpeedJson::kernel));
    }

    private static void kernel(Json json, Timing timing) {
        Kernel kernel = timing.kernel();
        json.field("name", kernel.name()).field("shape", kernel.shape())
                .field(kernel.unit().key(), timing.speed()).field("limitShare", timing.limitShare())
                .field("speedupOverLoop", timing.speedupOverLoop());
        if (!timing.isSettled()) json.field("settled", false);
    }
}
