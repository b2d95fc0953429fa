package dev.lanewise.demo.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One limit of the machine, which can be measured again whenever something is to be held against it.
///
/// There are several ways to come near it; the one that was fastest at the beginning is kept. Not safe for several
/// threads.
public final class Limit {
    private final Way way;
    private final List<Double> rates = new ArrayList<>();

    /// A way to come near a limit: a lap, and how much is done in the time that it tells, flops or bytes.
    record Way(Lap lap, double amount) {
        double rate() {
            return amount / lap.run();
        }
    }

    private Limit(Way way) {
        this.way = way;
    }

    /// Warms the ways up and takes the fastest; they take turns meanwhile.
    static Limit of(List<Way> ways, Duration warmUp, int rounds) {
        double[][] rates = new double[ways.size()][rounds];
        for (Way way : ways) way.lap().warmUp(warmUp.toNanos(), 2 * warmUp.toNanos());
        for (int round = 0; round < rounds; round++) {
            for (int w = 0; w < rates.length; w++) rates[w][round] = ways.get(w).rate();
        }
        int best = 0;
        for (int w = 1; w < rates.length; w++) {
            if (Median.of(rates[w]) > Median.of(rates[best])) best = w;
        }
        Limit limit = new Limit(ways.get(best));
        for (double rate : rates[best]) limit.rates.add(rate);
        return limit;
    }

    /// Measures it once more.
    ///
    /// @return GF/s or GB/s
    public double measure() {
        rates.add(way.rate());
        return rates.getLast();
    }

    /// What all measurements so far say.
    ///
    /// @return GF/s or GB/s
    public double median() {
        return Median.of(rates.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
