package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// What is wrong with a header, and the sentence for it.
@Tag("once")
class RefusalsTest {
    private static final long LIMIT = 1000;

    /// A `.npy` file with this header text and so many bytes behind it.
    static byte[] npy(String header, int data) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(10 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) text.length).put(text);
        return file.array();
    }

    static byte[] shaped(String shape, int data) {
        return npy("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }", data);
    }

    /// A safetensors file with this header text and so many bytes behind it.
    static byte[] safetensors(String header, int data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text)
                .array();
    }

    private static void npyRefused(String sentence, byte[] file) {
        refused(sentence, file, () -> Npy.read(file, LIMIT));
    }

    private static void safetensorsRefused(String sentence, byte[] file) {
        refused(sentence, file, () -> Safetensors.read(file, LIMIT));
    }

    /// The sentence, but for the place in the header.
    private static void refused(String sentence, byte[] file, Executable read) {
        String message = assertThrows(FormatException.class, read).getMessage();
        assertEquals(file.length + " bytes: " + sentence, message.replaceFirst(" (at|before) character [0-9]+", ""));
    }

    @Test
    void thePlaceInTheHeader() {
        assertEquals("71 bytes: the header has ''F'}' at character 33 where True or False should be", assertThrows(
                FormatException.class, () -> Npy.read(npy("{'descr': '<f8', 'fortran_order':'F'}", 23), LIMIT))
                .getMessage());
    }

    @Test
    void halfASurrogatePairIsNotWritten() {
        Map<String, Tensor> good = Map.of("a\ud835\udec5", Tensor.vector(1));
        halfPair("the name 'a?'", Map.of("a\ud835", Tensor.vector(1)), Map.of());
        halfPair("the name '?a'", Map.of("\udec5a", Tensor.vector(1)), Map.of());
        halfPair("the key '?'", good, Map.of("\udec5", "text"));
        halfPair("the text '?b'", good, Map.of("key", "\ud835b"));
        assertEquals(good.keySet(), new Safetensors(good, Map.of("\ud835\udec5", "\ud835\udec5")).tensors().keySet());
    }

    private static void halfPair(String what, Map<String, Tensor> tensors, Map<String, String> metadata) {
        assertEquals("Safetensors: " + what + " has a surrogate that stands alone", assertThrows(
                IllegalArgumentException.class, () -> new Safetensors(tensors, metadata)).getMessage());
    }

    @Test
    void npyThatIsNone() {
        npyRefused("it does not begin as a .npy file does; it is empty", new byte[0]);
        npyRefused("it does not begin as a .npy file does; it begins like text",
                "PK and more".getBytes(StandardCharsets.US_ASCII));
        byte[] version = shaped("()", 8);
        version[6] = 4;
        npyRefused("version 4.0 of .npy is unknown; there are 1.0, 2.0 and 3.0", version);
        byte[] cut = Arrays.copyOf(shaped("()", 8), 30);
        npyRefused("it ends within its header", cut);
        byte[] long2 = shaped("()", 8);
        long2[6] = 2;
        npyRefused("its header claims 662372415 bytes, and 65535 are enough", patched(long2, 8, 662372415));
    }

    private static byte[] patched(byte[] file, int at, int number) {
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
        return file;
    }

    @Test
    void shapesThatLie() {
        npyRefused("float64 3 × 4 takes more or fewer bytes than the 95 it has", shaped("(3, 4)", 95));
        npyRefused("float64 3 × 4 takes more or fewer bytes than the 97 it has", shaped("(3, 4)", 97));
        npyRefused("float64 1000000 × 1000000 takes more or fewer bytes than the 8 it has", shaped("(1000000, 1000000)",
                8));
        npyRefused("float64 2147483647 × 2147483647 × 2147483647 takes more or fewer bytes than the 8 it has", shaped(
                "(2147483647, 2147483647, 2147483647)", 8));
        npyRefused("float64 1001 has more elements than the 1000 that may be read", shaped("(1001,)", 8008));
        npyRefused("the header has an axis of 1000000000000 elements, longer than a Java array",
                shaped("(1000000000000,)", 8));
        npyRefused("the header has a negative number", shaped("(-1,)", 8));
        npyRefused("the header has a number of 20 digits", shaped("(18446744073709551617,)", 8));
        npyRefused("the header has a number that begins with 0", shaped("(03,)", 24));
        npyRefused("the header has ', }' where '(n,)', a tuple, should be", shaped("(3)", 24));
        npyRefused("the header has '[3], }' where '(' should be", shaped("[3]", 24));
        npyRefused("the header has more than 64 axes", shaped("(" + "1, ".repeat(65) + ")", 8));
    }

    @Test
    void typesThatAreNotRead() {
        String kinds = " is not read: read are f2 f4 f8, i1 … i8, u1 … u8, b1, texts (U) and bfloat16 (<V2)";
        for (String descr : new String[] {"<c16", "|S5", "<M8[ns]", "|V2", "|f8", "f8", "", "<f16", "=f8", "<U-1",
                "<U99999999999"}) {
            npyRefused("the dtype '" + descr + "'" + kinds, npy("{'descr': '" + descr
                    + "', 'fortran_order': False, 'shape': (1,), }", 8));
        }
        npyRefused("the dtype '|O' is not read: Python objects are pickled, and a pickle may run any program", npy(
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", 8));
        npyRefused("the header has a structured dtype, which is not read,", npy(
                "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }", 8));
        npyRefused("texts in Fortran order are not read",
                npy("{'descr': '<U1', 'fortran_order': True, 'shape': (1, 1)}",
                        4));
    }

    @Test
    void headersThatAreNoDictionary() {
        npyRefused("the header has its end where '{' should be", npy("", 8));
        npyRefused("the header has no 'descr'", npy(
                "{'fortran_order': False, 'shape': (1,)       }", 8));
        npyRefused("the header has 'shape' twice", npy("{'shape': (), 'shape': ()}", 8));
        npyRefused("the header has the unknown key 'eval'", npy("{'eval': 1}", 8));
        npyRefused("the header has a string with an escape or a control", npy("{'descr': '\\x3c'}",
                8));
        npyRefused("the header has '__import__('' where a string should be", npy(
                "{'descr': __import__('os')}", 8));
        npyRefused("the header has 'false}' where True or False should be", npy(
                "{'fortran_order': false}", 8));
    }

    @Test
    void elementsThatAreNone() {
        byte[] bool = npy("{'descr': '|b1', 'fortran_order': False, 'shape': (2,)}", 2);
        bool[bool.length - 1] = 2;
        npyRefused("element 1 is neither 0 nor 1, as a bool is", bool);
        byte[] integer = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1,)}", 8);
        ByteBuffer.wrap(integer).order(ByteOrder.LITTLE_ENDIAN).putLong(integer.length - 8, (1L << 53) + 1);
        npyRefused("element 0 is beyond 2⁵³ and no double", integer);
        byte[] text = npy("{'descr': '<U1', 'fortran_order': False, 'shape': ()}", 4);
        npyRefused("element 0 is no Unicode character", patched(text, text.length - 4, 0xd800));
    }

    @Test
    void safetensorsHeaders() {
        String x = "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
        safetensorsRefused("it is too short for a safetensors file", new byte[7]);
        safetensorsRefused("its header claims the length 18446744073709551615, and there is room for 0",
                ByteBuffer.allocate(8)
                        .putLong(-1).array());
        safetensorsRefused("its header claims the length 99, and there is room for 1",
                ByteBuffer.allocate(9).put((byte) 99)
                        .array());
        safetensorsRefused("the header does not begin with '{'", safetensors(" {}", 0));
        safetensorsRefused("the header has 'x' twice", safetensors("{" + x + "," + x + "}", 8));
        safetensorsRefused("the header has '__metadata__' twice", safetensors(
                "{\"__metadata__\":{},\"__metadata__\":{}}", 0));
        safetensorsRefused("the header has the dtype 'F8_E4M3', which is not read,", safetensors(
                "{\"x\":{\"dtype\":\"F8_E4M3\"}}", 0));
        safetensorsRefused("the header has a tensor without dtype, shape or data_offsets", safetensors(
                "{\"x\":{}}", 0));
        safetensorsRefused("the header has the unknown key 'y'", safetensors("{\"x\":{\"y\":1}}", 0));
        safetensorsRefused("the header has a negative number", safetensors(
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1]}}", 0));
        safetensorsRefused("the header has '.5]}}' where ']' should be", safetensors(
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1.5]}}", 0));
        safetensorsRefused("the header has half a surrogate pair", safetensors("{\"\\ud835\":1}", 0));
        safetensorsRefused("the header has 'x' where its end should be", safetensors("{}x", 0));
        safetensorsRefused("the header is not in UTF-8", safetensorsOf(new byte[] {'{', (byte) 0xff, '}'}));
        safetensorsRefused("the header has '[[[[[[[[[[[[' where '\"' should be", safetensors("{" + "[".repeat(
                100_000), 0));
    }

    private static byte[] safetensorsOf(byte[] header) {
        return ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header)
                .array();
    }

    @Test
    void safetensorsThatOverlapOrLeaveHoles() {
        String form = "{\"x\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}}";
        safetensorsRefused("'x': its bytes are 4 to 12, where the tensor before ends at 0 and the file at 12",
                safetensors(
                        form.formatted("2", 4, 12), 12));
        safetensorsRefused("'x': its bytes are 0 to 8, where the tensor before ends at 0 and the file at 7",
                safetensors(
                        form.formatted("2", 0, 8), 7));
        safetensorsRefused("'x': its bytes are 0 to 8, where the tensor before ends at 0 and the file at 7",
                safetensors(
                        form.formatted("2", 0, 8), 7));
        safetensorsRefused("bytes behind the last tensor, 1 of them, belong to none",
                safetensors(form.formatted("2", 0, 8), 9));
        safetensorsRefused("'x': float32 2 takes more or fewer bytes than the 4 it has",
                safetensors(form.formatted("2", 0, 4), 4));
        safetensorsRefused("'x': float32 1000000 × 1000000 takes more or fewer bytes than the 8 it has",
                safetensors(form.formatted(
                        "1000000,1000000", 0, 8), 8));
        safetensorsRefused("'x': float32 2000 has more elements than the 1000 that may be read",
                safetensors(form.formatted(
                        "2000", 0, 8000), 8000));
    }

    @Test
    void whatCannotBeWritten() {
        var out = new ByteArrayOutputStream();
        for (String name : new String[] {"/x", "../x", "a//b", "a\\b", "C:x", "a\nb"}) {
            assertThrows(IllegalArgumentException.class, () -> Npz.write(out, Map.of(name, Tensor.vector(1)),
                    false), name);
        }
        assertThrows(IllegalArgumentException.class, () -> new Safetensors(Map.of("x", Tensor.ofTexts("a")),
                Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new Npy.Layout(ByteOrder.BIG_ENDIAN, false, 4));
    }
}
