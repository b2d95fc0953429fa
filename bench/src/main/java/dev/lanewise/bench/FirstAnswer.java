package dev.lanewise.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.lanewise.nn.Activation;
import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;

/// How long from `java` to the first answer of a model of 1 MB, 64-320-320-10 with tanh, read from its file? New JVMs, each
/// way of starting in turn, beside a JVM that prints a line and does nothing else.
///
///     java -cp bench/target/classes:engine/target/lanewise-engine-0.1.0.jar dev.lanewise.bench.FirstAnswer [ROUNDS]
public final class FirstAnswer {
    private static final String FLAG = "--add-modules=jdk.incubator.vector";

    private FirstAnswer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        Path model = Files.createTempFile("model", ".npz");
        try {
            save(model);
            measure(rounds, model.toString());
        } finally {
            Files.delete(model);
        }
    }

    private static void save(Path model) throws IOException {
        NumpyRandom random = new NumpyRandom(1);
        ModelFile.save(Network.input(64).dense(RandomLayer.normal(random, 64, 320, Activation.TANH))
                .dense(RandomLayer.normal(random, 320, 320, Activation.TANH))
                .dense(RandomLayer.normal(random, 320, 10, Activation.IDENTITY)).build(), model);
    }

    private static void measure(int rounds, String model) throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");
        Map<String, List<String>> ways = new LinkedHashMap<>();
        for (String what : List.of("nothing", model)) {
            String name = what.equals(model) ? "first answer" : what;
            ways.put(name + ", class path", List.of("-cp", classPath, Child.class.getName(), what));
            ways.put(name + ", class path and flag", List.of(FLAG, "-cp", classPath, Child.class.getName(), what));
            ways.put(name + ", module path", List.of("-p", engine(classPath), "--add-modules", "dev.lanewise.engine",
                    "-cp", classPath, Child.class.getName(), what));
        }
        Map<String, double[]> millis = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (var way : ways.entrySet()) {
                millis.computeIfAbsent(way.getKey(), key -> new double[rounds])[round] = toFirstLine(way.getValue());
            }
        }
        millis.forEach((way, times) -> {
            Arrays.sort(times);
            System.out.printf("%-34s %5.0f ms, %.0f to %.0f%n", way, times[rounds / 2], times[0], times[rounds - 1]);
        });
    }

    private static String engine(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator)).filter(part -> part.endsWith(".jar"))
                .findFirst().orElseThrow();
    }

    /// Milliseconds from the start of a JVM to the first byte that it prints.
    private static double toFirstLine(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        ProcessBuilder java = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        Process process = java.start();
        int first = process.getInputStream().read();
        double millis = (System.nanoTime() - start) / 1e6;
        if (first < 0 || process.waitFor() != 0) throw new IllegalStateException("no answer: " + command);
        return millis;
    }

    /// What the JVMs run.
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            if (args[0].equals("nothing")) {
                System.out.println(0.0);
                return;
            }
            Network network = ModelFile.load(Path.of(args[0]));
            System.out.println(network.predict(new double[64])[0]);
        }
    }
}
