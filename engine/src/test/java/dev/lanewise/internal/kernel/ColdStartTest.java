package dev.lanewise.internal.kernel;

import dev.lanewise.internal.backend.ColdStart;
import dev.lanewise.internal.kernel.vector.VectorKernels;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The change from plain loops to vectors keeps the contract wherever it falls.
class ColdStartTest extends KernelsContract {
    /// Few enough that every test of the contract crosses it on the way.
    private final Kernels kernels = new ColdStart(3_000);

    @Override
    protected Kernels kernels() {
        return kernels;
    }

    @Test
    void itIsAsWideAsItWillBe() {
        assertEquals(VectorKernels.INSTANCE.bits(), new ColdStart().bits());
    }
}
