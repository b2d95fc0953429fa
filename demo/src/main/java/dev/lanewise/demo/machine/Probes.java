package dev.lanewise.demo.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The machine being tried out: its peak, and how fast it reads from each level.
///
/// The buffers lie outside the heap, at the beginning of a page: an array begins 16 bytes behind a multiple of 8, so that
/// most 512-bit vectors of it lie on two lines of the cache, and the limit would be that of the place.
public final class Probes {
    private static final int PAGE = 4096;
    private static final int BUFFERS = 3;
    /// Steps of arithmetic that count as once, so that a lap of them can be timed.
    private static final int STEPS = 1 << 10;

    private final Limit peak;
    private final Map<Level, Limit> reads = new EnumMap<>(Level.class);
    private final Map<Level, Long> samples = new EnumMap<>(Level.class);
    private final boolean vectors;

    /// Measures all limits once; what that takes is some seconds.
    ///
    /// @param caches the caches
    /// @param heap the bytes that the program can have for its arrays
    /// @param budget how much time to spend
    public Probes(CacheSizes caches, long heap, Budget budget) {
        vectors = Lanes.areThere();
        long lap = budget.lap().toNanos();
        peak = Limit.of(vectors ? vectorPeaks(lap) : plainPeaks(lap), budget.cold(), budget.rounds());
        // All levels are read by the same code.
        for (Limit.Way way : reads(PAGE, lap))
            way.lap().warmUp(budget.cold().toNanos() / BUFFERS, budget.cold().toNanos());
        for (Level level : Level.values()) {
            long bytes = caches.sample(level, heap);
            samples.put(level, bytes);
            reads.put(level, Limit.of(reads(bytes, lap), budget.warm(), budget.rounds()));
        }
    }

    private static List<Limit.Way> vectorPeaks(long lap) {
        return List.of(new Limit.Way(new Lap(n -> FmaPeak.twelve(n * STEPS, n, 1.0), lap), STEPS * FmaPeak.flops(12)),
                new Limit.Way(new Lap(n -> FmaPeak.sixteen(n * STEPS, n, 1.0), lap), STEPS * FmaPeak.flops(16)));
    }

    private static List<Limit.Way> plainPeaks(long lap) {
        return List.of(new Limit.Way(new Lap(n -> PlainProbe.peak(n * STEPS, n, 1.0), lap),
                2.0 * PlainProbe.CHAINS * STEPS));
    }

    /// Several buffers, since they lie differently well: pages share sets of a cache, and what a virtual machine takes for
    /// memory is not everywhere equally near.
    private List<Limit.Way> reads(long bytes, long lap) {
        List<Limit.Way> ways = new ArrayList<>();
        for (int i = 0; i < BUFFERS; i++) {
            MemorySegment data = Arena.ofAuto().allocate(bytes, PAGE);
            // Pages that were never written are all the same one.
            for (long place = 0; place < bytes; place += Double.BYTES) data.set(ValueLayout.JAVA_DOUBLE, place, 1.0);
            for (Work work : reads(data)) ways.add(new Limit.Way(new Lap(work, lap), bytes));
        }
        return ways;
    }

    private List<Work> reads(MemorySegment data) {
        int bytes = (int) data.byteSize();
        if (!vectors) return List.of(n -> PlainProbe.read(data, bytes, n));
        return List.of(n -> VectorReads.oneStream(data, bytes, n), n -> VectorReads.twoStreams(data, bytes, n));
    }

    /// The limit of arithmetic.
    ///
    /// @return GF/s
    public Limit peak() {
        return peak;
    }

    /// The limit of reading.
    ///
    /// @param level where from
    /// @return GB/s
    public Limit reading(Level level) {
        return reads.get(level);
    }

    /// How much is read to measure a level.
    ///
    /// @return bytes of each level
    public Map<Level, Long> samples() {
        return Map.copyOf(samples);
    }

    /// Whether the limits were measured with vectors.
    ///
    /// @return false where the JVM has none, or would not compile them
    public boolean useVectors() {
        return vectors;
    }

    /// The medians of all that was measured so far.
    ///
    /// @return the limits
    public Limits limits() {
        Map<Level, Double> bandwidth = new EnumMap<>(Level.class);
        reads.forEach((level, limit) -> bandwidth.put(level, limit.median()));
        return new Limits(peak.median(), bandwidth);
    }
}
