package dev.lanewise.internal.kernel;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;

/// The contract of panels, kept by plain loops.
class ScalarPanelKernelsTest extends PanelKernelsContract {
    @Override
    protected Kernels kernels() {
        return ScalarKernels.INSTANCE;
    }
}
