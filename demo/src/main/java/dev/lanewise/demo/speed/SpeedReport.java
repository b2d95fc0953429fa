package dev.lanewise.demo.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Machine;
import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;
import dev.lanewise.demo.report.Table.Alignment;

/// The account of the measurements for a reader.
public final class SpeedReport {
    /// The file that holds the figure.
    public static final String FIGURE = "roofline.svg";

    private static final String[] TIMES = {"ns", "µs", "ms", "s"};

    private SpeedReport() {}

    /// The whole account, with its figure.
    ///
    /// @param measured what was measured
    /// @return the report
    public static Report of(Measurements measured) {
        return new Report("How fast Lanewise is on this machine", "", List.of(
                Section.of("The machine", machine(measured.machine())),
                new Section("What it can do at most", limits(measured)),
                new Section("What each kernel makes of it", kernels(measured)),
                Section.of("The roofline", roofline(measured))));
    }

    private static Table machine(Machine machine) {
        return new Table("", List.of("part", "value"), List.of(
                List.of("processor", machine.processor()),
                List.of("cores", machine.cores() + "; one thread is measured"),
                List.of("Java", machine.java()),
                List.of("Lanewise", machine.backend()),
                List.of("date", machine.date().toString())), List.of(Alignment.LEFT, Alignment.LEFT));
    }

    private static List<Block> limits(Measurements measured) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("FMA peak", Digits.of(measured.limits().peak(), 3), "GF/s",
                "fused multiply-adds in registers, one is two operations"));
        for (Level level : Level.values()) {
            rows.add(List.of(level.label(), Digits.of(measured.limits().of(level), 3), "GB/s", "reading a buffer of "
                    + bytes(measured.samples().get(level)) + " again and again"));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table("", List.of("limit", "rate", "unit", "measured by"), rows, List.of(Alignment.LEFT,
                Alignment.DECIMAL, Alignment.LEFT, Alignment.LEFT)));
        if (!measured.vectors()) {
            blocks.add(new Block.Paragraph("This JVM has no vectors, or would not compile them: the limits are those "
                    + "of plain loops, and the machine can do more."));
        } else if (measured.machine().backend().startsWith("scalar")) {
            blocks.add(new Block.Paragraph("The engine computes with plain loops here, but the limits were measured "
                    + "with vectors: the shares say what is left lying."));
        }
        return blocks;
    }

    private static List<Block> kernels(Measurements measured) {
        List<List<String>> rows = measured.timings().stream().map(SpeedReport::row).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table("", List.of("kernel", "shape", "a call", "speed", "unit", "share", "of", "× loop"), rows,
                List.of(Alignment.LEFT, Alignment.LEFT, Alignment.RIGHT, Alignment.DECIMAL,
                        Alignment.LEFT, Alignment.DECIMAL, Alignment.LEFT, Alignment.DECIMAL)));
        blocks.add(
                new Block.Paragraph("Two limits are possible, and the one that takes longer binds: all operations at "
                        + "the FMA peak, or all bytes from the level where the data lives. The share is how much of it the kernel "
                        + "reaches, 1 at the limit, and `of` names it. Limit, kernel and loop take turns in several rounds, half of them "
                        + "some seconds later than the others; a call is their median, a share the median of theirs. The loop is what one writes without a library, left to the "
                        + "compiler; its results were compared first. Below 1.0 × loop it is the faster one."));
        blocks.add(Block.Bullets.of(
                "gemm is C ← AB, gemv y ← Ax, gemvT y ← Aᵀx, dot xᵀy, axpy y ← αx + y, nrm2 ‖x‖, scal x ← αx; "
                        + "with a workspace gemm packs into memory that is kept from call to call, else into new memory; `times` is "
                        + "`Matrix.times(double[])`, `layer` a dense layer of one sample without activation.",
                "Bytes are what has to be fetched, each once: 16 for an element of dot, axpy, or relu, "
                        + "whose results go where something has been before, 8 for a number that is scaled, of a norm or of "
                        + "a matrix. Writing back is not counted, since the bandwidth is that of reading.",
                "tanh and its like are held against the peak as if each of their additions, multiplications and "
                        + "divisions were an FMA. Where additions go beside FMAs, the share may be above 1; a division takes "
                        + "longer, and keeps it below.",
                "leastSquares decides on the rank, and refines the solution where its shape says so, which the loop does "
                        + "not; 2n²(m − n/3) operations are counted, those of its QR.",
                "Of a network the sums count, not the tanh of its hidden layers: its share is what the sums alone "
                        + "could have taken. The smallest network and least squares of 100 rows are over before much of "
                        + "either limit is used: there the nanoseconds of a call say more than its share."));
        if (!measured.timings().stream().allMatch(Timing::isSettled)) {
            blocks.add(
                    new Block.Paragraph("Where a kernel has a question mark, its rounds did not agree with others some "
                            + "seconds apart: the JIT was still at work, or something else was. Its figures are not those of "
                            + "compiled code alone."));
        }
        if (!measured.leftOut().isEmpty()) {
            blocks.add(new Block.Paragraph("There was no time for: " + String.join("; ", measured.leftOut()) + "."));
        }
        return blocks;
    }

    private static List<String> row(Timing timing) {
        Kernel kernel = timing.kernel();
        return List.of(kernel.name() + (timing.isSettled() ? "" : " ?"), kernel.shape(), time(timing.time()),
                Digits.of(timing.speed(), 3),
                kernel.unit().label(), decimals(timing.limitShare(), 2),
                timing.readingBinds() ? kernel.level().label() : "peak",
                decimals(timing.speedupOverLoop(), 1));
    }

    private static Block.Picture roofline(Measurements measured) {
        return new Block.Picture(FIGURE, new Roofline(measured).figure(), "The roof is what the machine can do: on the "
                + "left as much as a level of memory can feed, on the right the peak. A kernel stands at the "
                + "operations that it does with a byte, in the colour of the roof that binds it; the nearer, the "
                + "better.");
    }

    /// Nanoseconds in the unit that people would choose.
    private static String time(double nanos) {
        int unit = 0;
        double value = nanos;
        for (; value >= 999.5 && unit < TIMES.length - 1; unit++) value /= 1000;
        return Digits.of(value, 3) + " " + TIMES[unit];
    }

    private static String bytes(long bytes) {
        return bytes < 1 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
    }

    private static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
