package dev.lanewise.guest;

import java.lang.reflect.Method;

/// HotSpot's count of the bytes that the current thread has allocated. By reflection, because the engine's module, in
/// which its tests run, must not read a management module.
public final class AllocatedBytes {
    private static final Object BEAN;
    private static final Method COUNT;

    static {
        try {
            BEAN = Class.forName("java.lang.management.ManagementFactory").getMethod("getThreadMXBean").invoke(null);
            COUNT = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private AllocatedBytes() {}

    /// Bytes so far.
    public static long ofThisThread() {
        try {
            return (long) COUNT.invoke(BEAN);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
