package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import static dev.lanewise.io.RefusalsTest.npy;
import static dev.lanewise.io.RefusalsTest.safetensors;
import static dev.lanewise.io.RefusalsTest.shaped;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// The last header that is right, and the first that is not; and what is written, to the byte.
@Tag("once")
class HeaderBoundariesTest {
    private static final long LIMIT = 1000;

    private static void refused(String sentence, Executable read) {
        String message = assertThrows(FormatException.class, read).getMessage();
        assertEquals(sentence, message.substring(message.indexOf(": ") + 2));
    }

    private static void npyRefused(String sentence, byte[] file) {
        refused(sentence, () -> Npy.read(file, LIMIT));
    }

    private static void safetensorsRefused(String sentence, byte[] file) {
        refused(sentence, () -> Safetensors.read(file, LIMIT));
    }

    @Test
    void howLongANpyHeaderMayBe() throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': ()}";
        byte[] longest = npy(header + " ".repeat(0xffff - 1 - header.length()), 8);
        assertEquals(Tensor.of(DType.FLOAT64, new int[0], 0), Npy.read(longest, LIMIT));
        byte[] none = Arrays.copyOf(npy("", 0), 10);
        none[8] = 0;
        npyRefused("it ends within its header", none);
        npyRefused("it does not begin as a .npy file does", Arrays.copyOf(longest, 7));
        byte[] noNewline = npy(header, 8);
        noNewline[10 + header.length()] = ' ';
        npyRefused("the header does not end with a newline", noNewline);
    }

    @Test
    void everyKeyIsNeeded() {
        npyRefused("the header has no 'fortran_order' before character 30", npy("{'descr': '<f8', 'shape': ()}", 8));
        npyRefused("the header has no 'shape' before character 41", npy("{'descr': '<f8', 'fortran_order': False}", 8));
    }

    /// Versions 1 and 2 are Latin-1, 3 is UTF-8.
    @Test
    void theCharsetOfANpyHeader() {
        byte[] file = npy("{'ö': 0}", 0);
        npyRefused("the header has the unknown key 'ö' before character 5", file);
        ByteBuffer utf8 = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN).put(file, 0, 8).putInt(10)
                .put("{'ö': 0}\n"
                        .getBytes(StandardCharsets.UTF_8));
        utf8.put(6, (byte) 3);
        npyRefused("the header has the unknown key 'ö' before character 5", utf8.array());
    }

    @Test
    void descrs() throws IOException {
        String kinds = " is not read: read are f2 f4 f8, i1 … i8, u1 … u8, b1, texts (U) and bfloat16 (<V2)";
        for (String descr : new String[] {" <f8", "<U", "<U01", "<U1000000000"}) {
            npyRefused("the dtype '" + descr + "'" + kinds, npy("{'descr': '" + descr
                    + "', 'fortran_order': False, 'shape': ()}", 8));
        }
        byte[] oneAxis = npy("{'descr': '<U1', 'fortran_order': True, 'shape': (1,)}", 4);
        oneAxis[oneAxis.length - 4] = 'x';
        assertEquals(Tensor.ofTexts("x"), Npy.read(oneAxis, LIMIT), "one axis is in either order");
        assertEquals(Tensor.of(DType.TEXT, new int[] {1, 0}), Npy.read(npy(
                "{'descr': '<U0', 'fortran_order': False, 'shape': (1,)}", 0), LIMIT));
        npyRefused("the header has a string with an escape or a control before character 12", npy("{'descr': '\t'}",
                0));
    }

    @Test
    void unsignedIntegersThatNoDoubleHolds() throws IOException {
        byte[] file = npy("{'descr': '<u8', 'fortran_order': False, 'shape': (1,)}", 8);
        ByteBuffer number = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        number.putLong(file.length - 8, -1L << 11);
        assertEquals(0x1.fffffffffffffp63, Npy.read(file, LIMIT).values()[0]);
        number.putLong(file.length - 8, -1L << 10);
        npyRefused("element 0 is beyond 2⁵³ and no double", file);
    }

    @Test
    void howManyAxesAndElementsThereMayBe() throws IOException {
        Tensor deep = Tensor.of(DType.FLOAT64, new int[64], new double[0]);
        var out = new ByteArrayOutputStream();
        Npy.write(out, deep, Npy.Layout.USUAL);
        assertEquals(deep, Npy.read(out.toByteArray(), LIMIT));
        int[] ones = new int[64];
        Arrays.fill(ones, 100_000_000);
        ones[0] = 0;
        Tensor wide = Tensor.of(DType.FLOAT64, ones);
        out.reset();
        Npy.write(out, wide, Npy.Layout.USUAL);
        assertEquals(wide, Npy.read(out.toByteArray(), LIMIT), "a header beyond 256 bytes");
        assertEquals(1000, Npy.read(shaped("(1000,)", 8000), 1000).size());
        npyRefused(
                "the header has an axis of 999999999999999999 elements, longer than a Java array before character 69",
                shaped("(999999999999999999,)", 0));
        npyRefused("the header has a number of 19 digits before character 70", shaped("(1000000000000000000,)", 0));
    }

    private static String tensor(String name, String dtype, int n, int begin, int end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":[%d],\"data_offsets\":[%d,%d]}".formatted(name, dtype, n, begin,
                end);
    }

    @Test
    void howLongASafetensorsHeaderMayBe() throws IOException {
        Safetensors nothing = new Safetensors(Map.of(), Map.of());
        assertEquals(nothing, Safetensors.read(safetensors("{}", 0), LIMIT));
        var out = new ByteArrayOutputStream();
        nothing.write(out);
        assertArrayEquals(safetensors("{}      ", 0), out.toByteArray());
        safetensorsRefused("the header does not begin with '{'", new byte[8]);
        byte[] short1 = safetensors("{}", 0);
        short1[0] = 3;
        safetensorsRefused("its header claims 3 bytes, and there is room for 2", short1);
        safetensorsRefused("the header has its end at character 30 where ']' should be",
                safetensors("{\"x\":{\"dtype\":\"F32\",\"shape\":[1", 0));
    }

    /// The places in the file tell the order of the tensors, not the header; an empty one goes before what begins there.
    @Test
    void tensorsInAnyOrder() throws IOException {
        byte[] file = safetensors("{" + String.join(",", tensor("end", "U8", 0, 3, 3), tensor("z", "U8", 2, 1, 3),
                tensor("y", "U8", 1, 0, 1), tensor("a b", "F64", 0, 0, 0)) + "}", 3);
        for (int i = 1; i <= 3; i++) file[file.length - 4 + i] = (byte) i;
        Map<String, Tensor> tensors = Safetensors.read(file, LIMIT).tensors();
        assertEquals(List.of("a b", "y", "z", "end"), List.copyOf(tensors.keySet()));
        assertArrayEquals(new double[] {2, 3}, tensors.get("z").values());
    }

    @Test
    void theLimitIsForAllTensors() throws IOException {
        byte[] file = safetensors("{" + tensor("x", "U8", 3, 0, 3) + "," + tensor("y", "U8", 2, 3, 5) + "}", 5);
        assertEquals(2, Safetensors.read(file, 5).tensors().size());
        refused("'y': uint8 2 has 2 elements, and 1 may be read", () -> Safetensors.read(file, 4));
        byte[] one = safetensors("{" + tensor("x", "U8", 3, 0, 3) + "," + tensor("y", "U8", 1, 3, 4) + "}", 4);
        refused("'y': uint8 1 has 1 element, and 0 may be read", () -> Safetensors.read(one, 3));
    }

    /// Wide elements come first and the header is a multiple of 8 bytes, so that all are aligned.
    @Test
    void safetensorsToTheByte() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a ~\u007f", Tensor.vector(1, 2).as(DType.UINT8));
        tensors.put("b\"", Tensor.vector(3));
        String header = "{\"__metadata__\":{\"k\":\"v\"},\"b\\\"\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                + "\"a ~\\u007f\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[8,10]}}";
        byte[] expected = safetensors(header + " ".repeat(-header.length() & 7), 10);
        ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN).putDouble(expected.length - 10, 3).put(1 - 3
                + expected.length, (byte) 1).put(expected.length - 1, (byte) 2);
        var out = new ByteArrayOutputStream();
        new Safetensors(tensors, Map.of("k", "v")).write(out);
        assertArrayEquals(expected, out.toByteArray());
    }

    @Test
    void theCharactersOfNames() throws IOException {
        for (String escape : new String[] {"\\ud800", "\\udfff"}) {
            safetensorsRefused("the header has half a surrogate pair before character 9", safetensors("{\"" + escape
                    + "\":1}", 0));
        }
        safetensorsRefused("the header has a control in a string before character 3", safetensors("{\"\t\":1}", 0));
        byte[] edge = safetensors("{" + tensor("a\\ue000\\ud7ff\\ud835\\udED4", "U8", 0, 0, 0) + "}", 0);
        assertEquals("a\ue000\ud7ff𝛔", Safetensors.read(edge, LIMIT).tensors().keySet().iterator().next());
    }

    @Test
    void namesInMessagesEndAfterALine() {
        assertEquals("'" + "x".repeat(60) + "'", FormatException.quoted("x".repeat(60)));
        assertEquals("'" + "x".repeat(60) + "…'", FormatException.quoted("x".repeat(61)));
        assertEquals("'?𝛔?'", FormatException.quoted("\n𝛔\uffff"));
    }
}
