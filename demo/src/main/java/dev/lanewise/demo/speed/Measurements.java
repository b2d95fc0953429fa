package dev.lanewise.demo.speed;

import java.util.List;
import java.util.Map;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Limits;
import dev.lanewise.demo.machine.Machine;

/// All that was measured in one run.
///
/// @param machine where and when
/// @param vectors whether the limits were measured with vectors
/// @param limits what it can do at most
/// @param samples bytes that were read to measure each level
/// @param timings the kernels
/// @param leftOut the names of those for which there was no time
public record Measurements(Machine machine, boolean vectors, Limits limits, Map<Level, Long> samples,
        List<Timing> timings, List<String> leftOut) {
    /// Copies the lists.
    public Measurements {
        samples = Map.copyOf(samples);
        timings = List.copyOf(timings);
        leftOut = List.copyOf(leftOut);
    }
}
