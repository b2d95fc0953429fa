package dev.lanewise.internal.backend;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.KernelsContract;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;

/// A call that is timed is the call.
class TimedKernelsTest extends KernelsContract {
    private final Kernels kernels = new TimedKernels(new Meter(1), ScalarKernels.INSTANCE, 1);

    @Override
    protected Kernels kernels() {
        return kernels;
    }
}
