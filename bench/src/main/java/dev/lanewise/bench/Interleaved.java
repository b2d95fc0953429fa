package dev.lanewise.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import dev.lanewise.Lanewise;

/// Our half of `compare.py`: answers each line of standard input, and waits meanwhile.
///
///     → gemm 192                        gemm, gemm_workspace N or MxKxN · gemv, gemvT, layer, dot, axpy, nrm2, rand, randn N ·
///                                       tanh N, or another function · network SHAPE BATCH ·
///                                       lstsq MxN · lstsq_unrefined MxN · lstsq_pivoted MxN
///     ← 270123.4                        the median time of a call in ns
///     → results FILE gemm 192
///     ← 36864                           so many results of one call on fresh arguments are in FILE, as little-endian doubles
///
/// The first line is ours: what the engine computes with. A case is warmed up when it is first timed; one that does not
/// exist is answered by a sentence that begins with `no case`.
public final class Interleaved {
    private static final long WARM_UP = 2_000_000_000L;
    private static final long SETTLING = 500_000_000L;
    /// How often in a row nothing may become faster, and little be compiled, before a case counts as warm.
    private static final int CALM = 2;
    /// Milliseconds of compilation that are not worth another turn.
    private static final long SOME = 20;
    private static final long BUDGET = 200_000_000L;

    private Interleaved() {}

    /// Runs until the input ends.
    ///
    /// @param args none
    /// @throws IOException if the input cannot be read
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Lanewise.describe());
        Map<String, Case> cases = new HashMap<>();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                String[] words = line.split(" ", 3);
                if (words[0].equals("results"))
                    out.println(save(Case.parse(words[2]), Path.of(words[1])));
                else
                    out.println(
                            Stopwatch.time(cases.computeIfAbsent(line, Interleaved::warmedUp).call(), BUDGET).median());
            } catch (NoSuchElementException e) {
                out.println("no case: " + line);
            }
        }
    }

    private static int save(Case fresh, Path file) throws IOException {
        fresh.call().run();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * fresh.results().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(fresh.results());
        Files.write(file, bytes.array());
        return fresh.results().length;
    }

    private static Case warmedUp(String line) {
        Case fresh = Case.parse(line);
        double best = Stopwatch.time(fresh.call(), WARM_UP).best();
        // On a busy machine the JIT may need longer: kernels that it has not compiled yet are several times slower.
        CompilationMXBean jit = ManagementFactory.getCompilationMXBean();
        for (int calm = 0; calm < CALM; calm++) {
            long compiled = jit.getTotalCompilationTime();
            double now = Stopwatch.time(fresh.call(), SETTLING).best();
            if (now < 0.95 * best || jit.getTotalCompilationTime() > compiled + SOME) calm = -1;
            best = Math.min(best, now);
        }
        return fresh;
    }
}
