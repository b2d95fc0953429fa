package dev.lanewise.demo.speed;

import java.util.SplittableRandom;

import dev.lanewise.demo.machine.CacheSizes;
import dev.lanewise.demo.machine.Level;

/// How large things have to be to live in a level of this machine's memory, and the numbers that fill them.
///
/// @param caches the caches
/// @param heap the bytes that the program can have for its arrays
record Sizes(CacheSizes caches, long heap) {
    /// The length of each of some arrays that share a level.
    int vector(Level level, int arrays) {
        return (int) (caches.sample(level, heap) / Double.BYTES / arrays);
    }

    /// The side of a square matrix in a level.
    int side(Level level) {
        int side = (int) Math.sqrt(vector(level, 1));
        return Math.max(side / 32 * 32, 8);
    }

    /// Where so many doubles live.
    Level levelOf(long doubles) {
        return caches.levelOf(doubles * Double.BYTES);
    }

    /// Numbers in [−1, 1), always the same ones.
    static double[] numbers(int n) {
        return numbers(n, 1.0);
    }

    /// Numbers in [−scale, scale).
    static double[] numbers(int n, double scale) {
        var random = new SplittableRandom(n);
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) numbers[i] = scale * (2 * random.nextDouble() - 1);
        return numbers;
    }
}
