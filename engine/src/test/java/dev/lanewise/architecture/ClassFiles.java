package dev.lanewise.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// The compiled classes of the engine, read as data.
final class ClassFiles {
    static final String VECTOR_API = "jdk/incubator/vector/";
    static final String VECTOR_PACKAGE = "dev/lanewise/internal/kernel/vector";
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Pattern OWN_CLASS = Pattern.compile("dev/lanewise/(?:[a-z]+/)*(?=[A-Z])");
    private static final Pattern VECTOR_TYPE = Pattern.compile("L" + VECTOR_API + "(Double|Long)?Vector;");

    private ClassFiles() {}

    /// All classes but the module descriptor.
    static List<ClassModel> all() {
        try (var files = Files.walk(CLASSES)) {
            List<ClassModel> classes = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class")).map(ClassFiles::parse).toList();
            if (classes.size() < 20) throw new IllegalStateException("too few classes in " + CLASSES.toAbsolutePath());
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The classes that may use the Vector API.
    static List<ClassModel> vectorKernels() {
        return all().stream().filter(c -> packageOf(c).equals(VECTOR_PACKAGE)).toList();
    }

    static String packageOf(ClassModel c) {
        String name = c.thisClass().asInternalName();
        return name.substring(0, name.lastIndexOf('/'));
    }

    /// Every name, descriptor and string of the class file.
    static List<String> texts(ClassModel c) {
        return StreamSupport.stream(c.constantPool().spliterator(), false).filter(Utf8Entry.class::isInstance)
                .map((PoolEntry entry) -> ((Utf8Entry) entry).stringValue()).toList();
    }

    /// The packages of ours that the class mentions, its own among them.
    static Set<String> packagesMentioned(ClassModel c) {
        Set<String> packages = new TreeSet<>();
        for (String text : texts(c)) {
            var match = OWN_CLASS.matcher(text);
            while (match.find()) packages.add(match.group().substring(0, match.group().length() - 1));
        }
        return packages;
    }

    static boolean hasVectorInSignature(String descriptor) {
        return VECTOR_TYPE.matcher(descriptor).find();
    }

    static int codeLength(MethodModel method) {
        return method.findAttribute(Attributes.code()).map(code -> code.codeLength()).orElse(0);
    }

    static String nameOf(ClassModel c, MethodModel method) {
        return c.thisClass().asInternalName() + "." + method.methodName().stringValue();
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
