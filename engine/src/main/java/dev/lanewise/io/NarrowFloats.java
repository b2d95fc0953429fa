package dev.lanewise.io;

/// double → float, float16, bfloat16, each rounded once, to the nearest, ties to even.
///
/// Through `(float)` the two short formats would be rounded twice, and a quarter of the numbers near a tie go the wrong
/// way. Rounding to odd first keeps the knowledge that something was cut off: an inexact float gets a last bit of 1, so
/// it cannot look like a tie to the second rounding (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums:
/// proved algorithms using rounding to odd", 2008; both formats are short enough).
final class NarrowFloats {
    private NarrowFloats() {}

    /// The float16 nearest to x, as its bits; ±∞ beyond 65519.99….
    static short float16(double x) {
        return Float.floatToFloat16(roundedToOdd(x));
    }

    /// The bfloat16 nearest to x, as its bits: the upper half of a float.
    static short bfloat16(double x) {
        float f = roundedToOdd(x);
        int bits = Float.floatToRawIntBits(f);
        if (f != f) return (short) (bits >>> 16 | 0x40);
        return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
    }

    /// The number that a bfloat16 is, exactly.
    static float ofBfloat16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /// The nearer of the two floats around x if x is one of them, else the one whose last bit is 1.
    static float roundedToOdd(double x) {
        float f = (float) x;
        if (f == x || f != f) return f;
        int bits = Float.floatToRawIntBits(f);
        if ((bits & 1) == 0) bits += Math.abs((double) f) < Math.abs(x) ? 1 : -1;
        return Float.intBitsToFloat(bits);
    }
}
