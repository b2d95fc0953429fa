package dev.lanewise.internal.kernel;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import org.junit.jupiter.api.Tag;

/// The contract of panels, kept by plain loops.
@Tag("once")
class ScalarPanelKernelsTest extends PanelKernelsContract {
    @Override
    protected Kernels kernels() {
        return ScalarKernels.INSTANCE;
    }
}
