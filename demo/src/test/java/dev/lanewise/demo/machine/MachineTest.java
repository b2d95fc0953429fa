package dev.lanewise.demo.machine;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.lanewise.Lanewise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class MachineTest {
    @TempDir
    private Path folder;

    @Test
    void theNameOfTheProcessor() throws Exception {
        Path file = folder.resolve("cpuinfo");
        Files.writeString(file, "processor\t: 0\nmodel\t\t: 17\nmodel name\t: Some CPU @ 3:1\nmodel name\t: other\n");
        assertEquals("Some CPU @ 3:1", Machine.processor(file));
        Files.writeString(file, "processor\t: 0\nCPU implementer\t: 0x41\n");
        String unknown = "a processor of the kind " + System.getProperty("os.arch");
        assertEquals(unknown, Machine.processor(file));
        assertEquals(unknown, Machine.processor(folder.resolve("none")));
    }

    @Test
    void thisMachine() {
        Machine machine = Machine.here();
        assertFalse(machine.processor().isBlank() || machine.java().isBlank());
        assertEquals(Lanewise.describe(), machine.backend());
        assertEquals(Runtime.getRuntime().availableProcessors(), machine.cores());
    }
}
