package dev.lanewise.random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MersenneTwisterTest {
    /// The C++ standard, section [rand.predef]: the 10000th number of a default-constructed `mt19937`, whose seed is
    /// 5489.
    @Test
    void tenThousandthNumberIsTheOneOfTheCppStandard() {
        MersenneTwister twister = new MersenneTwister(5489);
        for (int i = 1; i < 10_000; i++) twister.next();
        assertEquals(4123659995L, Integer.toUnsignedLong(twister.next()));
    }

    @Test
    void firstNumbersOfTheReferenceImplementation() {
        MersenneTwister twister = new MersenneTwister(5489);
        assertEquals(3499211612L, Integer.toUnsignedLong(twister.next()));
        assertEquals(581869302L, Integer.toUnsignedLong(twister.next()));
        assertEquals(3890346734L, Integer.toUnsignedLong(twister.next()));
    }
}
