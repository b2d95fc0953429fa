package dev.lanewise.demo.lesson;

import java.math.BigDecimal;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Two ReLUs a layer hold the k-fold tent exactly, at every double in [0, 1].
class SawtoothProperties {
    private static final long ONE = 0x3ff0000000000000L;

    @Property
    void stackedNetworkIsTheTentAtEveryBitPattern(@ForAll @LongRange(max = ONE) long bits,
            @ForAll @IntRange(min = 1, max = 60) int folds) {
        assertEquals(0, Sawtooth.misses(folds, new double[] {Double.longBitsToDouble(bits)}));
    }

    @Property
    void stackedNetworkIsTheTentAtEveryMultipleOf2ToMinus53(@ForAll @LongRange(max = 1L << 53) long n,
            @ForAll @IntRange(min = 1, max = 60) int folds) {
        assertEquals(0, Sawtooth.misses(folds, new double[] {n * 0x1p-53}));
    }

    @Example
    void stackedNetworkIsTheTentAtTheCorners() {
        double[] corners = {0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Math.nextDown(0.25), 0.25, Math.nextUp(0.25),
                Math.nextDown(0.5), 0.5, Math.nextUp(0.5), 0.75, Math.nextDown(1.0), 1.0};
        for (int folds : new int[] {1, 2, 3, 5, 20, 52, 53, 60}) assertEquals(0, Sawtooth.misses(folds, corners));
    }

    /// The exact reference itself, against k exact folds in decimal arithmetic.
    @Property(tries = 200)
    void exactTentIsTheIteratedTent(@ForAll @LongRange(max = 1L << 40) long n,
            @ForAll @IntRange(min = 1, max = 12) int folds) {
        double x = n * 0x1p-40;
        BigDecimal tent = new BigDecimal(x);
        for (int i = 0; i < folds; i++) tent = tent.min(BigDecimal.ONE.subtract(tent)).multiply(BigDecimal.TWO);
        double y = tent.doubleValue();
        assertEquals(0, tent.compareTo(new BigDecimal(y)));
        assertTrue(ExactTent.holds(folds, x, y));
        assertFalse(ExactTent.holds(folds, x, y == 0 ? Double.MIN_VALUE : Math.nextDown(y)));
    }

    @Property(tries = 12)
    void hasTwoToTheKPieces(@ForAll @IntRange(min = 1, max = 8) int folds) {
        Sawtooth sawtooth = Sawtooth.of(folds, 42);
        assertEquals(1 << folds, Sawtooth.pieces(folds));
        assertEquals(1 << folds, sawtooth.countedPieces());
        assertEquals((1 << folds) - 1, Sawtooth.neuronsInOneLayer(folds));
        assertEquals(6 * folds + 1, sawtooth.parameters());
        assertEquals(6 * folds + 1, 3 * sawtooth.sideBySide().neurons() + 1);
    }
}
