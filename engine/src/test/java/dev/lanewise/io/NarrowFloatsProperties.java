package dev.lanewise.io;

import java.math.BigDecimal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Narrowing rounds to the nearest, ties to even, once: compared with exact arithmetic, near ties above all.
@Tag("once")
class NarrowFloatsProperties {
    private static final DType[] NARROW = {DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32};

    /// The positive finite numbers of a type in their order: the k-th has the bits k.
    private static double number(DType dtype, int bits) {
        return switch (dtype) {
            case FLOAT16 -> Float.float16ToFloat((short) bits);
            case BFLOAT16 -> Float.intBitsToFloat(bits << 16);
            default -> Float.intBitsToFloat(bits);
        };
    }

    private static int largest(DType dtype) {
        return dtype == DType.FLOAT16 ? 0x7bff : dtype == DType.BFLOAT16 ? 0x7f7f : 0x7f7fffff;
    }

    /// Around the middle of two neighbours: there, just below, and just above by as little as a double can.
    @Property(tries = 3000)
    void nearTies(@ForAll @IntRange(max = 2) int type, @ForAll int anyBits,
            @ForAll @IntRange(min = -3, max = 3) int ulps) {
        DType dtype = NARROW[type];
        int bits = Math.floorMod(anyBits, largest(dtype));
        double below = number(dtype, bits), above = number(dtype, bits + 1), middle = (below + above) / 2, x = middle;
        for (int i = 0; i < Math.abs(ulps); i++) x = ulps < 0 ? Math.nextDown(x) : Math.nextUp(x);
        double expected = ulps < 0 ? below : ulps > 0 ? above : bits % 2 == 0 ? below : above;
        assertEquals(expected, dtype.round(x));
        assertEquals(-expected, dtype.round(-x));
    }

    @Property(tries = 3000)
    void anywhere(@ForAll @IntRange(max = 2) int type, @ForAll int anyBits, @ForAll long fraction) {
        DType dtype = NARROW[type];
        int bits = Math.floorMod(anyBits, largest(dtype));
        double below = number(dtype, bits), above = number(dtype, bits + 1);
        double x = below + (above - below) * ((fraction >>> 11) * 0x1p-53);
        BigDecimal down = new BigDecimal(x).subtract(new BigDecimal(below)).abs();
        BigDecimal up = new BigDecimal(above).subtract(new BigDecimal(x)).abs();
        int side = down.compareTo(up);
        assertEquals(side < 0 || side == 0 && bits % 2 == 0 ? below : above, dtype.round(x));
    }

    @Test
    void whatIsInTheTypeStays() {
        for (DType dtype : NARROW) {
            for (int bits = 0; bits <= 0x7f7f; bits++) {
                int k = dtype == DType.FLOAT32 ? bits * 0x10001 : Math.min(bits, largest(dtype));
                assertEquals(number(dtype, k), dtype.round(number(dtype, k)));
            }
            for (double x : new double[] {0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
                assertEquals(x, dtype.round(x));
            }
        }
    }

    @Test
    void nothingFiniteBecomesInfinite() {
        double[] middles = {65520, 0x1.ffp127, 0x1.ffffffp127};
        for (int i = 0; i < 3; i++) {
            DType dtype = NARROW[i];
            double middle = middles[i], max = number(dtype, largest(dtype));
            assertEquals(max, dtype.round(Math.nextDown(middle)));
            assertEquals("DType: " + dtype + " cannot hold " + -middle, assertThrows(IllegalArgumentException.class,
                    () -> dtype.round(-middle)).getMessage());
            assertThrows(IllegalArgumentException.class, () -> dtype.round(Double.MAX_VALUE));
        }
    }

    @Test
    void integersAreIntegersWithinTheirRange() {
        for (DType dtype : new DType[] {DType.INT8, DType.INT64, DType.UINT8, DType.UINT64, DType.BOOL, DType.TEXT}) {
            for (double x : new double[] {0.5, 0x1p64, -0x1.8p63, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThrows(IllegalArgumentException.class, () -> dtype.round(x), dtype + " " + x);
            }
            assertFalse(dtype.isFloat());
            assertEquals(0.0, dtype.round(-0.0), "no integer is −0.0");
        }
        assertTrue(DType.BFLOAT16.isFloat());
        assertEquals(-0x1p63, DType.INT64.round(-0x1p63));
        assertThrows(IllegalArgumentException.class, () -> DType.INT64.round(0x1p63));
        assertThrows(IllegalArgumentException.class, () -> DType.BOOL.round(2));
        assertThrows(IllegalArgumentException.class, () -> DType.TEXT.round(0xd800));
    }
}
