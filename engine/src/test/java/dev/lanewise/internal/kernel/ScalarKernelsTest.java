package dev.lanewise.internal.kernel;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import org.junit.jupiter.api.Tag;

/// The contract, kept by the plain loops.
@Tag("once")
class ScalarKernelsTest extends KernelsContract {
    @Override
    protected Kernels kernels() {
        return ScalarKernels.INSTANCE;
    }
}
