package dev.lanewise.guest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.lanewise.JavaRun;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The builds of docs/embedding.md, made of the text of that page by a Maven of their own, with the engine out of a
/// repository as after `mvn install`: one jar, a Spring Boot jar, Kotlin.
class DocumentedBuildsIT {
    private static final Path PAGE = Path.of("..", "docs", "embedding.md");
    private static final Path BUILD = Path.of("target", "documented");
    private static final Path REPOSITORY = BUILD.resolve("repository");
    private static final Pattern BLOCK = Pattern.compile("```\\w+\n(.*?)```", Pattern.DOTALL);
    private static final String MERGE = "maven-shade-plugin";
    private static final String SMALLER = "<minimizeJar>true</minimizeJar>";
    private static final String KOTLIN_PRINTS = "[-0.7615941559557649, 0.48154979836430795]";

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        ClientsIT.delete(BUILD);
        provideTheEngine();
        Path main = Path.of("app", "Main.java");
        for (String plugin : List.of(MERGE, "spring-boot-maven-plugin")) {
            Path sources = project(plugin, block(plugin)).resolve("src/main/java");
            Files.createDirectories(sources.resolve("app"));
            Files.copy(ClientsIT.SOURCES.resolve(main), sources.resolve(main));
        }
        assertTrue(Files.readString(PAGE).contains("`" + SMALLER + "` in its `<configuration>`"), SMALLER);
        Path service = project("smaller", block(MERGE).replaceFirst("<configuration>", "<configuration>" + SMALLER))
                .resolve("src/main/java/app");
        Files.createDirectories(service);
        Files.copy(ClientsIT.SOURCES.resolve("app/Service.java"), service.resolve("Service.java"));
        Path sources = project("kotlin", block("kotlin-maven-plugin") + block(MERGE)).resolve("src/main/kotlin");
        Files.createDirectories(sources);
        Files.writeString(sources.resolve("Main.kt"), block("fun main()"));
        Files.writeString(BUILD.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>app</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging>
                <modules><module>maven-shade-plugin</module><module>spring-boot-maven-plugin</module>
                <module>smaller</module><module>kotlin</module></modules></project>""");
        maven();
    }

    @Test
    void inOneJarItIsTheSame() throws IOException {
        String merged = jarOf(MERGE);
        try (JarFile jar = new JarFile(merged)) {
            assertEquals(null, jar.getEntry("module-info.class"), "the descriptor of a module that this jar is not");
        }
        ClientsIT.assertVector(JavaRun.of(List.of(ClientsIT.FLAG, "-jar", merged)));
        ClientsIT.assertScalar(JavaRun.of(List.of("-jar", merged)));
    }

    @Test
    void aServiceCanLeaveOutWhatItDoesNotReach() throws IOException {
        Path jar = Path.of(jarOf("smaller")), model = BUILD.resolve("model.npz");
        Network network = Network.input(2).dense(Matrix.of(2, 2, 1, -2, 0.5, 0.25), new double[2], Activation.GELU)
                .dense(Matrix.of(1, 2, 3, -4), new double[] {0.1}, Activation.TANH).build();
        ModelFile.save(network, model);
        assertTrue(Files.size(jar) < 276_000, Files.size(jar) + " bytes");
        List<String> program = List.of("-cp", jar.toString(), "app.Service", model.toString(), "0.5", "-3");
        List<String> flagged = Stream.concat(Stream.of(ClientsIT.FLAG), program.stream()).toList();
        List<String> answer = List.of(Arrays.toString(network.predict(new double[] {0.5, -3})));
        assertEquals(answer, JavaRun.of(program).lines());
        assertEquals(answer, JavaRun.of(flagged).lines());
    }

    @Test
    void inASpringBootJarItIsTheSame() throws IOException {
        String nested = jarOf("spring-boot-maven-plugin");
        try (JarFile jar = new JarFile(nested)) {
            assertTrue(jar.getEntry("BOOT-INF/lib/" + PackagedEngineIT.JAR.getFileName()) != null, "a jar in a jar");
        }
        ClientsIT.assertVector(JavaRun.of(List.of(ClientsIT.FLAG, "-jar", nested)));
        ClientsIT.assertScalar(JavaRun.of(List.of("-jar", nested)));
    }

    @Test
    void kotlinCallsIt() {
        List<String> program = List.of("-cp", jarOf("kotlin"), "MainKt");
        assertEquals(List.of(KOTLIN_PRINTS), JavaRun.of(program).lines());
        List<String> flagged = Stream.concat(Stream.of(ClientsIT.FLAG), program.stream()).toList();
        assertEquals(List.of(KOTLIN_PRINTS), JavaRun.of(flagged).lines());
    }

    @Test
    void theFirstProgramOfThePageRuns() throws IOException {
        Path program = Files.writeString(BUILD.resolve("First.java"), block("void main()"));
        List<String> lines = JavaRun.of(List.of(ClientsIT.FLAG, "-cp", PackagedEngineIT.JAR.toString(),
                program.toString())).lines();
        assertEquals("22.0", lines.getFirst());
        assertTrue(lines.get(1).startsWith("vector, "), lines.get(1));
    }

    /// The first block of the page that contains this text.
    private static String block(String text) throws IOException {
        return BLOCK.matcher(Files.readString(PAGE)).results().map(match -> match.group(1))
                .filter(block -> block.contains(text)).findFirst().orElseThrow();
    }

    /// The page's pom.xml, with this name and what another block of the page adds: plugins, and the dependencies before them.
    private static Path project(String name, String additions) throws IOException {
        int plugins = additions.indexOf("<plugin>");
        String pom = block("<project").replace("<artifactId>app</artifactId>", "<artifactId>" + name + "</artifactId>")
                .replace("</dependencies>", additions.substring(0, plugins) + "</dependencies>")
                .replace("</plugins>", additions.substring(plugins) + "</plugins>");
        Path project = Files.createDirectories(BUILD.resolve(name));
        Files.writeString(project.resolve("pom.xml"), pom);
        return project;
    }

    private static String jarOf(String project) {
        return BUILD.resolve(project, "target", project + "-1.jar").toString();
    }

    /// This build's own repository seen through links, so that nothing is downloaded twice, and beside it the engine: into
    /// the real one it would be installed for good.
    private static void provideTheEngine() throws IOException {
        Path known = Path.of(System.getProperty("localRepository"));
        linkFolders(known, REPOSITORY, "dev");
        linkFolders(known.resolve("dev"), REPOSITORY.resolve("dev"), "lanewise");
        String engine = PackagedEngineIT.JAR.getFileName().toString().replace(".jar", "");
        String version = engine.replace("lanewise-engine-", "");
        Path home = REPOSITORY.resolve("dev", "lanewise");
        Path artifact = Files.createDirectories(home.resolve("lanewise-engine", version));
        Files.copy(PackagedEngineIT.JAR, artifact.resolve(engine + ".jar"));
        Files.copy(Path.of("pom.xml"), artifact.resolve(engine + ".pom"));
        Path parent = Files.createDirectories(home.resolve("lanewise", version));
        Files.copy(Path.of("..", "pom.xml"), parent.resolve("lanewise-" + version + ".pom"));
    }

    private static void linkFolders(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        if (!Files.isDirectory(from)) return;
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                if (child.endsWith(except)) continue;
                Files.createSymbolicLink(to.resolve(child.getFileName()), child.toAbsolutePath());
            }
        }
    }

    private static void maven() throws IOException, InterruptedException {
        Path printed = BUILD.resolve("maven.txt");
        ProcessBuilder maven = new ProcessBuilder(System.getProperty("maven.home") + File.separator + "bin"
                + File.separator + "mvn", "-B", "-ntp", "-Dmaven.repo.local=" + REPOSITORY.toAbsolutePath(), "package");
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = maven.directory(BUILD.toFile()).redirectErrorStream(true).redirectOutput(printed.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running: " + printed);
        assertEquals(0, process.exitValue(), Files.readString(printed));
    }
}
