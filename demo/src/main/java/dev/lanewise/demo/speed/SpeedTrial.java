package dev.lanewise.demo.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.lanewise.demo.machine.Budget;
import dev.lanewise.demo.machine.CacheSizes;
import dev.lanewise.demo.machine.Machine;
import dev.lanewise.demo.machine.Probes;
import dev.lanewise.demo.terminal.Progress;

/// Times every kernel of the engine on this machine, one after the other.
public final class SpeedTrial {
    private final CacheSizes caches;
    private final long heap;
    private final Budget budget;

    /// A trial about to begin.
    ///
    /// @param caches the sizes of the caches
    /// @param heap the bytes that there are for arrays
    /// @param budget how much time to spend
    public SpeedTrial(CacheSizes caches, long heap, Budget budget) {
        this.caches = caches;
        this.heap = heap;
        this.budget = budget;
    }

    /// The trial for this machine.
    ///
    /// @return a trial of less than a minute
    public static SpeedTrial usual() {
        return new SpeedTrial(CacheSizes.here(), Runtime.getRuntime().maxMemory(), Budget.USUAL);
    }

    /// Everything that takes part, what shares a name side by side.
    List<Entry> entries() {
        Sizes sizes = new Sizes(caches, heap);
        return Stream.of(new Products(sizes).entries(), new Vectors(sizes).entries(), new Regressions(sizes).entries(),
                new Functions(sizes).entries(), new Networks(sizes).entries()).flatMap(List::stream).toList();
    }

    /// Measures the machine, and then each kernel.
    ///
    /// @param progress is told what is being measured
    /// @return all that was measured
    /// @throws IllegalStateException if a kernel and its plain loop disagree
    public Measurements run(Progress progress) {
        long end = System.nanoTime() + budget.total().toNanos();
        Probes probes;
        try (var _ = progress.during("measuring the limits of this machine")) {
            probes = new Probes(caches, heap, budget);
        }
        Rounds rounds = new Rounds(probes, budget);
        List<Timing> timings = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Entry entry : entries()) {
            String name = entry.kernel().name() + " " + entry.kernel().shape();
            Optional<Timing> timing = Optional.empty();
            try (var _ = progress.during("measuring " + name)) {
                if (System.nanoTime() - end < 0) timing = rounds.time(entry);
            }
            timing.ifPresentOrElse(timings::add, () -> leftOut.add(name));
        }
        return new Measurements(Machine.here(), probes.useVectors(), probes.limits(), probes.samples(), timings,
                leftOut);
    }
}
