package dev.lanewise.guest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import dev.lanewise.JavaRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A small application, compiled against the packaged jar and run in every way that docs/embedding.md describes: the same
/// answer each time, and nothing said but what is promised.
class ClientsIT {
    private static final Path SOURCES = Path.of("src", "test", "resources", "guest");
    private static final Path BUILD = Path.of("target", "guest");
    private static final Path CLASSES = BUILD.resolve("classes");
    private static final Path MODULE = BUILD.resolve("module");
    private static final String JAR = PackagedEngineIT.JAR.toString();
    private static final String CLASS_PATH = JAR + File.pathSeparator + CLASSES;
    private static final String MODULE_PATH = JAR + File.pathSeparator + MODULE;
    private static final String FLAG = "--add-modules=jdk.incubator.vector";
    private static final String INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector";
    private static final String ANSWER = "9ac5e4d40f4efe48";
    private static final String WHY = "the module jdk.incubator.vector is not there; run java with --add-modules "
            + "jdk.incubator.vector";

    @BeforeAll
    static void build() throws IOException {
        if (Files.exists(BUILD)) {
            try (Stream<Path> old = Files.walk(BUILD)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
        String client = SOURCES.resolve("client/Client.java").toString();
        PackagedEngineIT.tool("javac", "-d", CLASSES.toString(), "-cp", JAR, client,
                SOURCES.resolve("client/TwoLoaders.java").toString());
        PackagedEngineIT.tool("javac", "-d", MODULE.toString(), "-p", JAR, client,
                SOURCES.resolve("module-info.java").toString());
    }

    @Test
    void onThePlainClassPathItIsScalarAndSaysSoInOneLine() {
        JavaRun run = JavaRun.of(List.of("-cp", CLASS_PATH, "client.Client"));
        // The JDK's own logger asks for the time zone, and so sets this property the first time that anyone logs.
        assertEquals(answered("scalar: " + WHY, "[user.timezone]"), run.lines());
        List<String> said = run.errors().lines().toList();
        assertEquals(2, said.size(), "the JDK writes a line of when and where, then ours: " + said);
        assertEquals("INFO: Lanewise computes with plain loops: " + WHY, said.get(1));
    }

    @Test
    void onTheClassPathWithTheFlagItIsVector() {
        assertVector(JavaRun.of(List.of(FLAG, "-cp", CLASS_PATH, "client.Client")));
    }

    @Test
    void onTheModulePathItIsVectorWithoutAFlag() {
        assertVector(JavaRun.of(List.of("-p", MODULE_PATH, "-m", "client/client.Client")));
    }

    @Test
    void inAnImageOfItsOwnItIsVectorWithoutAFlag() throws Exception {
        Path image = BUILD.resolve("image");
        PackagedEngineIT.tool("jlink", "-p", MODULE_PATH, "--add-modules", "client", "--output", image.toString());
        Path errors = BUILD.resolve("image-errors.txt");
        Process process = new ProcessBuilder(image.resolve("bin/java").toString(), "-m", "client/client.Client")
                .redirectError(errors.toFile()).start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
        assertVector(new JavaRun(lines, Files.readString(errors)));
    }

    @Test
    void mergedIntoOneJarWithItsClientItIsTheSame() throws IOException {
        Path merged = BUILD.resolve("merged.jar");
        try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(merged));
                JarFile engine = new JarFile(JAR);
                InputStream client = Files.newInputStream(CLASSES.resolve("client/Client.class"))) {
            copy("client/Client.class", client, to);
            for (JarEntry entry : engine.stream().filter(each -> each.getName().startsWith("dev/")).toList()) {
                copy(entry.getName(), engine.getInputStream(entry), to);
            }
        }
        assertVector(JavaRun.of(List.of(FLAG, "-cp", merged.toString(), "client.Client")));
        JavaRun plain = JavaRun.of(List.of("-cp", merged.toString(), "client.Client"));
        assertTrue(plain.lines().getFirst().startsWith("scalar: "), plain.lines().getFirst());
        assertEquals(ANSWER, plain.lines().get(1));
    }

    @Test
    void twoClassLoadersHaveAnEngineEach() {
        JavaRun run = JavaRun.of(List.of(FLAG, "-cp", CLASSES.toString(), "client.TwoLoaders", JAR, CLASSES + "/"));
        assertEquals(List.of(ANSWER, ANSWER, ANSWER, ANSWER, "classes of their own: true"), run.lines());
        assertEquals(List.of(INCUBATOR), run.errors().lines().toList());
    }

    private static void assertVector(JavaRun run) {
        String backend = run.lines().getFirst();
        assertTrue(backend.startsWith("vector, "), backend);
        assertEquals(answered(backend, "[]"), run.lines());
        assertEquals(List.of(INCUBATOR), run.errors().lines().toList(), "the JVM's own line, and none of ours");
    }

    private static List<String> answered(String backend, String properties) {
        return List.of(backend, ANSWER, "same threads: true", "properties set: " + properties);
    }

    private static void copy(String name, InputStream from, JarOutputStream to) throws IOException {
        to.putNextEntry(new JarEntry(name));
        from.transferTo(to);
    }
}
