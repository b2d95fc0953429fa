package dev.lanewise.demo.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.lanewise.demo.machine.Budget;
import dev.lanewise.demo.machine.CacheSizes;
import dev.lanewise.demo.machine.Lap;
import dev.lanewise.demo.machine.Limit;
import dev.lanewise.demo.machine.Limits;
import dev.lanewise.demo.machine.Machine;
import dev.lanewise.demo.machine.Probes;
import dev.lanewise.demo.terminal.Progress;

/// Times every kernel of the engine on this machine.
///
/// In each round the limit that binds a kernel, the kernel and its plain loop take turns, so that what slows the machine
/// down for a while slows down all three.
public final class SpeedTest {
    private final CacheSizes caches;
    private final long heap;
    private final Budget budget;

    /// A test about to run.
    ///
    /// @param caches the sizes of the caches
    /// @param heap the bytes that there are for arrays
    /// @param budget how much time to spend
    public SpeedTest(CacheSizes caches, long heap, Budget budget) {
        this.caches = caches;
        this.heap = heap;
        this.budget = budget;
    }

    /// The test for this machine.
    ///
    /// @return a test of less than a minute
    public static SpeedTest usual() {
        return new SpeedTest(CacheSizes.here(), Runtime.getRuntime().maxMemory(), Budget.USUAL);
    }

    /// Everything that takes part, what shares a name side by side.
    List<Entry> entries() {
        Sizes sizes = new Sizes(caches, heap);
        return Stream.of(new Products(sizes).entries(), new Vectors(sizes).entries(), new Functions(sizes).entries(),
                new Networks(sizes).entries()).flatMap(List::stream).toList();
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
        Limits limits = probes.limits();
        Set<String> seen = new HashSet<>();
        List<Timing> timings = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Entry entry : entries()) {
            Kernel kernel = entry.kernel();
            if (System.nanoTime() - end > 0) {
                leftOut.add(kernel.name() + " " + kernel.shape());
                continue;
            }
            try (var _ = progress.during("measuring " + kernel.name() + ", " + kernel.shape())) {
                timings.add(time(entry, seen.add(kernel.name()), probes, limits));
            }
        }
        return new Measurements(Machine.here(), probes.useVectors(), probes.limits(), probes.samples(), timings,
                leftOut);
    }

    private Timing time(Entry entry, boolean isNew, Probes probes, Limits limits) {
        Kernel kernel = entry.kernel();
        Contest contest = entry.contest().get();
        contest.check(kernel);
        long cold = budget.cold().toNanos(), warm = budget.warm().toNanos();
        Lap ours = new Lap(contest.ours(), budget.lap().toNanos());
        Lap loop = new Lap(contest.loop(), budget.lap().toNanos());
        ours.warmUp(isNew ? cold : warm, 3 * cold);
        loop.warmUp(warm, cold);

        boolean readingBinds = limits.readingBinds(kernel.intensity(), kernel.level());
        Limit limit = readingBinds ? probes.reading(kernel.level()) : probes.peak();
        double[] nanos = new double[budget.rounds()], bounds = new double[nanos.length];
        double[] loops = new double[nanos.length];
        int looped = 0;
        long patience = System.nanoTime() + cold;
        for (int round = 0; round < nanos.length; round++) {
            bounds[round] = (readingBinds ? kernel.bytes() : kernel.flops()) / limit.measure();
            nanos[round] = ours.run();
            if (round == 0 || System.nanoTime() - patience < 0) loops[looped++] = loop.run();
        }
        return new Timing(kernel, nanos, readingBinds, bounds, Arrays.copyOf(loops, looped));
    }
}
