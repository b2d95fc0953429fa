package dev.lanewise.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The time of a call, from rounds of so many calls that the clock does not matter.
///
/// @param median nanoseconds a call, the median of the rounds
/// @param best nanoseconds a call, the fastest round
record Stopwatch(double median, double best) {
    private static final long ROUND = 10_000_000;
    private static final int FEWEST_ROUNDS = 3;

    /// Calls for about so many nanoseconds.
    static Stopwatch time(Runnable call, long budget) {
        long calls = 1;
        while (run(call, calls) < ROUND) calls *= 2;
        List<Double> rounds = new ArrayList<>();
        long spent = 0;
        while (spent < budget || rounds.size() < FEWEST_ROUNDS) {
            long round = run(call, calls);
            rounds.add((double) round / calls);
            spent += round;
        }
        Collections.sort(rounds);
        return new Stopwatch(rounds.get(rounds.size() / 2), rounds.getFirst());
    }

    private static long run(Runnable call, long calls) {
        long start = System.nanoTime();
        for (long i = 0; i < calls; i++) call.run();
        return System.nanoTime() - start;
    }
}
