package dev.lanewise.demo.speed;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.lanewise.demo.machine.Budget;
import dev.lanewise.demo.machine.CacheSizes;
import dev.lanewise.demo.machine.Machine;
import dev.lanewise.demo.machine.Probes;
import dev.lanewise.demo.terminal.Progress;

/// Times every kernel of the engine on this machine: all are warmed up, then all are timed, and timed again; what has not
/// settled then is timed until it has, or until there is no time left.
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
        List<Standing> standings = entries().stream().map(Standing::new).toList();
        for (Standing s : standings) during(progress, end, "warming up", s, rounds::warmUp);
        for (int heat = 0; heat < Rounds.HEATS; heat++) {
            for (Standing s : standings) during(progress, end, "measuring", s, rounds::time);
        }
        for (boolean isOver = false; !isOver;) {
            isOver = true;
            for (Standing s : standings) {
                if (!s.isSettled()) isOver &= !during(progress, end, "measuring again", s, rounds::time);
            }
        }
        List<Timing> timings = standings.stream().filter(Standing::hasBeenTimed)
                .map(s -> s.timing(rounds.readingBinds(s.entry().kernel()))).toList();
        List<String> leftOut = standings.stream().filter(s -> !s.hasBeenTimed()).map(Standing::name).toList();
        return new Measurements(Machine.here(), probes.useVectors(), probes.limits(), probes.samples(), timings,
                leftOut);
    }

    /// Does something for a kernel that still takes part, if there is time.
    private static boolean during(Progress progress, long end, String what, Standing standing,
            Consumer<Standing> action) {
        if (standing.isOut() || System.nanoTime() - end >= 0) return false;
        try (var _ = progress.during(what + " " + standing.name())) {
            action.accept(standing);
        }
        return true;
    }
}
