package dev.lanewise.internal.backend;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import dev.lanewise.internal.kernel.vector.VectorKernels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertSame;

/// When one kernel changes from plain loops to vectors. `BackendTest` asks a whole JVM the same.
@Tag("once")
class MeterTest {
    @Test
    void callsArePlainUntilTheirWorkIsDone() {
        var meter = new ColdStart.Meter(1000);
        for (int call = 0; call < 9; call++) assertSame(ScalarKernels.INSTANCE, meter.after(84), "call " + call);
        for (int call = 9; call < 20; call++) assertSame(VectorKernels.INSTANCE, meter.after(84), "call " + call);
    }

    @Test
    void aCallThatIsEnoughByItselfIsVectorAtOnce() {
        assertSame(VectorKernels.INSTANCE, new ColdStart.Meter(1000).after(984));
        assertSame(ScalarKernels.INSTANCE, new ColdStart.Meter(1000).after(983));
    }

    @Test
    void emptyCallsCountToo() {
        var meter = new ColdStart.Meter(33);
        assertSame(ScalarKernels.INSTANCE, meter.after(0));
        assertSame(ScalarKernels.INSTANCE, meter.after(0));
        assertSame(VectorKernels.INSTANCE, meter.after(0));
    }
}
