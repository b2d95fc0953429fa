package dev.lanewise.nn;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.lanewise.JavaRun;
import dev.lanewise.io.Npy;
import dev.lanewise.io.Safetensors;
import dev.lanewise.io.Tensor;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// On the way of a good file there is no lambda, no stream, no text that is concatenated or formatted, no record that is
/// hashed, and no regular expression: the first of each costs a JVM that has just started 5 to 20 ms, and they creep in.
@Tag("once")
class FirstAnswerTest {
    private static final Pattern LOADED = Pattern.compile("\\[class,load *\\] (\\S+) source:");
    private static final Pattern DEAR = Pattern
            .compile("java\\.util\\.stream\\..*|java\\.util\\.(Formatter|regex\\.Pattern)"
                    + "|java\\.lang\\.invoke\\..*(MetaF|ConcatF)actory|java\\.lang\\.runtime\\..*|.*\\$\\$Lambda.*");

    @TempDir
    Path folder;

    @Test
    void nothingThatIsDearIsLoadedForIt() throws IOException {
        Path model = folder.resolve("m.npz"), weights = folder.resolve("w.safetensors"),
                array = folder.resolve("a.npy");
        Scaling scaling = new Scaling(new double[] {1, 2}, new double[] {3, 4});
        ModelFile.save(Network.input(2).scaleInputs(scaling).dense(Matrix.of(3, 2, 1, 2, 3, 4, 5, 6), new double[3],
                Activation.TANH).dense(Matrix.of(1, 3, 1, 2, 3), new double[1], Activation.IDENTITY).build(), List.of(
                        "größe", "x"),
                model);
        Tensor tensor = Tensor.vector(1, 2, 3);
        new Safetensors(Map.of("ö.0.weight", Tensor.of(Matrix.of(1, 1, 2)), "ö.0.bias", Tensor.vector(1)),
                Map.of("format",
                        "pt"))
                .write(weights);
        Npy.write(array, tensor);
        JavaRun run = JavaRun.of(List.of("-Xlog:class+load", "-Dlanewise.backend=scalar", "-cp", Path.of("target",
                "classes") + File.pathSeparator + Path.of("target", "test-classes"), "dev.lanewise.nn.FirstAnswer",
                model.toString(), weights.toString(), array.toString()));
        List<String> loaded = run.lines().stream().map(LOADED::matcher).filter(line -> line.find()).map(line -> line
                .group(1)).toList();
        assertEquals(List.of("dev.lanewise.io.Npz", "dev.lanewise.io.Safetensors"), loaded.stream().filter(
                name -> name.matches("dev\\.lanewise\\.io\\.(Npz|Safetensors)")).toList(), "what the JVM says is read");
        assertEquals(List.of(), loaded.stream().filter(DEAR.asMatchPredicate()).toList());
    }
}
