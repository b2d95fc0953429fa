package dev.lanewise.demo.speed;

import java.util.HashSet;
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
/// what slows the machine down for a while slows down all three. Half of the rounds are a [Heat].
///
/// In caches it counts where arrays begin and which pages they got, by a tenth and more, so a quarter of the rounds is
/// done with other arrays each.
final class Rounds {
    /// How many each kernel has, at least.
    static final int HEATS = 2;

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

    /// Whether the limit of a kernel is reading from its level, not the peak.
    boolean readingBinds(Kernel kernel) {
        return limits.readingBinds(kernel.intensity(), kernel.level());
    }

    /// Runs code that has not been met yet until its times settle: the engine may begin with plain loops, and the JIT then
    /// has vectors to compile. What it has not finished goes on beside the entries that follow.
    ///
    /// @throws IllegalStateException if the kernel and its plain loop disagree
    void warmUp(Standing standing) {
        Entry entry = standing.entry();
        if (!seen.add(entry.code())) return;
        Contest contest = entry.contest().get();
        if (!isQuick(contest, entry.kernel())) {
            standing.leave();
            return;
        }
        long cold = budget.cold().toNanos(), first = entry.parts() * cold;
        standing.warm(lap(contest.ours(), first, first + 4 * cold).best());
        lap(contest.loop(), budget.warm().toNanos(), 4 * cold);
    }

    /// Times it, if a single call does not take too large a part of the time that there is, as in a JVM without compilers.
    ///
    /// @throws IllegalStateException if the kernel and its plain loop disagree
    void time(Standing standing) {
        Entry entry = standing.entry();
        Kernel kernel = entry.kernel();
        long cold = budget.cold().toNanos(), warm = budget.warm().toNanos();
        int sets = kernel.level() == Level.MEMORY ? 1 : SETS / HEATS;
        boolean readingBinds = readingBinds(kernel);
        Limit limit = readingBinds ? probes.reading(kernel.level()) : probes.peak();
        double work = readingBinds ? kernel.bytes() : kernel.flops();
        var nanos = DoubleStream.builder();
        var bounds = DoubleStream.builder();
        var loopNanos = DoubleStream.builder();
        double best = Double.POSITIVE_INFINITY;
        for (int set = 0; set < sets; set++) {
            Contest contest = entry.contest().get();
            if (set == 0 && !standing.hasBeenTimed() && !isQuick(contest, kernel)) {
                standing.leave();
                return;
            }
            Lap ours = lap(contest.ours(), set == 0 ? warm : 0, 2 * cold);
            Lap loop = lap(contest.loop(), set == 0 ? warm : 0, warm);
            // Where the loop takes so long, all rounds are done with these arrays.
            if (set == 0 && loop.run() > cold / 10.0) sets = 1;
            long start = clock.getAsLong();
            for (int round = 0; round < Math.ceilDiv(budget.rounds(), HEATS * sets); round++) {
                long spent = clock.getAsLong() - start;
                if (round > 0 && spent > cold) break;
                bounds.add(work / limit.measure());
                nanos.add(ours.run());
                // Some loops take many times as long.
                if (round == 0 || spent < cold / SETS) loopNanos.add(loop.run());
            }
            best = Math.min(best, ours.best());
        }
        standing.add(new Heat(nanos.build().toArray(), bounds.build().toArray(), loopNanos.build().toArray(), best));
    }

    /// Checks it, and whether single calls take a small part of the time that there is.
    private boolean isQuick(Contest contest, Kernel kernel) {
        long start = clock.getAsLong();
        contest.check(kernel);
        return clock.getAsLong() - start <= budget.total().toNanos() / 10;
    }

    private Lap lap(Work work, long atLeast, long atMost) {
        Lap lap = new Lap(work, budget.lap().toNanos(), clock);
        lap.warmUp(atLeast, atMost);
        return lap;
    }
}
