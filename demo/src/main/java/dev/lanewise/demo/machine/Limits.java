package dev.lanewise.demo.machine;

import java.util.EnumMap;
import java.util.Map;

/// How fast a machine is at most: the roofline model of Williams, Waterman and Patterson, *Roofline: an insightful
/// visual performance model for multicore architectures*, CACM 52 (2009).
///
/// @param peak fused multiply-adds in registers, in GF/s; one is two operations
/// @param bandwidth bytes read from each level, in GB/s
public record Limits(double peak, Map<Level, Double> bandwidth) {
    /// Copies the map.
    ///
    /// @throws IllegalArgumentException if a level is missing, or a limit not positive
    public Limits {
        bandwidth = Map.copyOf(bandwidth);
        for (Level level : Level.values()) {
            if (!(bandwidth.getOrDefault(level, 0.0) > 0)) {
                throw new IllegalArgumentException("no bandwidth of " + level.label());
            }
        }
        if (!(peak > 0)) throw new IllegalArgumentException("a peak of " + peak);
    }

    /// The limits in the order of the levels.
    ///
    /// @param peak fused multiply-adds in registers, in GF/s
    /// @param gigabytes GB/s of each level, from the nearest
    /// @return the limits
    public static Limits of(double peak, double... gigabytes) {
        Map<Level, Double> bandwidth = new EnumMap<>(Level.class);
        for (int i = 0; i < gigabytes.length; i++) bandwidth.put(Level.values()[i], gigabytes[i]);
        return new Limits(peak, bandwidth);
    }

    /// Bytes read from a level.
    ///
    /// @param level the level
    /// @return GB/s
    public double of(Level level) {
        return bandwidth.get(level);
    }

    /// Whether reading is what binds: intensity·bandwidth < peak.
    ///
    /// @param intensity operations for each byte
    /// @param level where the bytes come from
    /// @return false where the peak binds
    public boolean readingBinds(double intensity, Level level) {
        return intensity * of(level) < peak;
    }

    /// min(peak, intensity·bandwidth).
    ///
    /// @param intensity operations for each byte
    /// @param level where the bytes come from
    /// @return GF/s
    public double roof(double intensity, Level level) {
        return Math.min(peak, intensity * of(level));
    }
}
