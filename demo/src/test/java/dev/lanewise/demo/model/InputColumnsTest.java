package dev.lanewise.demo.model;

import java.util.List;
import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.InputException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class InputColumnsTest {
    private static final InputColumns TWO = new InputColumns("m.npz", List.of("size", "rooms"));

    private static String refusal(InputColumns columns, List<String> header, int... targets) {
        return assertThrows(InputException.class, () -> columns.in("d.csv", header, targets)).getMessage();
    }

    @Test
    void theyStandInTheOrderOfTheModel() {
        assertArrayEquals(new int[] {0, 1}, TWO.in("d.csv", List.of("size", "rooms")));
        assertArrayEquals(new int[] {3, 1}, TWO.in("d.csv", List.of("price", "rooms", "", "size"), 0));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals("d.csv has no column rooms, which m.npz was fitted to", refusal(TWO, List.of("size", "Rooms")));
        assertEquals("d.csv has no column size, rooms, which m.npz was fitted to", refusal(TWO, List.of("x", "y")));
        List<String> many = IntStream.range(0, 14).mapToObj(i -> "c" + i).toList();
        assertEquals("d.csv has no column c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 and 2 more, which m.npz was "
                + "fitted to", refusal(new InputColumns("m.npz", many), List.of("x", "y")));
        assertEquals("d.csv has no column size, rooms, which m.npz was fitted to (columns are separated by commas)",
                refusal(TWO, List.of("size rooms")));
    }

    @Test
    void whatIsNotCertainIsNotGuessed() {
        assertEquals("d.csv has two columns size, and m.npz takes one", refusal(TWO, List.of("size", "rooms", "size")));
        assertEquals("--target rooms: that column is an input of m.npz", refusal(TWO, List.of("size", "rooms"), 1));
        assertArrayEquals(new int[] {0, 1}, TWO.in("d.csv", List.of("size", "rooms", "x", "x")));
    }
}
