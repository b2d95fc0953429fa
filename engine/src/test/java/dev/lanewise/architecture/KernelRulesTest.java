package dev.lanewise.architecture;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.AccessFlag;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// The rules of docs/jit.md that keep C2 from boxing vectors, read off the compiled kernels.
@Tag("once")
class KernelRulesTest {
    private static final String SPECIES = "Ljdk/incubator/vector/VectorSpecies;";
    private static final String SHUFFLE = "Ljdk/incubator/vector/VectorShuffle;";
    /// HotSpot's FreqInlineSize: a longer method is not inlined, and a vector that crosses its border is boxed.
    private static final int INLINED = 325;

    @Test
    void aSpeciesOrShuffleIsAConstantOfTheClassThatUsesIt() {
        int constants = 0;
        for (ClassModel c : ClassFiles.vectorKernels()) {
            for (FieldModel field : c.fields()) {
                if (!field.fieldType().stringValue().contains(ClassFiles.VECTOR_API)) continue;
                String name = c.thisClass().asInternalName() + "." + field.fieldName().stringValue();
                boolean species = field.fieldType().stringValue().equals(SPECIES);
                assertTrue(species || field.fieldType().stringValue().equals(SHUFFLE),
                        name + ": a vector lives in a local");
                assertTrue(field.flags().has(AccessFlag.STATIC) && field.flags().has(AccessFlag.FINAL)
                        && field.flags().has(AccessFlag.PRIVATE), name + " is not private static final");
                if (species) constants++;
            }
            for (MethodModel method : c.methods()) {
                String parameters = method.methodType().stringValue().split("\\)")[0];
                assertTrue(!parameters.contains(SPECIES), ClassFiles.nameOf(c, method) + " takes a species");
            }
        }
        assertTrue(constants >= 8, constants + " kernels have a species");
    }

    @Test
    void aMethodWithAVectorInItsSignatureIsStaticAndShort() {
        for (ClassModel c : ClassFiles.vectorKernels()) {
            for (MethodModel method : c.methods()) {
                if (!ClassFiles.hasVectorInSignature(method.methodType().stringValue())) continue;
                String name = ClassFiles.nameOf(c, method);
                assertTrue(method.flags().has(AccessFlag.STATIC), name + " is not static");
                assertTrue(method.flags().has(AccessFlag.PRIVATE), name + " is not private");
                assertTrue(ClassFiles.codeLength(method) < INLINED, name + " has " + ClassFiles.codeLength(method)
                        + " bytes");
            }
        }
    }

    @Test
    void noArraysOfVectorsAndNoMasks() {
        for (ClassModel c : ClassFiles.vectorKernels()) {
            for (String text : ClassFiles.texts(c)) {
                assertTrue(!text.contains("[L" + ClassFiles.VECTOR_API), c.thisClass().asInternalName() + ": " + text);
                assertTrue(!text.contains("VectorMask"), c.thisClass().asInternalName() + " uses a mask");
            }
        }
    }

    @Test
    void noRecordNoLambdaNoConcatenation() {
        for (ClassModel c : ClassFiles.vectorKernels()) {
            String name = c.thisClass().asInternalName();
            assertTrue(c.superclass().isEmpty() || !c.superclass().get().asInternalName().equals("java/lang/Record"),
                    name + " is a record");
            for (MethodModel method : c.methods()) {
                method.code().ifPresent(code -> code.forEach(element -> assertTrue(
                        !(element instanceof InvokeDynamicInstruction),
                        ClassFiles.nameOf(c, method) + " uses invokedynamic")));
            }
        }
    }
}
