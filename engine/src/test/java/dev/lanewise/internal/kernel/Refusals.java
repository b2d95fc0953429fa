package dev.lanewise.internal.kernel;

import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Calls that must be refused, with the sentence that says why.
public final class Refusals {
    private Refusals() {}

    /// Fails unless the call throws an [IllegalArgumentException] with exactly this message.
    public static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
