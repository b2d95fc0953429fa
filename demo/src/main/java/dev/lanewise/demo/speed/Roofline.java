package dev.lanewise.demo.speed;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Limits;
import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Figure;
import dev.lanewise.demo.report.Digits;

/// The roofline: what each kernel does in a second over how much it does with a byte, below the roof of the machine.
final class Roofline {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 600;

    private final Limits limits;
    private final List<Timing> timings;
    private final double left;
    private final double right;

    Roofline(Measurements measured) {
        limits = measured.limits();
        timings = measured.timings();
        left = timings.stream().mapToDouble(t -> t.kernel().intensity()).min().orElse(0.1) / 5;
        right = Math.max(timings.stream().mapToDouble(t -> t.kernel().intensity()).max().orElse(10),
                limits.peak() / limits.of(Level.MEMORY)) * 2;
    }

    Figure figure() {
        double lowest = timings.stream().mapToDouble(Timing::gigaflops).min().orElse(limits.peak() / 100);
        Chart chart = Chart.titled("").logX().logY().x("operations for each byte").y("GF/s, 10⁹ operations a second")
                .height(HEIGHT).xRange(left, right).yRange(lowest / 2, limits.peak() * 2);
        for (Level level : Level.values()) chart = slope(chart, level);
        chart = peak(chart);
        return Figure.of(chart.notes(numbers(t -> t.kernel().intensity()), numbers(Timing::gigaflops), timings.stream()
                .map(Roofline::mark).toList())).wide(WIDTH).titled("The roofline of this machine");
    }

    /// What a level can feed, up to the peak, and the kernels that it binds.
    private Chart slope(Chart chart, Level level) {
        double ridge = limits.peak() / limits.of(level);
        String name = "%s, %s GB/s".formatted(level.label(), Digits.of(limits.of(level), 3));
        Chart roofed = chart.line(name, new double[] {left, ridge}, new double[] {limits.roof(left, level),
                limits.peak()});
        return points(roofed, name, t -> t.readingBinds() && t.kernel().level() == level);
    }

    private Chart peak(Chart chart) {
        double ridge = limits.peak() / limits.of(Level.L1);
        String name = "FMA peak, %s GF/s".formatted(Digits.of(limits.peak(), 3));
        Chart roofed = chart.line(name, new double[] {ridge, right}, new double[] {limits.peak(), limits.peak()});
        return points(roofed, name, t -> !t.readingBinds());
    }

    private Chart points(Chart chart, String name, Predicate<Timing> bound) {
        List<Timing> chosen = timings.stream().filter(bound).toList();
        return chart.points(name, chosen.stream().mapToDouble(t -> t.kernel().intensity()).toArray(),
                chosen.stream().mapToDouble(Timing::gigaflops).toArray());
    }

    private static String mark(Timing timing) {
        return timing.kernel().mark() + (timing.isSettled() ? "" : " ?");
    }

    private double[] numbers(ToDoubleFunction<Timing> number) {
        return timings.stream().mapToDouble(number).toArray();
    }
}
