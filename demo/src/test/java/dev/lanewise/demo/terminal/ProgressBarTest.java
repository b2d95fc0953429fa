package dev.lanewise.demo.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProgressBarTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0             | 1000          | 2   | reading a.csv [--------------------] 0 %, 0 B/s
            500           | 1000          | 2   | reading a.csv [##########----------] 50 %, 250 B/s, 2 s left
            999           | 1000          | 1   | reading a.csv [###################-] 99 %, 999 B/s, 1 s left
            1000          | 1000          | 1   | reading a.csv [####################] 100 %, 1.0 kB/s, 0 s left
            2000          | 1000          | 1   | reading a.csv [####################] 100 %, 2.0 kB/s, 0 s left
            250000000     | 1000000000    | 2.5 | reading a.csv [#####---------------] 25 %, 100 MB/s, 8 s left
            30000000000   | 1000000000000 | 100 | reading a.csv [--------------------] 3 %, 300 MB/s, 54 min left
            1000000000    | 9000000000000 | 10  | reading a.csv [--------------------] 0 %, 100 MB/s, 25 h left
            """)
    void aLine(long bytes, long size, double seconds, String line) {
        assertEquals(line, ProgressBar.of("reading a.csv", bytes, size, seconds));
    }

    @Test
    void itFitsATerminalAndCannotSteerIt() {
        String line = ProgressBar.of("reading " + "\u001b[2J/very".repeat(20) + "/long/path/to/the/file.csv",
                999_499_999,
                999_999_999_999L, 1);
        assertTrue(line.length() < 80, line);
        assertTrue(line.startsWith("…") && line.contains("/the/file.csv [") && line.indexOf(0x1b) < 0, line);
    }

    private static String told(boolean isTerminal, long size, long millis) throws InterruptedException {
        StringWriter err = new StringWriter();
        try (var _ = new Progress(new PrintWriter(err), isTerminal).reading("reading a.csv", size, () -> 7)) {
            Thread.sleep(millis);
        }
        return err.toString();
    }

    /// Anywhere but on a terminal it is one line, and where the work is short nothing.
    @Test
    void whatIsToldWhere() throws InterruptedException {
        assertEquals("", told(true, 10, 0));
        assertEquals("", told(false, 10, 0));
        assertEquals("reading a.csv …", told(false, 10, 1300).strip());
        assertEquals("reading a.csv …", told(true, 0, 1300).strip());
        String bar = told(true, 10, 1300);
        assertTrue(bar.startsWith("\r\u001b[Kreading a.csv [##############------] 70 %, "), bar);
        assertTrue(bar.endsWith("\r\u001b[K") && !bar.contains("\n"), bar);
    }
}
