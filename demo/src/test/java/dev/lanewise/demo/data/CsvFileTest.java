package dev.lanewise.demo.data;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CsvFileTest {
    private static final Matrix TWO_BY_TWO = Matrix.of(2, 2, 1, 2, 3, 4.5);

    @TempDir
    private Path folder;

    private static CsvTable table(String text) throws IOException {
        return CsvFile.read("t.csv", new StringReader(text));
    }

    private static String complaint(String text) {
        return assertThrows(InputException.class, () -> table(text)).getMessage();
    }

    /// Nothing is guessed: with commas for decimals, semicolons are all that would tell.
    @Test
    void otherSignsThanCommas() throws IOException {
        String sentence = "t.csv, line %d: there are %s in it and no commas (columns are separated by commas)";
        assertEquals(sentence.formatted(1, "semicolons"), complaint("a;b\n1;2\n"));
        assertEquals(sentence.formatted(2, "semicolons"), complaint("\n1;2\n3;4\n"));
        assertEquals(sentence.formatted(1, "tabs"), complaint("a\tb\n1\t2\n"));
        assertEquals("t.csv, line 2, column 2 (b): '5;2' is not a number (columns are separated by commas)", complaint(
                "a,b,c\n1,5;2,5\n"));
        assertEquals("t.csv, line 2, column 2 (b): '5 2' is not a number (columns are separated by commas)", complaint(
                "a,b,c\n1,5\t2,5\n"));
        assertEquals("t.csv, line 2, column 2 (b): '5 2' is not a number", complaint("a,b,c\n1,5 2,5\n"));
        assertEquals(List.of("a;b"), table("\"a;b\"\n1\n").header());
        assertEquals(List.of("a;b", "c"), table("a;b,c\n1,2\n").header());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2\n3,4.5", "1,2\n3,4.5\n", "1,2\r\n3,4.5\r\n", "1,2\r3,4.5\r", "\uFEFF1,2\n3,4.5\n",
            "\uFEFF\"1\",\"2\"\n\"3\",\"4.5\"", "1,2\n\n3,4.5\n\n\n", "1,2\n  \n3,4.5\n \t", " 1 , +2\n3.,45e-1\n"})
    void everyWayToWriteOneTable(String text) throws IOException {
        assertEquals(TWO_BY_TWO, table(text).values());
        assertEquals(List.of(), table(text).header());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,4.5\n", "\uFEFFa,b\r\n1,2\r\n3,4.5\r\n", "\"a\", b \n1,2\n3,4.5\n"})
    void theFirstLineIsAHeader(String text) throws IOException {
        assertEquals(TWO_BY_TWO, table(text).values());
        assertEquals(List.of("a", "b"), table(text).header());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x1p3", "NaN", "Infinity", "1e", "--1", "1.5.2", ".", "e5", "1_0", "", "½", "٣"})
    void aHeaderNeedsOnlyOneFieldThatIsNotANumber(String field) throws IOException {
        CsvTable table = table("7," + field + "\n1,2\n");
        assertEquals(List.of("7", field), table.header());
        assertTrue(table.headerHoldsNumbers());
    }

    @Test
    void quotedFieldsMayHoldCommasQuotesAndLineBreaks() throws IOException {
        CsvTable table = table("\"a,\"\"b\"\"\",\"c\nd\"\n1,2\n3,4.5\n");
        assertEquals(List.of("a,\"b\"", "c d"), table.header());
        assertEquals(TWO_BY_TWO, table.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b@1,2@3      | t.csv, line 3: it has 1 column but line 1 has 2 columns
            1,2@@3,4,5     | t.csv, line 3: it has 3 columns but line 1 has 2 columns
            a,b@1,x        | t.csv, line 2, column 2 (b): 'x' is not a number
            1,2@3,1d       | t.csv, line 2, column 2: '1d' is not a number
            1,2@NaN,1      | t.csv, line 2, column 1: 'NaN' is not a number
            1,2@1,-1e999   | t.csv, line 2, column 2: '-1e999' is too large for a double
            1,1e999@2,3    | t.csv, line 1, column 2: '1e999' is too large for a double
            a,b@1,2@ ,4    | t.csv, line 3, column 1 (a): there is no number, the field is empty
            a,"b@c"@1,2@x,1 | t.csv, line 4, column 1 (a): 'x' is not a number
            a,b            | t.csv has a header but no rows
            """)
    void whatIsWrongIsSaidWithLineAndColumn(String text, String sentence) {
        assertEquals(sentence, complaint(text.replace('@', '\n')));
    }

    @Test
    void namesAndFieldsCannotSteerTheTerminal() throws IOException {
        assertEquals(List.of("\uFFFD[2Ja", "b"), table("\u001b[2Ja,b\n1,2\n").header());
        assertEquals("t.csv, line 2, column 1 (\uFFFD[2Ja): '\uFFFDx y' is not a number", complaint(
                "\u001b[2Ja,b\n\"\u0007x\ny\",2\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n\n", "\uFEFF"})
    void anEmptyFile(String text) {
        assertEquals("t.csv is empty", complaint(text));
    }

    @Test
    void aStrayQuoteIsSaidToBeOne() {
        assertTrue(complaint("1,2\n\"3,4\n5,6\n").contains("quote"), complaint("1,2\n\"3,4\n5,6\n"));
    }

    /// It ends the search before the memory does.
    @Test
    void aQuoteThatIsNotClosedInALongFile() {
        assertEquals(
                "t.csv: a field is longer than 1048576 characters, as where a quote is not closed (record starting "
                        + "at line 2)",
                complaint("1,2\n\"3,4\n" + "5,6\n".repeat(1 << 20)));
    }

    @Test
    void aLongFieldIsQuotedInPart() {
        assertTrue(complaint("1,2\n3," + "x".repeat(1000)).length() < 120);
    }

    @Test
    void aFileThatIsNotThereOrNoFileOrNotText() throws IOException {
        Path latin = Files.write(folder.resolve("latin.csv"), "größe,b\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(latin + " is not a text file in UTF-8", complaintAbout(latin));
        assertEquals(folder + " is a folder, not a file", complaintAbout(folder));
        assertEquals("there is no file " + folder.resolve("none.csv"), complaintAbout(folder.resolve("none.csv")));
    }

    private static String complaintAbout(Path file) {
        return assertThrows(InputException.class, () -> CsvFile.read(file)).getMessage();
    }

    @Test
    void aFileOfManyBlocks() throws IOException {
        StringBuilder text = new StringBuilder("größe,y\r\n");
        double[] expected = new double[60_000];
        for (int i = 0; i < 30_000; i++) {
            text.append(i / 8.0).append(',').append(-i).append("\r\n");
            expected[2 * i] = i / 8.0;
            expected[2 * i + 1] = -i;
        }
        CsvTable table = CsvFile.read(Files.writeString(folder.resolve("long.csv"), text));
        assertEquals(List.of("größe", "y"), table.header());
        assertArrayEquals(expected, table.values().array());
    }
}
