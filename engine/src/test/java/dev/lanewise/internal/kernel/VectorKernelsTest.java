package dev.lanewise.internal.kernel;

import dev.lanewise.internal.kernel.vector.VectorKernels;

/// The contract, kept by vectors of the width that this run asks for.
class VectorKernelsTest extends KernelsContract {
    @Override
    protected Kernels kernels() {
        return VectorKernels.INSTANCE;
    }
}
