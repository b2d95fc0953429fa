package dev.lanewise.demo.speed;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TimingTest {
    @Test
    void theSpeedIsThatOfTheMedianCall() {
        assertEquals(50_000, Fake.GEMM_TIMING.time());
        assertEquals(40, Fake.GEMM_TIMING.speed());
        assertEquals(80, Fake.GEMV_TIMING.speed());
        assertEquals(2, Fake.TANH_TIMING.speed());
        assertEquals(44, Fake.TANH_TIMING.gigaflops());
    }

    /// The shares are 0.8, 0.9 and 0.3; the quotient of the medians would be 0.8 too, that of the means 0.725.
    @Test
    void theShareIsTheMedianOfTheRounds() {
        assertEquals(0.8, Fake.GEMV_TIMING.limitShare());
        assertEquals(0.625, Fake.GEMM_TIMING.limitShare());
        assertEquals(0.6875, Fake.TANH_TIMING.limitShare());
    }

    @Test
    void theLoopMayHaveFewerRounds() {
        assertEquals(5, Fake.GEMM_TIMING.speedupOverLoop());
        assertEquals(4, Fake.GEMV_TIMING.speedupOverLoop());
    }

    @Test
    void roundsMustBeComplete() {
        double[] one = {1}, two = {1, 2}, none = {};
        assertThrows(IllegalArgumentException.class, () -> new Timing(Fake.GEMM, two, true, one, one, true));
        assertThrows(IllegalArgumentException.class, () -> new Timing(Fake.GEMM, one, true, one, none, true));
        assertEquals("gemm 100 × 100: 0 times, 0 bounds and 1 times of the loop", assertThrows(
                IllegalArgumentException.class, () -> new Timing(Fake.GEMM, none, true, none, one, true)).getMessage());
    }
}
