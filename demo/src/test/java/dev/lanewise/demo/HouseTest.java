package dev.lanewise.demo;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Where the program may use the Vector API: in the probes of the machine, in the manner of docs/design.md, section 5.
class HouseTest {
    private static final String VECTOR_API = "jdk/incubator/vector/";
    private static final String VECTOR = "Ljdk/incubator/vector/DoubleVector;";

    @Test
    void theVectorApiIsForTheProbes() throws Exception {
        Set<String> users = new TreeSet<>();
        for (ClassModel c : classes()) {
            if (texts(c).anyMatch(text -> text.contains(VECTOR_API))) users.add(c.thisClass().asInternalName());
        }
        String here = "dev/lanewise/demo/machine/";
        assertEquals(Set.of(here + "FmaPeak", here + "Lanes", here + "VectorReads"), users);
    }

    @Test
    void noVectorOfAProbeBecomesAnObject() throws Exception {
        for (ClassModel c : classes()) {
            if (!c.thisClass().asInternalName().matches(".*/(FmaPeak|VectorReads)")) continue;
            for (FieldModel field : c.fields()) {
                assertTrue(!field.fieldType().stringValue().contains(VECTOR), field.fieldName().stringValue());
            }
            for (MethodModel method : c.methods()) {
                assertTrue(!method.methodType().stringValue().contains(VECTOR), method.methodName().stringValue());
                CodeModel code = method.code().orElseThrow();
                assertTrue(code.elementStream().noneMatch(e -> e.toString().contains("ANEWARRAY")
                        || e.toString().contains("INVOKEDYNAMIC")), method.methodName().stringValue());
            }
        }
    }

    private static Stream<String> texts(ClassModel c) {
        return StreamSupport.stream(c.constantPool().spliterator(), false).filter(Utf8Entry.class::isInstance)
                .map(entry -> ((Utf8Entry) entry).stringValue());
    }

    private static List<ClassModel> classes() throws Exception {
        Path root = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<ClassModel> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class"))
                    .filter(f -> !f.toString().contains("Test")).toList()) {
                classes.add(ClassFile.of().parse(file));
            }
        }
        assertTrue(classes.size() > 50, root + " holds " + classes.size());
        return classes;
    }
}
