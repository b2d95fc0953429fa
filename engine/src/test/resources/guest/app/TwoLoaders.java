package app;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/// The engine twice in one JVM, as two web applications of one server have it: both computing, neither in the other's way.
public final class TwoLoaders {
    private TwoLoaders() {}

    /// Its arguments are the class path of either.
    public static void main(String[] args) throws ReflectiveOperationException, MalformedURLException {
        URL[] path = new URL[args.length];
        for (int i = 0; i < args.length; i++) path[i] = Path.of(args[i]).toUri().toURL();
        ClassLoader parent = ClassLoader.getPlatformClassLoader();
        Class<?> first = new URLClassLoader(path, parent).loadClass("app.Main");
        Class<?> second = new URLClassLoader(path, parent).loadClass("app.Main");
        for (int turn = 0; turn < 2; turn++) {
            System.out.println(Long.toHexString((long) first.getMethod("answer").invoke(null)));
            System.out.println(Long.toHexString((long) second.getMethod("answer").invoke(null)));
        }
        System.out.println("classes of their own: " + (first != second));
    }
}
