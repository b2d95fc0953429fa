package dev.lanewise.internal.backend;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import dev.lanewise.internal.kernel.vector.VectorKernels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// When one kernel changes from plain loops to vectors, by times that are made up: a unit of plain work takes a nanosecond,
/// and every call weighs 100. `BackendTest` asks a whole JVM the same.
@Tag("once")
class MeterTest {
    private static final long WEIGHT = 100;
    private static final long WORK = WEIGHT - 16;

    private Meter meter = new Meter(100_000);

    @Test
    void callsArePlainUntilTheirWorkIsDone() {
        for (int call = 1; call < 1000; call++) assertSame(ScalarKernels.INSTANCE, meter.kernels(WORK), "call " + call);
        assertTimed(ScalarKernels.INSTANCE);
        meter.plain(WEIGHT, 99);
        assertTimed(VectorKernels.INSTANCE);
    }

    @Test
    void emptyCallsCountToo() {
        Meter few = new Meter(33);
        assertSame(ScalarKernels.INSTANCE, few.kernels(0));
        assertSame(ScalarKernels.INSTANCE, few.kernels(0));
        assertEquals(TimedKernels.class, few.kernels(0).getClass());
    }

    @Test
    void aCallThatIsWorthItAloneIsVectorAtOnceAndMovesNothing() {
        assertSame(VectorKernels.INSTANCE, meter.kernels(100_000 - 16));
        callsArePlainUntilTheirWorkIsDone();
    }

    @Test
    void oneThatIsNotIsPlain() {
        assertSame(ScalarKernels.INSTANCE, meter.kernels(99_999 - 16));
    }

    @Test
    void aTrialIsPaidForTwice() {
        tryAfter(999, 15);
        tryAfter(29, 7);
        tryAfter(13, 1);
        tryAfter(1, 0.1);
        tryAfter(0, 0.1);
    }

    @Test
    void afterTheFirstATrialIsDueAfterAThirtySecondOfTheWorkWhateverItCosts() {
        tryAfter(999, 1000);
        tryAfter(31, 1000);
        tryAfter(31, 1);
        tryAfter(1, 1);
    }

    @Test
    void aTrialThatWasInterruptedIsBelievedUpToALimit() {
        meter = new Meter(100_000_000);
        tryAfter(999_999, 1e9);
        tryAfter(2047, 1);
    }

    @Test
    void threeGoodTrialsInARowLeadToProbation() {
        tryAfter(999, 1.5);
        tryAfter(2, 0.1);
        tryAfter(0, 1.6);
        tryAfter(3, 1.5);
        tryAfter(2, 1.5);
        tryAfter(2, 1.5);
        assertVectors(7);
        assertTimed(VectorKernels.INSTANCE);
    }

    @Test
    void onProbationTrialsBecomeRarerAndThenVectorsStay() {
        toProbation(999);
        for (int inARow = 3; inARow < 15; inARow++) {
            assertVectors((1 << inARow) - 1);
            assertFalse(meter.isOver());
            assertTimed(VectorKernels.INSTANCE);
            takes(8.0);
        }
        assertTrue(meter.isOver());
    }

    @Test
    void aSlowTrialOnProbationLeadsBack() {
        toProbation(999);
        assertVectors(7);
        assertTimed(VectorKernels.INSTANCE);
        takes(15);
        toProbation(29);
        assertVectors(7);
    }

    private void toProbation(int plainCalls) {
        tryAfter(plainCalls, 0.5);
        tryAfter(0, 0.5);
        tryAfter(0, 0.5);
    }

    /// So many plain calls, one that is timed, and a trial that is so many times slower.
    private void tryAfter(int plainCalls, double slowness) {
        for (int call = 0; call < plainCalls; call++) {
            assertSame(ScalarKernels.INSTANCE, meter.kernels(WORK), "call " + call);
        }
        assertTimed(ScalarKernels.INSTANCE);
        meter.plain(WEIGHT, WEIGHT - 1);
        assertTimed(VectorKernels.INSTANCE);
        takes(slowness);
    }

    private void takes(double slowness) {
        meter.trial(WEIGHT, Math.round(slowness * WEIGHT) - 1);
    }

    private void assertVectors(int calls) {
        for (int call = 0; call < calls; call++)
            assertSame(VectorKernels.INSTANCE, meter.kernels(WORK), "call " + call);
    }

    private void assertTimed(Kernels by) {
        Kernels next = meter.kernels(WORK);
        assertEquals(TimedKernels.class, next.getClass());
        assertEquals(by.bits(), next.bits());
    }
}
