package dev.lanewise.demo.speed;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.lanewise.demo.machine.Budget;
import dev.lanewise.demo.machine.CacheSizes;
import dev.lanewise.demo.machine.Probes;
import dev.lanewise.demo.terminal.Progress;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Who takes part, and that the plain loops compute the same: on a machine with the smallest of caches.
class ContestTest {
    private static final CacheSizes SMALL = new CacheSizes(4 << 10, 32 << 10, 128 << 10, true);
    private static final long HEAP = 4 << 20;
    private static final Budget NONE = new Budget(Duration.ofNanos(1), 3, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    /// Larger ones would take seconds without vectors.
    private static final double MOST_FLOPS = 2e7;

    /// The width, and what applies the functions, each of which is asked by its name.
    private static final Set<String> NOT_TIMED = Set.of("bits", "map");
    /// Kernels that no public method calls alone, and the one that takes its time with them.
    private static final Map<String, String> PART_OF = Map.of("packPanels", "leastSquares", "panelGram", "leastSquares",
            "panelEliminate", "leastSquares", "reflect", "leastSquares", "reflectColumn", "leastSquares",
            "preciseProducts", "leastSquares");

    private final SpeedTrial trial = new SpeedTrial(SMALL, HEAP, NONE);

    @Test
    void kernelsAndPlainLoopsAgree() {
        int checked = 0;
        for (Entry entry : trial.entries()) {
            if (entry.kernel().flops() > MOST_FLOPS) continue;
            entry.contest().get().check(entry.kernel());
            checked++;
        }
        assertTrue(checked >= 60, checked + " contests");
    }

    /// The engine's own list of its kernels, asked by reflection because no module but the engine may see it: who adds one
    /// there has to add it here.
    @Test
    void everyKernelTakesPart() throws ClassNotFoundException {
        Set<String> taking = trial.entries().stream().map(entry -> entry.kernel().name()).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Method kernel : Class.forName("dev.lanewise.internal.kernel.Kernels").getMethods()) {
            String name = kernel.getName();
            if (!Modifier.isAbstract(kernel.getModifiers()) || NOT_TIMED.contains(name)) continue;
            if (!taking.contains(PART_OF.getOrDefault(name, name))) missing.add(name);
        }
        for (Object function : Class.forName("dev.lanewise.internal.kernel.Elementwise").getEnumConstants()) {
            String name = camelCase(((Enum<?>) function).name());
            if (!taking.contains(name)) missing.add(name);
        }
        assertEquals(Set.of(), missing);
    }

    private static String camelCase(String constant) {
        return Pattern.compile("_(.)").matcher(constant.toLowerCase(Locale.ROOT)).replaceAll(
                letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    @Test
    void productsAndLeastSquaresHaveTheseShapes() {
        Set<String> shapes = trial.entries().stream().map(entry -> entry.kernel().name() + " " + entry.kernel().shape())
                .collect(Collectors.toSet());
        // What the panels of a QR compute is timed with it, and preciseProducts where the solution is refined.
        for (String shape : List.of("gemm 48 × 48", "gemm 192 × 192", "gemm 192 × 192, workspace", "gemm 384 × 384",
                "gemm 768 × 768",
                "leastSquares 20000 × 64", "leastSquares 100 × 10, refined", "network 1-10-1")) {
            assertTrue(shapes.contains(shape), shape + " in " + shapes);
        }
    }

    @Test
    void whoComputesSomethingElseIsNotTimed() {
        double[] y = new double[2];
        Contest contest = new Contest(times -> y[1] = 1, times -> y[1] = 1.5, y, 0.25);
        assertEquals("gemm 100 × 100 gives 1.0 at 1, the plain loop 1.5", assertThrows(IllegalStateException.class,
                () -> contest.check(Fake.GEMM)).getMessage());
        new Contest(times -> y[1] = 1, times -> y[1] = 1.25, y, 0.25).check(Fake.GEMM);
        assertThrows(IllegalStateException.class, () -> new Contest(times -> y[1] = Double.NaN, times -> y[1] = 1, y, 1)
                .check(Fake.GEMM));
    }

    @Test
    void bothBeginWithTheSameNumbers() {
        double[] y = {5};
        new Contest(times -> y[0] += 1, times -> y[0] += 1, y, 0).check(Fake.GEMM);
        assertEquals(6, y[0]);
    }

    @Test
    void aKernelIsTimedInRounds() {
        Budget three = new Budget(Duration.ofNanos(1), 3, Duration.ofMillis(5), Duration.ZERO, Duration.ofHours(1));
        Rounds rounds = new Rounds(new Probes(SMALL, HEAP, NONE), three);
        Standing standing = new Standing(trial.entries().getFirst());
        rounds.warmUp(standing);
        assertFalse(standing.hasBeenTimed());
        for (int heat = 0; heat < Rounds.HEATS; heat++) rounds.time(standing);
        Timing timing = standing.timing(false);
        assertEquals("gemm 16 × 16", standing.name());
        assertTrue(timing.nanos().length >= 3, timing.nanos().length + " rounds");
        assertTrue(timing.speed() > 0 && timing.limitShare() > 0 && timing.speedupOverLoop() > 0, timing::toString);
    }

    @Test
    void whatTakesTooLongIsLeftOut() {
        Rounds rounds = new Rounds(new Probes(SMALL, HEAP, NONE), NONE);
        for (Consumer<Standing> step : List.<Consumer<Standing>>of(rounds::warmUp, rounds::time)) {
            Standing standing = new Standing(trial.entries().getFirst());
            step.accept(standing);
            assertTrue(standing.isOut() && !standing.hasBeenTimed());
        }
    }

    /// On a machine that computes 30 operations and moves 10 bytes in a nanosecond, and two operations in a plain loop;
    /// with a tenth of the time for the limits of the machine and another for arrays of random numbers.
    @Test
    void thereIsTimeForEveryKernel() {
        CacheSizes caches = new CacheSizes(48 << 10, 1 << 20, 32 << 20, true);
        AtomicLong now = new AtomicLong();
        Rounds rounds = new Rounds(new Probes(SMALL, HEAP, NONE), Budget.USUAL, now::get);
        for (Entry entry : new SpeedTrial(caches, 4L << 30, Budget.USUAL).entries()) {
            Kernel kernel = entry.kernel();
            double call = 50 + Math.max(kernel.flops() / 30, kernel.bytes() / 10), slow = 50 + kernel.flops() / 2;
            Contest contest = new Contest(times -> now.addAndGet((long) (times * call)), times -> now.addAndGet(
                    (long) (times * slow)), new double[1], 0);
            Standing standing = new Standing(new Entry(kernel, entry.code(), entry.parts(), () -> contest));
            rounds.warmUp(standing);
            for (int heat = 0; heat < Rounds.HEATS; heat++) rounds.time(standing);
            assertTrue(standing.isSettled(), standing.name());
            now.addAndGet(standing.timing(false).bounds().length * Budget.USUAL.lap().toNanos());
        }
        double share = now.get() / (double) Budget.USUAL.total().toNanos();
        assertTrue(share < 0.8, share + " of the time");
        assertTrue(Budget.USUAL.total().compareTo(Duration.ofSeconds(54)) <= 0, Budget.USUAL::toString);
    }

    @Test
    void forWhatThereIsNoTimeItSaysSo() {
        Measurements measured = trial.run(new Progress(new PrintWriter(Writer.nullWriter()), false));
        assertEquals(List.of(), measured.timings());
        assertEquals(trial.entries().size(), measured.leftOut().size());
        assertEquals("gemm 16 × 16", measured.leftOut().getFirst());
    }
}
