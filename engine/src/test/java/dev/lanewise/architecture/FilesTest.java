package dev.lanewise.architecture;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The engine opens no file by itself: whatever leads to one begins at a public method that is handed a `Path`. Read off the
/// class files, from the calls that open something back to all that could have made them.
@Tag("once")
class FilesTest {
    /// All of the JDK's that opens a file, a resource or a connection, or asks the file system.
    private static final Pattern OPENS = Pattern.compile("java/nio/file/(Files|FileSystems?)\\..*"
            + "|java/nio/file/Path\\.(toRealPath|toFile|register)|java/nio/channels/\\w+\\.open|java/io/(File|RandomAccess).*"
            + "|java/net/.*|javax/.*|java/util/(zip/ZipFile|jar/.*|ServiceLoader|ResourceBundle|prefs/.*).*"
            + "|java/lang/(Class|ClassLoader|Module)\\.getResource.*|java/lang/ModuleLayer\\.define.*");
    private static final Set<String> DOORS = Set.of("dev/lanewise/io/Npy.read", "dev/lanewise/io/Npy.write",
            "dev/lanewise/io/NpyRows.open", "dev/lanewise/io/Npz.read", "dev/lanewise/io/Npz.write",
            "dev/lanewise/io/Npz.writeCompressed",
            "dev/lanewise/io/Safetensors.read", "dev/lanewise/io/Safetensors.write",
            "dev/lanewise/nn/ModelFile.load", "dev/lanewise/nn/ModelFile.read", "dev/lanewise/nn/ModelFile.save");
    private static final String PATH = "Ljava/nio/file/Path;";

    @Test
    void whateverOpensAFileIsHandedItsPath() {
        Set<String> doors = new TreeSet<>();
        for (Method method : methodsThatMayOpenFiles()) {
            assertTrue(!method.name().endsWith("<clinit>"),
                    method.name() + " would open a file when its class is loaded");
            if (!method.isPublicApi()) continue;
            doors.add(method.name());
            assertTrue(method.parameters().contains(PATH), method.name() + method.parameters() + " may open a file");
        }
        assertEquals(DOORS, doors);
    }

    /// A method and what it calls.
    ///
    /// @param calls each as `owner.name` and as name with descriptor, since the owner may be found at run time only
    private record Method(ClassModel owner, MethodModel model, Set<String> calls) {
        static Method of(ClassModel owner, MethodModel model) {
            Set<String> calls = new HashSet<>();
            model.code().ifPresent(code -> code.forEach(element -> calledBy(element).forEach(member -> {
                calls.add(member.owner().asInternalName() + "." + member.name().stringValue());
                calls.add(member.name().stringValue() + member.type().stringValue());
            })));
            return new Method(owner, model, calls);
        }

        String name() {
            return ClassFiles.nameOf(owner, model);
        }

        String parameters() {
            return model.methodType().stringValue().split("\\)")[0];
        }

        boolean isPublicApi() {
            return owner.flags().has(AccessFlag.PUBLIC) && !ClassFiles.packageOf(owner).contains("internal")
                    && (model.flags().has(AccessFlag.PUBLIC) || model.flags().has(AccessFlag.PROTECTED));
        }

        boolean opens() {
            return calls.stream().anyMatch(call -> OPENS.matcher(call).matches());
        }

        /// A constructor and a static initialiser are called by their class alone, any other method through any type.
        boolean calls(Method other) {
            String name = other.model.methodName().stringValue();
            return name.startsWith("<")
                    ? calls.contains(other.name())
                    : calls.contains(name + other.model.methodType().stringValue());
        }
    }

    private static Stream<MemberRefEntry> calledBy(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> Stream.of(call.method());
            case FieldInstruction field -> Stream.of(field.field());
            case InvokeDynamicInstruction dynamic -> dynamic.invokedynamic().bootstrap().arguments().stream()
                    .filter(MethodHandleEntry.class::isInstance)
                    .map(handle -> ((MethodHandleEntry) handle).reference());
            default -> Stream.empty();
        };
    }

    private static Set<Method> methodsThatMayOpenFiles() {
        List<Method> all = ClassFiles.all().stream()
                .flatMap(c -> c.methods().stream().map(method -> Method.of(c, method))).toList();
        Set<Method> may = new HashSet<>(all.stream().filter(Method::opens).toList());
        assertTrue(may.size() >= 4, "methods that open files: " + may);
        while (may.addAll(all.stream().filter(caller -> may.stream().anyMatch(caller::calls)).toList())) {
        }
        return may;
    }
}
