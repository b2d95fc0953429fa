package dev.lanewise.random;

/// MT19937: 32 random bits at a time, with period 2¹⁹⁹³⁷ − 1.
///
/// The state is n = 624 words of 32 bits. Each new word depends on three old ones,
///
///     x[k+n] = x[k+m] ⊕ (upper bit of x[k] | lower 31 bits of x[k+1])·A,    m = 397,
///
/// over the field of two elements. A is the companion matrix y·A = (y >>> 1) ⊕ (a if y is odd, else 0), chosen so that
/// the characteristic polynomial is primitive; n·32 − 31 = 19937 bits take part, hence the name and the period. Words
/// are renewed 624 at a time, in place. What leaves the generator is each word after *tempering*, an invertible linear
/// map that spreads its bits, so that consecutive outputs are equidistributed in 623 dimensions.
///
/// **Method.** M. Matsumoto and T. Nishimura, Mersenne Twister: a 623-dimensionally equidistributed uniform
/// pseudorandom number generator, ACM Transactions on Modeling and Computer Simulation 8(1), 3–30, 1998. Seeding is
/// `init_genrand` of their revision of 2002.
///
/// Good for simulation, useless for secrets: 624 outputs reveal the state. Not thread-safe.
final class MersenneTwister {
    private static final int N = 624;
    private static final int M = 397;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_31_BITS = 0x7fffffff;
    /// a, the last row of A.
    private static final int TWIST = 0x9908b0df;
    /// The multiplier of a linear congruential generator modulo 2³² (Knuth, The Art of Computer Programming 2, 3rd ed.,
    /// section 3.3.4).
    private static final int SEED_MULTIPLIER = 1812433253;

    private final int[] state = new int[N];
    private int position = N;

    /// A generator whose first state word is the seed, and each further one a scrambling of the one before.
    ///
    /// @param seed any 32 bits
    MersenneTwister(int seed) {
        state[0] = seed;
        for (int k = 1; k < N; k++) {
            int previous = state[k - 1];
            state[k] = SEED_MULTIPLIER * (previous ^ previous >>> 30) + k;
        }
    }

    /// The next 32 bits.
    ///
    /// @return an integer, each of the 2³² equally likely
    int next() {
        if (position == N) renew();
        return temper(state[position++]);
    }

    /// All 624 words at once. Two loops and a last word rather than indices modulo 624, so that the JIT can put the
    /// first loop in lanes.
    private void renew() {
        for (int k = 0; k < N - M; k++) state[k] = state[k + M] ^ twist(state[k], state[k + 1]);
        for (int k = N - M; k < N - 1; k++) state[k] = state[k + M - N] ^ twist(state[k], state[k + 1]);
        state[N - 1] = state[M - 1] ^ twist(state[N - 1], state[0]);
        position = 0;
    }

    /// (upper bit of x[k] | lower 31 bits of x[k+1])·A
    private static int twist(int current, int next) {
        int y = current & UPPER_BIT | next & LOWER_31_BITS;
        int odd = -(y & 1); // all ones or zero: a mask for a
        return y >>> 1 ^ odd & TWIST;
    }

    /// Spreads the bits of a word over all its places; invertible.
    private static int temper(int word) {
        int y = word;
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }
}
