package dev.lanewise.demo.speed;

import java.util.Arrays;
import java.util.HashSet;
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
    /// @throws IllegalStateException if the kernel and its plain loop disagree
    Timing time(Entry entry) {
        Kernel kernel = entry.kernel();
        Contest contest = entry.contest().get();
        contest.check(kernel);
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
        int looped = 0;
        long patience = System.nanoTime() + cold;
        for (int round = 0; round < nanos.length; round++) {
            bounds[round] = work / limit.measure();
            nanos[round] = ours.run();
            // Some loops take a hundred times as long.
            if (round == 0 || System.nanoTime() - patience < 0) loopNanos[looped++] = loop.run();
        }
        return new Timing(kernel, nanos, readingBinds, bounds, Arrays.copyOf(loopNanos, looped));
    }
}
