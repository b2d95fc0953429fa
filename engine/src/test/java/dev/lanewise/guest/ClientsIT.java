package dev.lanewise.guest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.lanewise.JavaRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A small application, compiled against the packaged jar and run in every way that docs/embedding.md describes: the same
/// answer each time, and nothing said but what is promised. What the page does with Maven is in DocumentedBuildsIT.
class ClientsIT {
    static final Path SOURCES = Path.of("src", "test", "resources", "guest");
    private static final Path BUILD = Path.of("target", "guest");
    private static final Path CLASSES = BUILD.resolve("classes");
    private static final Path MODULE = BUILD.resolve("module");
    private static final String JAR = PackagedEngineIT.JAR.toString();
    private static final String CLASS_PATH = JAR + File.pathSeparator + CLASSES;
    private static final String MODULE_PATH = JAR + File.pathSeparator + MODULE;
    static final String FLAG = "--add-modules=jdk.incubator.vector";
    private static final String INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector";
    private static final String ANSWER = "9ac5e4d40f4efe48";
    private static final String WHY = "the module jdk.incubator.vector is not there; run java with --add-modules "
            + "jdk.incubator.vector";

    @BeforeAll
    static void build() throws IOException {
        delete(BUILD);
        String client = SOURCES.resolve("app/Main.java").toString();
        PackagedEngineIT.tool("javac", "-d", CLASSES.toString(), "-cp", JAR, client,
                SOURCES.resolve("app/TwoLoaders.java").toString());
        PackagedEngineIT.tool("javac", "-d", MODULE.toString(), "-p", JAR, client,
                SOURCES.resolve("module-info.java").toString());
    }

    @Test
    void onThePlainClassPathItIsScalarAndSaysSoInOneLine() {
        assertScalar(JavaRun.of(List.of("-cp", CLASS_PATH, "app.Main")));
    }

    @Test
    void onTheClassPathWithTheFlagItIsVector() {
        assertVector(JavaRun.of(List.of(FLAG, "-cp", CLASS_PATH, "app.Main")));
    }

    @Test
    void onTheModulePathItIsVectorWithoutAFlag() {
        assertVector(JavaRun.of(List.of("-p", MODULE_PATH, "-m", "app/app.Main")));
    }

    @Test
    void inAnImageOfItsOwnItIsVectorWithoutAFlag() throws Exception {
        Path image = BUILD.resolve("image");
        PackagedEngineIT.tool("jlink", "-p", MODULE_PATH, "--add-modules", "app", "--output", image.toString());
        Path errors = BUILD.resolve("image-errors.txt");
        Process process = new ProcessBuilder(image.resolve("bin/java").toString(), "-m", "app/app.Main")
                .redirectError(errors.toFile()).start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
        assertVector(new JavaRun(lines, Files.readString(errors)));
    }

    @Test
    void twoClassLoadersHaveAnEngineEach() {
        JavaRun run = JavaRun.of(List.of(FLAG, "-cp", CLASSES.toString(), "app.TwoLoaders", JAR, CLASSES + "/"));
        assertEquals(List.of(ANSWER, ANSWER, ANSWER, ANSWER, "classes of their own: true"), run.lines());
        assertEquals(List.of(INCUBATOR), run.errors().lines().toList());
    }

    /// Deletes a folder with all that is in it, but not what its links lead to.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    static void assertVector(JavaRun run) {
        String backend = run.lines().getFirst();
        assertTrue(backend.startsWith("vector, "), backend);
        assertEquals(answered(backend, "[]"), run.lines());
        assertEquals(List.of(INCUBATOR), run.errors().lines().toList(), "the JVM's own line, and none of ours");
    }

    static void assertScalar(JavaRun run) {
        // The JDK's own logger asks for the time zone, and so sets this property the first time that anyone logs.
        assertEquals(answered("scalar: " + WHY, "[user.timezone]"), run.lines());
        List<String> said = run.errors().lines().toList();
        assertEquals(2, said.size(), "the JDK writes a line of when and where, then ours: " + said);
        assertEquals("INFO: Lanewise computes with plain loops: " + WHY, said.get(1));
    }

    private static List<String> answered(String backend, String properties) {
        return List.of(backend, ANSWER, "threads started: 0", "properties changed: " + properties);
    }
}
