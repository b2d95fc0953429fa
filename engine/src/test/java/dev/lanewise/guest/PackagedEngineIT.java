package dev.lanewise.guest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is in the jar that users get, and what it needs.
class PackagedEngineIT {
    /// The jar of this build; the other artifacts lie beside it.
    static final Path JAR = Path.of(System.getProperty("lanewise.jar"));
    private static final long LARGEST = 423_000;
    private static final Pattern NEEDS = Pattern
            .compile("(?m)^lanewise-engine\\S* -> (\\S+)$|^dev\\.lanewise\\.engine -> (\\S+)$");

    @Test
    void theJarIsSmallAndHoldsNothingThatAMergedJarCouldLose() throws IOException {
        assertTrue(Files.size(JAR) < LARGEST, Files.size(JAR) + " bytes");
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertTrue(!jar.isMultiRelease(), "Multi-Release");
            List<String> strangers = jar.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName())
                    .filter(name -> !name.matches("dev/lanewise/.*\\.class|module-info\\.class"
                            + "|META-INF/(MANIFEST\\.MF|maven/.*)"))
                    .toList();
            assertEquals(List.of(), strangers, "no services, no versions, no resources");
        }
    }

    @Test
    void itNeedsTwoModulesOfTheJdkAndNothingElse() {
        Set<String> needs = NEEDS.matcher(tool("jdeps", "-summary", JAR.toString())).results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("java.base", "jdk.incubator.vector"), needs);
    }

    @Test
    void besideItLieSourcesJavadocAndABillOfMaterials() throws IOException {
        String name = JAR.getFileName().toString().replace(".jar", "");
        try (JarFile sources = new JarFile(JAR.resolveSibling(name + "-sources.jar").toFile());
                JarFile engine = new JarFile(JAR.toFile());
                JarFile javadoc = new JarFile(JAR.resolveSibling(name + "-javadoc.jar").toFile())) {
            List<String> withoutSource = engine.stream().map(entry -> entry.getName())
                    .filter(entry -> entry.endsWith(".class") && !entry.contains("$"))
                    .map(entry -> entry.replace(".class", ".java"))
                    .filter(source -> sources.getEntry(source) == null).toList();
            assertEquals(List.of(), withoutSource, "sources");
            assertTrue(javadoc.getEntry("dev.lanewise.engine/dev/lanewise/linalg/Matrix.html") != null, "Javadoc");
        }
        String bill = Files.readString(JAR.resolveSibling("bom.json")).replaceAll("\\s", "");
        String own = "pkg:maven/dev.lanewise/" + name.replaceAll("-(?=\\d)", "@") + "?type=jar";
        String alone = "\"dependencies\":[{\"ref\":\"" + own + "\",\"dependsOn\":[]}]";
        assertTrue(bill.contains(alone), "the engine and nothing else: " + bill);
    }

    /// Runs a tool of the JDK and gives what it printed.
    static String tool(String name, String... arguments) {
        StringWriter printed = new StringWriter();
        try (PrintWriter to = new PrintWriter(printed)) {
            int code = ToolProvider.findFirst(name).orElseThrow().run(to, to, arguments);
            to.flush();
            assertEquals(0, code, printed.toString());
        }
        return printed.toString();
    }
}
