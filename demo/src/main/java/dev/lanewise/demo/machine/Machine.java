package dev.lanewise.demo.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

import dev.lanewise.Lanewise;

/// What figures of speed have to be read with.
///
/// @param processor its name
/// @param cores the processors that this JVM sees
/// @param java the JVM
/// @param backend what the engine computes with
/// @param date the day
public record Machine(String processor, int cores, String java, String backend, LocalDate date) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /// This machine, today.
    ///
    /// @return the machine
    public static Machine here() {
        String vendor = System.getProperty("java.vendor.version", "");
        String java = (vendor.isEmpty() ? System.getProperty("java.vm.name") : vendor) + " (Java "
                + Runtime.version().feature() + ", " + System.getProperty("os.name") + ")";
        return new Machine(processor(LINUX), Runtime.getRuntime().availableProcessors(), java, Lanewise.describe(),
                LocalDate.now());
    }

    /// The name that a file in the manner of Linux gives, or that of the architecture.
    static String processor(Path cpuinfo) {
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1)
                    .strip()).filter(name -> !name.isEmpty()).findFirst().orElseGet(Machine::architecture);
        } catch (IOException _) {
            return architecture();
        }
    }

    private static String architecture() {
        return "a processor of the kind " + System.getProperty("os.arch");
    }
}
