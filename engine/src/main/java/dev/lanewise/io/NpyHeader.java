package dev.lanewise.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What stands before the elements in a `.npy` file, byte for byte:
///
///     93 4E 55 4D 50 59 | version, 0 | length of the text: 2 bytes in version 1, 4 in 2 and 3 | text
///
/// where the text is a Python dictionary, `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`, with spaces up to
/// a multiple of 64 bytes and a newline. It is read by this grammar alone and never evaluated.
///
/// @param dtype the element type
/// @param order the byte order
/// @param fortran whether the first index runs fastest
/// @param shape the axes, of a text with that of its code points
/// @param length bytes of the header, all included
record NpyHeader(DType dtype, ByteOrder order, boolean fortran, int[] shape, long length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /// As long as the text can be in version 1.
    private static final int MAX_TEXT = 0xffff;

    /// Reads a header, and nothing behind it.
    static NpyHeader read(InputStream in, String where) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(start, MAGIC)) {
            byte[] more = in.readNBytes(FormatException.BEGINNING - start.length);
            byte[] both = Arrays.copyOf(start, start.length + more.length);
            System.arraycopy(more, 0, both, start.length, more.length);
            throw FormatException.at(where, "it does not begin as a .npy file does%s", FormatException.hint(both));
        }
        int version = in.read(), minor = in.read();
        if (minor < 0) throw FormatException.at(where, "it ends within its header");
        if (version < 1 || version > 3 || minor != 0) {
            throw FormatException.at(where, "version %d.%d of .npy is unknown; there are 1.0, 2.0 and 3.0", version,
                    minor);
        }
        byte[] size = in.readNBytes(version == 1 ? 2 : 4);
        long length = 0;
        for (int i = size.length - 1; i >= 0; i--) length = length << 8 | size[i] & 0xff;
        if (length > MAX_TEXT) {
            throw FormatException.at(where, "its header claims %d bytes, and %d are enough", length, MAX_TEXT);
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length || length == 0) {
            throw FormatException.at(where, "it ends within its header");
        }
        if (text[text.length - 1] != '\n') {
            throw FormatException.at(where, "the header does not end with a newline");
        }
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return parse(HeaderText.of(where, text, charset), where, 8 + size.length + length);
    }

    private static NpyHeader parse(HeaderText text, String where, long length) throws FormatException {
        String descr = null;
        Boolean fortran = null;
        int[] shape = null;
        Set<String> seen = new HashSet<>();
        text.expect('{');
        while (!text.take('}')) {
            String key = string(text);
            text.expect(':');
            if (!seen.add(key)) throw text.fault("%s twice", FormatException.quoted(key));
            switch (key) {
                case "descr" -> descr = descr(text);
                case "fortran_order" -> fortran = bool(text);
                case "shape" -> shape = shape(text);
                default -> throw text.fault("the unknown key %s", FormatException.quoted(key));
            }
            if (text.peek() != '}') text.expect(',');
        }
        if (!text.atEnd()) throw text.unexpected("its end");
        if (descr == null || fortran == null || shape == null) {
            throw text
                    .fault("no '%s'", descr == null ? "descr" : fortran == null ? "fortran_order" : "shape");
        }
        return NpyDescr.of(where, descr).header(where, fortran, shape, length);
    }

    private static String descr(HeaderText text) throws FormatException {
        if (text.peek() == '[' || text.peek() == '(' || text.peek() == '{') {
            throw text.fault("a structured dtype, which is not read,");
        }
        return string(text);
    }

    private static String string(HeaderText text) throws FormatException {
        char quote = text.peek();
        if (quote != '\'' && quote != '"') throw text.unexpected("a string");
        StringBuilder string = new StringBuilder();
        text.next();
        for (char c = text.next(); c != quote; c = text.next()) {
            if (c == '\\' || c < ' ') throw text.fault("a string with an escape or a control");
            string.append(c);
        }
        return string.toString();
    }

    private static boolean bool(HeaderText text) throws FormatException {
        if (text.takeWord("True")) return true;
        if (text.takeWord("False")) return false;
        throw text.unexpected("True or False");
    }

    /// `()`, `(3,)`, `(3, 4)`; and `(3L, 4L)`, as NumPy under Python 2 wrote it.
    private static int[] shape(HeaderText text) throws FormatException {
        List<Integer> axes = new ArrayList<>();
        text.expect('(');
        boolean comma = true;
        while (!text.take(')')) {
            if (!comma) throw text.unexpected("',' or ')'");
            text.axis(axes);
            text.takeWord("L");
            comma = text.take(',');
        }
        if (axes.size() == 1 && !comma) throw text.unexpected("'(n,)', a tuple,");
        return Shape.of(axes);
    }

    /// The header of a tensor, ready to be written.
    static byte[] bytes(Tensor tensor, Npy.Layout layout) {
        int[] shape = tensor.shape();
        String descr = NpyDescr.text(tensor.dtype(), shape, layout.order());
        if (tensor.dtype() == DType.TEXT) shape = Arrays.copyOf(shape, shape.length - 1);
        StringBuilder text = new StringBuilder("{'descr': '").append(descr).append("', 'fortran_order': ").append(layout
                .fortran(tensor) ? "True" : "False").append(", 'shape': (");
        for (int i = 0; i < shape.length; i++) text.append(i == 0 ? "" : " ").append(shape[i]).append(',');
        if (shape.length > 1) text.setLength(text.length() - 1);
        text.append("), }");
        int before = layout.version() == 1 ? 10 : 12;
        int length = -Math.floorDiv(-(before + text.length() + 1), 64) * 64 - before;
        text.repeat(' ', length - 1 - text.length()).append('\n');
        byte[] bytes = Arrays.copyOf(MAGIC, before + length);
        bytes[6] = (byte) layout.version();
        for (int i = 8; i < before; i++) bytes[i] = (byte) (length >>> 8 * (i - 8));
        System.arraycopy(text.toString().getBytes(StandardCharsets.US_ASCII), 0, bytes, before, length);
        return bytes;
    }
}
