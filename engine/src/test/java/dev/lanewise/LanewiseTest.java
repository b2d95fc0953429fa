package dev.lanewise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LanewiseTest {
    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<version>" + Lanewise.VERSION + "</version>"), Lanewise.VERSION);
    }

    @Test
    void theDescriptionIsOneLineAndNamesTheBackend() {
        String description = Lanewise.describe();
        assertEquals(1, description.lines().count());
        assertTrue(description.matches("(scalar|vector, (128|256|512) bits \\([248] doubles\\)).*"), description);
    }
}
