package dev.lanewise.internal.kernel;

import dev.lanewise.internal.kernel.vector.VectorKernels;

/// The contract of panels, kept by vectors of the width that this run asks for.
class VectorPanelKernelsTest extends PanelKernelsContract {
    @Override
    protected Kernels kernels() {
        return VectorKernels.INSTANCE;
    }
}
