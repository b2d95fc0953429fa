package dev.lanewise.demo.fit;

import java.util.List;

import dev.lanewise.demo.data.CsvTable;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataFitTest {
    private static final FitSettings DEFAULTS = normal(10, Activation.TANH);

    private static FitSettings normal(int neurons, Activation activation) {
        return new FitSettings(neurons, 1, activation, Initialisation.NORMAL, 42, null, 0);
    }

    private static FitSettings lesson(int neurons, Activation activation) {
        return new FitSettings(neurons, 1, activation, Initialisation.LESSON, 42, null, 0);
    }

    /// Columns x, y = x·sin x + z, z.
    private static CsvTable table(int rows, double scale) {
        double[] noise = new NumpyRandom(1).rand(rows);
        Matrix values = Matrix.zeros(rows, 3);
        for (int i = 0; i < rows; i++) {
            double x = i * 10.0 / rows;
            values.set(i, 0, x * scale);
            values.set(i, 1, x * StrictMath.sin(x) + noise[i]);
            values.set(i, 2, noise[i]);
        }
        return new CsvTable("t.csv", List.of("x", "y, in m", "z"), values);
    }

    /// Columns x, y = x·sin x.
    private static CsvTable curve() {
        Matrix values = Matrix.zeros(100, 2);
        for (int i = 0; i < 100; i++) {
            double x = i * 10.0 / 99;
            values.set(i, 0, x);
            values.set(i, 1, x * StrictMath.sin(x));
        }
        return new CsvTable("t.csv", List.of(), values);
    }

    private static String words(DataFit fit) {
        return String.join(" ", new RankVerdict(fit).paragraphs());
    }

    @Test
    void allColumnsButTheTargetAreInputs() {
        DataFit fit = DataFit.of(table(60, 1), 1, normal(40, Activation.TANH));
        assertEquals(List.of("x", "z"), fit.data.inputNames());
        assertEquals("y, in m", fit.data.targetName());
        assertEquals(table(60, 1).values().get(7, 2), fit.data.x().get(7, 1));
        assertEquals(table(60, 1).values().get(7, 1), fit.data.y()[7]);
        assertEquals(41, fit.answer().rank());
        assertTrue(fit.trainErrors.r2() > 0.99, () -> "R² is " + fit.trainErrors.r2());
    }

    @Test
    void unitsOfTheInputsDoNotMatter() {
        assertArrayEquals(DataFit.of(table(60, 1), 1, DEFAULTS).predictions, DataFit.of(table(60, 0x1p-40), 1,
                DEFAULTS).predictions);
    }

    @Test
    void heldOutRowsAreNotFitted() {
        FitSettings half = new FitSettings(10, 1, Activation.TANH, Initialisation.NORMAL, 42, null, 0.5);
        CsvTable table = table(60, 1);
        CsvTable spoilt = table(60, 1);
        for (int row : Split.draw(60, 0.5, 42).test()) {
            spoilt.values().set(row, 1, 1e6);
            spoilt.values().set(row, 2, -1e6);
        }
        assertEquals(DataFit.of(table, 1, half).trainErrors, DataFit.of(spoilt, 1, half).trainErrors);
    }

    @Test
    void theLessonsReluHasRankTwoAndSaysWhy() {
        DataFit fit = DataFit.of(curve(), 1, lesson(30, Activation.RELU));
        assertEquals(2, fit.answer().rank());
        assertFalse(fit.answer().isUnique());
        assertTrue(words(fit).contains("of 30 columns only 2 count"), words(fit));
        assertTrue(words(fit).contains("ReLU switches"), words(fit));
    }

    @Test
    void theMatrixIsNamedWhoseRankIsTold() {
        assertTrue(words(DataFit.of(curve(), 1, lesson(10, Activation.TANH))).contains(
                "the outputs of the 10 neurons of the last hidden layer."));
        assertTrue(words(DataFit.of(curve(), 1, DEFAULTS)).contains(
                "the outputs of the 10 neurons of the last hidden layer, and a column of ones for the output's bias."));
    }

    @Test
    void linearNeuronsAndTooFewRowsAreExplained() {
        DataFit linear = DataFit.of(table(60, 1), 1, normal(20, Activation.IDENTITY));
        assertEquals(3, linear.answer().rank());
        assertTrue(words(linear).contains("linear in the inputs (2)"), words(linear));
        DataFit wide = DataFit.of(table(5, 1), 1, DEFAULTS);
        assertTrue(words(wide).contains("only 5 rows for 11 coefficients"), words(wide));
        DataFit single = DataFit.of(table(1, 1), 1, DEFAULTS);
        assertTrue(words(single).contains("only 1 counts") && words(single).contains("is only 1 row for 11"), words(
                single));
        DataFit constant = DataFit.of(new CsvTable("t.csv", List.of(), Matrix.zeros(30, 2)), 1, DEFAULTS);
        assertTrue(words(constant).contains("Every input is constant"), words(constant));
    }

    @Test
    void aHugeConditionIsWarnedOfWhereTheUserWantsEveryColumn() {
        for (int neurons : new int[] {20, 60}) {
            DataFit fit = DataFit.of(curve(), 1, new FitSettings(neurons, 1, Activation.TANH, Initialisation.LESSON, 42,
                    RankChoice.NONE, 0));
            assertTrue(fit.answer().isUnique());
            assertTrue(words(fit).contains(neurons == 20
                    ? "one set of 20 coefficients fits best, and this is it. But the condition is very large"
                    : "counts all 60 columns, but their condition is beyond 2⁵³"), words(fit));
        }
    }

    @Test
    void thePredictionsFileKeepsNamesAndOrder() {
        DataFit fit = DataFit.of(table(6, 1), 1, DEFAULTS);
        List<String> lines = PredictionsFile.text(fit).lines().toList();
        assertEquals("x,z,\"y, in m\",prediction,residual,split", lines.getFirst());
        Matrix values = table(6, 1).values();
        assertEquals("%s,%s,%s,%s,%s,train".formatted(values.get(5, 0), values.get(5, 2), values.get(5, 1),
                fit.predictions[5], values.get(5, 1) - fit.predictions[5]), lines.getLast());
    }

    @Test
    void dataAndSettingsThatDoNotGoTogether() {
        assertEquals("--init lesson is a construction for one input, but t.csv has 2 (use --init normal)",
                assertThrows(InputException.class, () -> DataFit.of(table(5, 1), 0, lesson(3, Activation.TANH)))
                        .getMessage());
        CsvTable narrow = new CsvTable("t.csv", List.of(), Matrix.zeros(3, 1));
        assertEquals("t.csv has only one column, but a fit needs an input and a target (columns are separated by "
                + "commas)", assertThrows(InputException.class, () -> DataFit.of(narrow, 0, DEFAULTS)).getMessage());
        assertTrue(assertThrows(InputException.class, () -> DataFit.of(table(5, 1), 0, normal(Integer.MAX_VALUE,
                Activation.TANH))).getMessage().contains("are too many"));
    }

    private static String refusal(CsvTable table, FitSettings settings) {
        return assertThrows(InputException.class, () -> DataFit.of(table, 1, settings)).getMessage();
    }

    @Test
    void whatLeavesTheRangeOfDoublesIsTheUsersToKnow() {
        double[] signs = new NumpyRandom(1).rand(50);
        Matrix values = Matrix.zeros(50, 2);
        for (int i = 0; i < 50; i++) {
            values.set(i, 0, i);
            values.set(i, 1, signs[i] < 0.5 ? -1e307 : 1e307);
        }
        assertEquals("the numbers of the target, column 2, are too large: a coefficient is beyond the largest double",
                refusal(new CsvTable("t.csv", List.of(), values), lesson(10, Activation.TANH)));
        assertTrue(refusal(table(60, 1), new FitSettings(10, 30, Activation.RELU, Initialisation.NORMAL, 42,
                RankChoice.NONE, 0)).startsWith("--rank none does not work here: some neuron"));
        assertTrue(refusal(table(60, 1), new FitSettings(50, 1500, Activation.IDENTITY, Initialisation.NORMAL, 42,
                null, 0)).startsWith("the outputs of 1500 layers of identity are beyond the largest double"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0, --neurons", "1, 0, 0, 0, --layers", "1, 1, -1, 0, --seed", "1, 1, 4294967296, 0, --seed",
            "1, 1, 0, 1, --test", "1, 1, 0, -0.1, --test", "1, 1, 0, NaN, --test"})
    void settingsOutOfTheirRange(int neurons, int layers, long seed, double test, String option) {
        String sentence = assertThrows(InputException.class, () -> new FitSettings(neurons, layers, Activation.TANH,
                Initialisation.NORMAL, seed, null, test)).getMessage();
        assertTrue(sentence.startsWith(option + " is "), sentence);
    }
}
