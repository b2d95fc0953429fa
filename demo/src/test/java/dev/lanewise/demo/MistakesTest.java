package dev.lanewise.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.lanewise.io.Npy;
import dev.lanewise.io.Tensor;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever a user does wrong ends in a sentence, exit code 2, and no file.
class MistakesTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void files() throws IOException {
        Files.writeString(folder.resolve("ok.csv"), "x,y\n1,2\n2,3\n3,5\n4,4\n");
        Files.writeString(folder.resolve("ragged.csv"), "x,y\n1,2\n3\n");
        Files.writeString(folder.resolve("words.csv"), "x,y\n1,2\n3,four\n");
        Files.writeString(folder.resolve("nan.csv"), "1,2\n3,NaN\n");
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("semi.csv"), "size;x\n1;2\n2;3\n3;5\n4;4\n");
        ModelFile.save(Network.input(1).dense(Matrix.of(1, 1, 2), new double[1], Activation.IDENTITY).build(), folder
                .resolve("m.npz"));
        ModelFile.save(Network.input(2).dense(Matrix.of(1, 2, 2, 3), new double[1], Activation.IDENTITY).build(), List
                .of("size", "x"), folder.resolve("named.npz"));
        Npy.write(folder.resolve("a.npy"), Tensor.vector(1, 2));
    }

    private static String sentence(ProgramRun run) throws IOException {
        assertEquals(2, run.code(), run.stderr());
        assertEquals("", run.text());
        assertFalse(run.stderr().contains("Exception") || run.stderr().contains("\tat "), run.stderr());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(9, left.count());
        }
        return run.stderr();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fit none.csv | there is no file none.csv
            fit ragged.csv --json | ragged.csv, line 3: it has 1 column but line 1 has 2 columns
            fit words.csv | words.csv, line 3, column 2 (y): 'four' is not a number
            fit nan.csv | nan.csv, line 2, column 2: 'NaN' is not a number
            fit empty.csv | empty.csv is empty
            fit ok.csv --out ok.csv | cannot write to ok.csv: it is a file, not a folder
            fit none.csv --out ok.csv | cannot write to ok.csv: it is a file, not a folder
            lesson --out ok.csv | cannot write to ok.csv: it is a file, not a folder
            lesson --json --out ok.csv/deep/er | cannot make the folder ok.csv/deep/er: ok.csv is in the way
            speed --out ok.csv | cannot write to ok.csv: it is a file, not a folder
            fit ok.csv --json --predictions ok.csv/p.csv | cannot write to ok.csv: it is a file, not a folder
            fit ok.csv --json --predictions ./ok.csv | --predictions would overwrite the data, ./ok.csv
            fit ok.csv --json --save ./ok.csv | --save would overwrite the data, ./ok.csv
            fit ok.csv --json --save n --predictions ./n | --save would overwrite the predictions, n
            fit none.csv --save ok.csv/m.npz | cannot write to ok.csv: it is a file, not a folder
            predict none.npz ok.csv | there is no file none.npz
            predict ok.csv ok.csv | ok.csv: it is too short for a zip archive; it begins like text
            predict a.npy ok.csv | a.npy: it does not end as a zip archive does; it begins like a .npy file
            predict . ok.csv | .: it is a folder
            predict named.npz semi.csv | semi.csv, line 1: there are semicolons in it and no commas (columns are separated by commas)
            predict m.npz semi.csv --json | semi.csv, line 1: there are semicolons in it and no commas (columns are separated by commas)
            fit semi.csv --json | semi.csv, line 1: there are semicolons in it and no commas (columns are separated by commas)
            solve semi.csv --json | semi.csv, line 1: there are semicolons in it and no commas (columns are separated by commas)
            predict m.npz none.csv | there is no file none.csv
            predict m.npz words.csv | m.npz takes 1 input but words.csv has 2 columns (if one of them is the target, name it: --target COLUMN)
            predict m.npz words.csv --target x --out q.csv | words.csv, line 3, column 2 (y): 'four' is not a number
            predict m.npz ragged.csv --target y --out r.csv | ragged.csv, line 3: it has 1 column but line 1 has 2 columns
            predict m.npz ok.csv --target z | ok.csv: there is no column 'z'; it has x, y
            predict m.npz empty.csv | empty.csv is empty
            predict m.npz ok.csv --target y --out m.npz | --out would overwrite the model, m.npz
            predict m.npz ok.csv --target y --out ok.csv | --out would overwrite the data, ok.csv
            predict m.npz ok.csv --target y --out nwe/q.csv | --out nwe/q.csv: there is no folder nwe
            predict named.npz ok.csv | ok.csv has no column size, which named.npz was fitted to
            fit ok.csv --json --save nwe/m.npz | --save nwe/m.npz: there is no folder nwe
            fit ok.csv --json --predictions ./nwe/p.csv | --predictions ./nwe/p.csv: there is no folder ./nwe
            inspect none.npz | there is no file none.npz
            inspect ok.csv | ok.csv is neither .npz nor .npy nor safetensors; it begins like text
            inspect empty.csv | empty.csv is neither .npz nor .npy nor safetensors; it is empty
            inspect . | . is a folder, not a file
            inspect m.npz --out ok.csv | cannot write to ok.csv: it is a file, not a folder
            fit ok.csv --json --predictions . | --predictions .: that is not an ordinary file
            """)
    void wrongInput(String words, String sentence) throws Exception {
        assertEquals("lanewise: " + sentence, sentence(ProgramRun.lanewise(folder, words.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --josn | lanewise lesson | unknown option '--josn'
            fti ok.csv | lanewise | unknown command 'fti'
            predict m.npz | lanewise predict | Missing required parameter: 'FILE.csv'
            inspect | lanewise inspect | Missing required parameter: 'MODEL'
            speed ok.csv | lanewise speed | one argument too many: 'ok.csv'
            fit | lanewise fit | Missing required parameter: 'FILE.csv'
            fit ok.csv --seed 1.5 | lanewise fit | Invalid value for option '--seed': '1.5' is not a whole number
            fit ok.csv --test 0x1p-2 | lanewise fit | Invalid value for option '--test': '0x1p-2' is not a number
            fit ok.csv --test 0.5d | lanewise fit | Invalid value for option '--test': '0.5d' is not a number
            """)
    void wrongUsage(String words, String command, String sentence) throws Exception {
        assertEquals("%s: %s\n(%s --help shows what there is.)".formatted(command, sentence, command), sentence(
                ProgramRun.lanewise(folder, words.split(" "))));
    }

    /// A name that the system takes, while the longer one of the draft beside it is refused: a write that fails.
    @Test
    void aWriteThatFailsIsNoMistakeOfTheUser() throws Exception {
        String name = "n".repeat(250) + ".csv";
        ProgramRun run = ProgramRun.lanewise(folder, "fit", "ok.csv", "--json", "--predictions", name);
        assertEquals(1, run.code());
        assertTrue(run.stderr().startsWith("lanewise: cannot write " + name + ": "), run.stderr());
        assertEquals("", run.text());
        assertFalse(Files.exists(folder.resolve(name)));
    }

    @Test
    void aBackendThatCannotBeHad() throws Exception {
        ProgramRun run = ProgramRun.java(folder, List.of("-Dlanewise.backend=7"), "fit", "ok.csv");
        assertEquals("lanewise: -Dlanewise.backend=7 is not a backend: use auto, scalar, vector, 128, 256 or 512",
                sentence(run));
    }

    @Test
    void aReaderThatGoesAwayIsNoReasonToComplain() throws Exception {
        Path err = folder.resolveSibling(folder.getFileName() + ".err");
        Process process = new ProcessBuilder(ProgramRun.command(List.of(), "fit", "--help")).directory(folder.toFile())
                .redirectError(err.toFile()).start();
        process.getInputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("", ProgramRun.withoutTheJvmsLine(Files.readString(err)));
        assertEquals(1, process.exitValue());
        Files.delete(err);
    }
}
