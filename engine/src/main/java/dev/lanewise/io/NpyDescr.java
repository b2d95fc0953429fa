package dev.lanewise.io;

import java.nio.ByteOrder;
import java.util.Arrays;

/// The type of the elements as `.npy` says it: byte order (`<` little, `>` big, `|` none), kind, and bytes an element.
///
/// @param dtype the element type
/// @param order the byte order; of single bytes it means nothing
/// @param codePoints of a text its length, else 0
record NpyDescr(DType dtype, ByteOrder order, int codePoints) {
    private static final String KINDS = "read are f2 f4 f8, i1 … i8, u1 … u8, b1, texts (U) and bfloat16 (<V2)";

    static NpyDescr of(String where, String descr) throws FormatException {
        // str(dtype) of ml_dtypes, which some write into headers by hand because '<V2' says so little
        if (descr.equals("bfloat16")) return new NpyDescr(DType.BFLOAT16, ByteOrder.LITTLE_ENDIAN, 0);
        char mark = descr.isEmpty() ? 0 : descr.charAt(0);
        String code = descr.isEmpty() ? "" : descr.substring(1);
        ByteOrder order = mark == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (mark == '<' || mark == '>' || mark == '|') {
            for (DType dtype : DType.values()) {
                if (dtype != DType.TEXT && dtype.numpyCode.equals(code) && (mark != '|' || dtype.bytes == 1)) {
                    return new NpyDescr(dtype, order, 0);
                }
            }
            if (mark != '|' && code.startsWith("U") && isLength(code)) {
                return new NpyDescr(DType.TEXT, order, Integer.parseInt(code, 1, code.length(), 10));
            }
        }
        throw FormatException.at(where, "the dtype %s is not read: %s", FormatException.quoted(descr),
                code.startsWith("O") ? "Python objects are pickled, and a pickle may run any program" : KINDS);
    }

    /// Whether up to nine digits, no more than needed, follow the kind.
    private static boolean isLength(String code) {
        for (int i = 1; i < code.length(); i++) if (code.charAt(i) < '0' || code.charAt(i) > '9') return false;
        return code.length() > 1 && code.length() < 11 && (code.charAt(1) != '0' || code.length() == 2);
    }

    /// The header of an array of this type.
    NpyHeader header(String where, boolean fortran, int[] axes, long length) throws FormatException {
        int[] shape = axes;
        if (dtype == DType.TEXT) {
            if (fortran && axes.length > 1) {
                throw FormatException.at(where, "texts in Fortran order are not read");
            }
            shape = Arrays.copyOf(axes, axes.length + 1);
            shape[axes.length] = codePoints;
        }
        return new NpyHeader(dtype, order, fortran && dtype != DType.TEXT, shape, length);
    }

    static String text(DType dtype, int[] shape, ByteOrder order) {
        char mark = dtype.bytes == 1 ? '|' : order == ByteOrder.BIG_ENDIAN ? '>' : '<';
        return mark + dtype.numpyCode + (dtype == DType.TEXT ? shape[shape.length - 1] : "");
    }
}
