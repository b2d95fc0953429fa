package dev.lanewise.architecture;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.lanewise.Lanewise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The house of docs/design.md: which room may look into which, and what no room may do.
@Tag("once")
class HouseTest {
    private static final String KERNEL = "dev/lanewise/internal/kernel";
    private static final String SCALAR = KERNEL + "/scalar";
    private static final String CONCURRENT = "dev/lanewise/concurrent";
    private static final String BACKEND = "dev/lanewise/internal/backend";
    private static final String LINALG = "dev/lanewise/linalg";
    private static final String MATH = "dev/lanewise/math";
    private static final String RANDOM = "dev/lanewise/random";
    private static final String IO = "dev/lanewise/io";

    /// Each package and the packages it may mention, from left to right.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry(KERNEL, Set.of()),
            entry(SCALAR, Set.of(KERNEL)),
            entry(ClassFiles.VECTOR_PACKAGE, Set.of(KERNEL, SCALAR)),
            entry(BACKEND, Set.of(KERNEL, SCALAR, ClassFiles.VECTOR_PACKAGE)),
            entry(CONCURRENT, Set.of()),
            entry(LINALG, Set.of(CONCURRENT, BACKEND, KERNEL)),
            entry(MATH, Set.of(CONCURRENT, BACKEND, KERNEL)),
            entry(RANDOM, Set.of()),
            entry(IO, Set.of(LINALG)),
            entry("dev/lanewise/nn", Set.of(LINALG, MATH, RANDOM, IO, CONCURRENT, BACKEND, KERNEL)),
            entry("dev/lanewise", Set.of(BACKEND)));

    private static final Pattern FORBIDDEN_CALL = Pattern.compile("java/lang/(Strict)?Math\\."
            + "(exp|expm1|log|log1p|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)"
            + "|java/lang/System\\.(out|err|in|console|set\\w+|clearProperty|getProperties|exit|load|loadLibrary|gc)"
            + "|java/lang/IO\\..*|.*\\.(printStackTrace|setDefault)"
            + "|java/util/Timer\\..*|java/lang/ref/Cleaner\\..*"
            + "|jdk/incubator/vector/VectorOperators\\.(TANH|EXP|EXPM1|LOG|LOG1P|LOG10|SIN|COS|TAN|POW|HYPOT|CBRT|SINH|COSH"
            + "|ASIN|ACOS|ATAN|ATAN2)"
            + "|jdk/incubator/vector/\\w+\\.reduceLanes"
            + "|java/lang/Thread\\.(?!onSpinWait).*|java/util/concurrent/(Executors|ForkJoinPool|CompletableFuture)\\..*"
            + "|java/lang/(Runtime|Process|ProcessBuilder)\\..*|.*\\.parallel(Stream|Prefix|SetAll|Sort)?"
            + "|java/lang/ThreadLocal\\..*|sun/misc/.*|java/util/Random\\..*|java/security/.*");

    @Test
    void arrowsGoOneWay() {
        Set<String> packages = new TreeSet<>();
        for (ClassModel c : ClassFiles.all()) {
            String from = ClassFiles.packageOf(c);
            packages.add(from);
            assertTrue(ARROWS.containsKey(from), from + " has no place in the house");
            for (String to : ClassFiles.packagesMentioned(c)) {
                assertTrue(to.equals(from) || ARROWS.get(from).contains(to), c.thisClass().asInternalName()
                        + " looks into " + to);
            }
        }
        assertEquals(ARROWS.keySet(), packages, "packages");
    }

    @Test
    void theVectorApiIsUsedInOnePackage() {
        for (ClassModel c : ClassFiles.all()) {
            boolean uses = ClassFiles.texts(c).stream().anyMatch(text -> text.contains("L" + ClassFiles.VECTOR_API)
                    || text.startsWith(ClassFiles.VECTOR_API));
            boolean may = ClassFiles.packageOf(c).equals(ClassFiles.VECTOR_PACKAGE);
            assertTrue(may || !uses, c.thisClass().asInternalName() + " uses the Vector API");
        }
    }

    @Test
    void noPlatformMathematicsNoThreadsNoOutput() {
        for (ClassModel c : ClassFiles.all()) {
            for (var entry : c.constantPool()) {
                if (!(entry instanceof MemberRefEntry member)) continue;
                String call = member.owner().asInternalName() + "." + member.name().stringValue();
                assertTrue(!FORBIDDEN_CALL.matcher(call).matches(), c.thisClass().asInternalName() + " uses " + call);
            }
            for (var method : c.methods()) {
                assertTrue(!method.flags().has(AccessFlag.NATIVE), ClassFiles.nameOf(c, method) + " is native");
            }
        }
    }

    @Test
    void theModuleNeedsTheVectorApiAndNothingElse() {
        var descriptor = Lanewise.class.getModule().getDescriptor();
        List<String> needs = descriptor.requires().stream().map(ModuleDescriptor.Requires::name)
                .sorted().toList();
        assertEquals(List.of("java.base", "jdk.incubator.vector"), needs);
        descriptor.exports().forEach(export -> assertTrue(!export.source().contains("internal"), export.toString()));
    }
}
