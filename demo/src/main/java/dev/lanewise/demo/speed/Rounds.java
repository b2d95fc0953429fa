package dev.lanewise.demo.speed;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;

import dev.lanewise.demo.machine.Budget;
import dev.lanewise.demo.machine.Lap;
import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Limit;
import dev.lanewise.demo.machine.Limits;
import dev.lanewise.demo.machine.Probes;
import dev.lanewise.demo.machine.Work;

/// Times kernels in rounds, in each of which the limit that binds a kernel, the kernel and its plain loop take turns:
/// what slows the machine down for a while slows down all three.
///
/// In caches it counts where arrays begin and which pages they got, by a tenth and more, so a quarter of the rounds is
/// done with other arrays each.
final class Rounds {
    private static final int SETS = 4;

    private final Probes probes;
    private final Limits limits;
    private final Budget budget;
    private final LongSupplier clock;
    private final Set<String> seen = new HashSet<>();

    Rounds(Probes probes, Budget budget) {
        this(probes, budget, System::nanoTime);
    }

    Rounds(Probes probes, Budget budget, LongSupplier clock) {
        this.clock = clock;
        this.probes = probes;
        this.limits = probes.limits();
        this.budget = budget;
    }

    /// Checks, warms up, and times.
    ///
    /// @return nothing if a single call takes too large a part of the time that there is, as in a JVM without compilers
    /// @throws IllegalStateException if the kernel and its plain loop disagree
    Optional<Timing> time(Entry entry) {
        Kernel kernel = entry.kernel();
        long cold = budget.cold().toNanos(), warm = budget.warm().toNanos();
        // The engine begins each kernel with plain loops, and the JIT then has vectors to compile.
        boolean isNew = seen.add(entry.code());
        long first = isNew ? entry.parts() * cold : warm;
        int sets = kernel.level() == Level.MEMORY ? 1 : SETS;
        boolean readingBinds = limits.readingBinds(kernel.intensity(), kernel.level());
        Limit limit = readingBinds ? probes.reading(kernel.level()) : probes.peak();
        double work = readingBinds ? kernel.bytes() : kernel.flops();
        var nanos = DoubleStream.builder();
        var bounds = DoubleStream.builder();
        var loopNanos = DoubleStream.builder();
        for (int set = 0; set < sets; set++) {
            Contest contest = entry.contest().get();
            long start = clock.getAsLong();
            contest.check(kernel);
            if (clock.getAsLong() - start > budget.total().toNanos() / 10) return Optional.empty();
            Lap ours = lap(contest.ours(), set == 0 ? first : 0, set == 0 ? first + 2 * cold : warm);
            Lap loop = lap(contest.loop(), set == 0 ? warm : 0, set == 0 && isNew ? 3 * cold : warm);
            // Where the loop takes so long, all rounds are done with these arrays.
            if (set == 0 && loop.run() > cold / 10.0) sets = 1;
            start = clock.getAsLong();
            for (int round = 0; round < Math.ceilDiv(budget.rounds(), sets); round++) {
                long spent = clock.getAsLong() - start;
                if (round > 0 && spent > cold) break;
                bounds.add(work / limit.measure());
                nanos.add(ours.run());
                // Some loops take many times as long.
                if (round == 0 || spent < cold / SETS) loopNanos.add(loop.run());
            }
        }
        return Optional.of(new Timing(kernel, nanos.build().toArray(), readingBinds, bounds.build().toArray(),
                loopNanos.build().toArray()));
    }

    private Lap lap(Work work, long atLeast, long atMost) {
        Lap lap = new Lap(work, budget.lap().toNanos(), clock);
        lap.warmUp(atLeast, atMost);
        return lap;
    }
}
