package dev.lanewise.internal.kernel;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;

/// The contract, kept by the plain loops.
class ScalarKernelsTest extends KernelsContract {
    @Override
    protected Kernels kernels() {
        return ScalarKernels.INSTANCE;
    }
}
