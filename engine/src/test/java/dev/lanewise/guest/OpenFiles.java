package dev.lanewise.guest;

import java.lang.reflect.Method;

/// The number of files that this process has open, where the system tells it. Windows does not; there a temporary folder
/// with an open file in it cannot be deleted, and its test fails by that. By reflection, as in [AllocatedBytes].
public final class OpenFiles {
    private OpenFiles() {}

    /// How many, at the moment; 0 on Windows.
    public static long count() {
        try {
            Object system = Class.forName("java.lang.management.ManagementFactory").getMethod(
                    "getOperatingSystemMXBean").invoke(null);
            Class<?> unix = Class.forName("com.sun.management.UnixOperatingSystemMXBean");
            Method count = unix.getMethod("getOpenFileDescriptorCount");
            return unix.isInstance(system) ? (long) count.invoke(system) : 0;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
