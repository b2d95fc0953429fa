package dev.lanewise.demo.speed;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.lanewise.demo.machine.Budget;
import dev.lanewise.demo.machine.Lap;
import dev.lanewise.demo.machine.Limit;
import dev.lanewise.demo.machine.Limits;
import dev.lanewise.demo.machine.Probes;

/// Times kernels in rounds, in each of which the limit that binds a kernel, the kernel and its plain loop take turns:
/// what slows the machine down for a while slows down all three.
final class Rounds {
    private final Probes probes;
    private final Limits limits;
    private final Budget budget;
    private final Set<String> seen = new HashSet<>();

    Rounds(Probes probes, Budget budget) {
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
        Contest contest = entry.contest().get();
        long start = System.nanoTime();
        contest.check(kernel);
        if (System.nanoTime() - start > budget.total().toNanos() / 10) return Optional.empty();
        Lap ours = new Lap(contest.ours(), budget.lap().toNanos());
        Lap loop = new Lap(contest.loop(), budget.lap().toNanos());
        long cold = budget.cold().toNanos(), warm = budget.warm().toNanos();
        // The engine begins each kernel with plain loops, and the JIT then has vectors to compile.
        ours.warmUp(seen.add(kernel.name()) ? cold : warm, 3 * cold);
        loop.warmUp(warm, cold);

        boolean readingBinds = limits.readingBinds(kernel.intensity(), kernel.level());
        Limit limit = readingBinds ? probes.reading(kernel.level()) : probes.peak();
        double work = readingBinds ? kernel.bytes() : kernel.flops();
        double[] nanos = new double[budget.rounds()], bounds = new double[nanos.length];
        double[] loopNanos = new double[nanos.length];
        int round = 0, looped = 0;
        start = System.nanoTime();
        for (long spent = 0; round < nanos.length && (round == 0 || spent < 3 * cold); round++) {
            bounds[round] = work / limit.measure();
            nanos[round] = ours.run();
            // Some loops take many times as long.
            if (round == 0 || spent < cold) loopNanos[looped++] = loop.run();
            spent = System.nanoTime() - start;
        }
        return Optional.of(new Timing(kernel, Arrays.copyOf(nanos, round), readingBinds, Arrays.copyOf(bounds, round),
                Arrays.copyOf(loopNanos, looped)));
    }
}
