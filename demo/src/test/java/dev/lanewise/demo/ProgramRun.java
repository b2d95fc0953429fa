package dev.lanewise.demo;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/// One run of a program as a process: its exit code, and what it wrote.
record ProgramRun(int code, byte[] stdout, String stderr) {
    /// Runs the built classes on the module path, in the bare C locale.
    static ProgramRun lanewise(Path folder, String... args) throws IOException, InterruptedException {
        return java(folder, List.of(), args);
    }

    /// Runs the built classes with options for the JVM.
    static ProgramRun java(Path folder, List<String> options, String... args) throws IOException, InterruptedException {
        return run(folder, Map.of("LC_ALL", "C"), command(options, args));
    }

    static List<String> command(List<String> options, String... args) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-p", System.getProperty("jdk.module.path")));
        command.addAll(options);
        command.addAll(List.of("-m", "dev.lanewise.demo/dev.lanewise.demo.Main"));
        command.addAll(List.of(args));
        return command;
    }

    /// Runs a command with nothing in its environment but this.
    static ProgramRun run(Path folder, Map<String, String> environment, List<String> command) throws IOException,
            InterruptedException {
        Path out = Files.createTempFile("lanewise", ".out");
        Path err = Files.createTempFile("lanewise", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("does not end: " + command);
            return new ProgramRun(process.exitValue(), Files.readAllBytes(out), withoutTheJvmsLine(Files.readString(
                    err)));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /// The JVM says on every start that a module is incubating, and cannot be silenced.
    static String withoutTheJvmsLine(String stderr) {
        return stderr.lines().filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector"))
                .collect(Collectors.joining("\n"));
    }

    /// Standard output, which must be UTF-8.
    String text() throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stdout)).toString();
    }

    /// Standard output, which must be one JSON object and nothing else.
    JsonObject json() throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text()));
        reader.setStrictness(Strictness.STRICT);
        JsonObject object = JsonParser.parseReader(reader).getAsJsonObject();
        if (reader.peek() != JsonToken.END_DOCUMENT) throw new AssertionError("more than one JSON value: " + text());
        return object;
    }
}
