package dev.lanewise.demo.speed;

import dev.lanewise.demo.machine.Level;

/// One thing that the engine computes: how much there is to calculate and to move.
///
/// @param name what is called, such as `gemm`
/// @param shape how large
/// @param mark its name beside a point of that colour in the roofline
/// @param unit what its speed is told in
/// @param elements results of a call
/// @param flops floating-point operations of a call; an FMA is two, and so is any operation of an elementary function
/// @param bytes bytes that a call fetches, each once; what is written is fetched first
/// @param level where they live
public record Kernel(String name, String shape, String mark, Unit unit, long elements, double flops, double bytes,
        Level level) {
    /// Operations for each byte.
    ///
    /// @return flops/bytes
    public double intensity() {
        return flops / bytes;
    }

    /// How fast a call is.
    ///
    /// @param nanos what it takes
    /// @return the speed in this kernel's unit
    public double speed(double nanos) {
        return switch (unit) {
            case GFLOPS -> flops / nanos;
            case GBS -> bytes / nanos;
            case NS_PER_ELEMENT -> nanos / elements;
        };
    }
}
