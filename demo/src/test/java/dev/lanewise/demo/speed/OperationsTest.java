package dev.lanewise.demo.speed;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.OperatorInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.lanewise.demo.machine.CacheSizes;
import dev.lanewise.linalg.Blas;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The operations of [Functions], counted in the class files of the engine's vector kernels.
///
/// What a loop does with a vector it does in its body once, so the operations of an element are the calls in the loops: the
/// instructions between a jump backwards and its target. An operation on the bits is a call of another class.
class OperationsTest {
    private static final String KERNELS = "dev/lanewise/internal/kernel/vector/";
    private static final String VECTOR = "jdk/incubator/vector/DoubleVector";
    private static final Set<String> OPERATIONS = Set.of("add", "sub", "mul", "div", "fma");

    /// Where each function is computed, for long ranges. Of softmax the last loop is one on numbers.
    private static final Map<String, List<String>> LOOPS = Map.ofEntries(
            Map.entry("exp", List.of("VectorExp.pipelined")),
            Map.entry("expm1", List.of("PipelinedExpm1.expm1")),
            Map.entry("log1p", List.of("VectorLog1p.vectors")),
            Map.entry("log1pDerivative", List.of("VectorRectifier.log1pDerivative")),
            Map.entry("erf", List.of("VectorErf.erf")),
            Map.entry("erfDerivative", List.of("VectorGaussian.erfDerivative")),
            Map.entry("tanh", List.of("PipelinedTanh.tanh")),
            Map.entry("tanhDerivative", List.of("VectorBell.bell")),
            Map.entry("sigmoid", List.of("PipelinedSigmoid.sigmoid")),
            Map.entry("sigmoidDerivative", List.of("VectorBell.bell")),
            Map.entry("softplus", List.of("PipelinedSoftplus.softplus")),
            Map.entry("silu", List.of("PipelinedSilu.silu")),
            Map.entry("siluDerivative", List.of("VectorGateDerivative.whole")),
            Map.entry("gelu", List.of("VectorGelu.gelu")),
            Map.entry("geluDerivative", List.of("VectorGeluDerivative.geluDerivative")),
            Map.entry("geluTanh", List.of("PipelinedGeluTanh.geluTanh")),
            Map.entry("geluTanhDerivative", List.of("VectorGateDerivative.whole")),
            Map.entry("elu", List.of("PipelinedExpm1.expm1")),
            Map.entry("eluDerivative", List.of("VectorEluDerivative.eluDerivative")),
            Map.entry("softsign", List.of("VectorSoftsign.softsign")),
            Map.entry("softsignDerivative", List.of("VectorSoftsign.softsignDerivative")),
            Map.entry("hardSigmoid", List.of("VectorRectifier.hardSigmoid")),
            Map.entry("softmax", List.of("PipelinedSoftmax.row", "PipelinedSoftmax.sum", "PipelinedSoftmax.scale")),
            Map.entry("logSoftmax", List.of("PipelinedSoftmax.row", "PipelinedSoftmax.sum",
                    "PipelinedSoftmax.shift")));

    @Test
    void theyAreThoseOfTheVectorKernels() throws IOException {
        Sizes sizes = new Sizes(CacheSizes.COMMON, 1 << 28);
        Map<String, Long> told = new TreeMap<>(), counted = new TreeMap<>();
        for (Entry entry : new Functions(sizes).entries()) {
            Kernel kernel = entry.kernel();
            if (kernel.unit() != Unit.NS_PER_ELEMENT) continue;
            told.put(kernel.name(), Math.round(kernel.flops() / 2 / kernel.elements()));
            long operations = 0;
            for (String loop : LOOPS.get(kernel.name())) operations += operations(loop);
            counted.put(kernel.name(), operations);
        }
        assertEquals(counted, told);
        assertEquals(LOOPS.keySet(), told.keySet());
    }

    private static long operations(String method) throws IOException {
        String name = method.substring(0, method.indexOf('.'));
        List<CodeModel> codes = kernel(name).methods().stream().filter(m -> method.equals(name + "." + m.methodName()
                .stringValue())).map(m -> m.code().orElseThrow()).toList();
        assertEquals(1, codes.size(), method);
        List<CodeElement> elements = codes.getFirst().elementList();
        boolean onVectors = elements.stream().anyMatch(e -> e instanceof InvokeInstruction call && call.owner()
                .asInternalName().equals(VECTOR));
        List<int[]> loops = loops(elements);
        assertTrue(!loops.isEmpty(), method + " has no loop");
        long operations = 0;
        for (int i = 0; i < elements.size(); i++) {
            int at = i;
            if (loops.stream().noneMatch(loop -> loop[0] <= at && at <= loop[1])) continue;
            if (onVectors ? isVectorOperation(elements.get(i)) : isOperation(elements.get(i))) operations++;
        }
        return operations;
    }

    /// The first and the last instruction of each loop.
    private static List<int[]> loops(List<CodeElement> elements) {
        Map<Label, Integer> targets = new HashMap<>();
        List<int[]> loops = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target) targets.put(target.label(), i);
            if (elements.get(i) instanceof BranchInstruction jump && targets.containsKey(jump.target())) {
                loops.add(new int[] {targets.get(jump.target()), i});
            }
        }
        return loops;
    }

    private static boolean isVectorOperation(CodeElement element) {
        return element instanceof InvokeInstruction call && call.owner().asInternalName().equals(VECTOR) && OPERATIONS
                .contains(call.name().stringValue());
    }

    private static boolean isOperation(CodeElement element) {
        return switch (element) {
            case OperatorInstruction o -> Set.of(Opcode.DADD, Opcode.DSUB, Opcode.DMUL, Opcode.DDIV).contains(o
                    .opcode());
            case InvokeInstruction call -> call.owner().asInternalName().equals("java/lang/Math") && call.name()
                    .equalsString("fma");
            default -> false;
        };
    }

    private static ClassModel kernel(String name) throws IOException {
        try (InputStream file = Blas.class.getModule().getResourceAsStream(KERNELS + name + ".class")) {
            return ClassFile.of().parse(file.readAllBytes());
        }
    }
}
