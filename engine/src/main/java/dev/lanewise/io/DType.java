package dev.lanewise.io;

import java.nio.ByteBuffer;
import java.util.Locale;

/// What an element of a tensor is in a file. In memory every element is a double, and each of these types is read
/// exactly or not at all.
public enum DType {
    /// IEEE binary64, `<f8`, `F64`.
    FLOAT64("f8", "F64", 8),
    /// IEEE binary32, `<f4`, `F32`.
    FLOAT32("f4", "F32", 4),
    /// IEEE binary16, `<f2`, `F16`: 11 bits, up to 65504.
    FLOAT16("f2", "F16", 2),
    /// The upper half of a binary32, 8 bits, `BF16`. NumPy has no such type: in `.npy` it is `<V2`, as `ml_dtypes` writes
    /// it, and `np.load(…).view(ml_dtypes.bfloat16)` has the numbers.
    BFLOAT16("V2", "BF16", 2),
    /// −2⁷ … 2⁷ − 1, `|i1`, `I8`.
    INT8("i1", "I8", 1),
    /// −2¹⁵ … 2¹⁵ − 1, `<i2`, `I16`.
    INT16("i2", "I16", 2),
    /// −2³¹ … 2³¹ − 1, `<i4`, `I32`.
    INT32("i4", "I32", 4),
    /// −2⁶³ … 2⁶³ − 1, `<i8`, `I64`; one that a double cannot hold is refused when it is read.
    INT64("i8", "I64", 8),
    /// 0 … 2⁸ − 1, `|u1`, `U8`.
    UINT8("u1", "U8", 1),
    /// 0 … 2¹⁶ − 1, `<u2`, `U16`.
    UINT16("u2", "U16", 2),
    /// 0 … 2³² − 1, `<u4`, `U32`.
    UINT32("u4", "U32", 4),
    /// 0 … 2⁶⁴ − 1, `<u8`, `U64`; one that a double cannot hold is refused when it is read.
    UINT64("u8", "U64", 8),
    /// 0 or 1, `|b1`, `BOOL`.
    BOOL("b1", "BOOL", 1),
    /// Texts, `<Un`: their Unicode code points along one more axis, the last, each text filled up with zeros. safetensors
    /// has no texts.
    TEXT("U", null, 4);

    final String numpyCode;
    final String safetensorsName;
    final int bytes;

    DType(String numpyCode, String safetensorsName, int bytes) {
        this.numpyCode = numpyCode;
        this.safetensorsName = safetensorsName;
        this.bytes = bytes;
    }

    /// Whether elements are floating-point numbers.
    ///
    /// @return true for the four floats
    public boolean isFloat() {
        return ordinal() <= BFLOAT16.ordinal();
    }

    /// The element that x becomes in this type, as a double: the nearest one for floats, ties to even; x itself for
    /// integers.
    ///
    /// @param x a number
    /// @return an element of this type
    /// @throws IllegalArgumentException if x is finite and would become infinite, or is no element of an integer type
    public double round(double x) {
        double element = nearest(x);
        if (isFloat() ? Double.isInfinite(element) && !Double.isInfinite(x) : element != element) {
            throw new IllegalArgumentException("DType: %s cannot hold %s".formatted(this, x));
        }
        return element;
    }

    /// The nearest element; NaN for an integer type if x is none.
    private double nearest(double x) {
        return switch (this) {
            case FLOAT64 -> x;
            case FLOAT32 -> (float) x;
            case FLOAT16 -> Float.float16ToFloat(NarrowFloats.float16(x));
            case BFLOAT16 -> NarrowFloats.ofBfloat16(NarrowFloats.bfloat16(x));
            case INT8 -> integer(x, -0x1p7, 0x1p7);
            case INT16 -> integer(x, -0x1p15, 0x1p15);
            case INT32 -> integer(x, -0x1p31, 0x1p31);
            case INT64 -> integer(x, -0x1p63, 0x1p63);
            case UINT8 -> integer(x, 0, 0x1p8);
            case UINT16 -> integer(x, 0, 0x1p16);
            case UINT32 -> integer(x, 0, 0x1p32);
            case UINT64 -> integer(x, 0, 0x1p64);
            case BOOL -> integer(x, 0, 2);
            case TEXT -> x >= 0xd800 && x < 0xe000 ? Double.NaN : integer(x, 0, 0x110000);
        };
    }

    /// x if it is an integer with min ≤ x < end, else NaN. Adding +0.0 makes +0.0 of −0.0, which no integer is.
    private static double integer(double x, double min, double end) {
        return x >= min && x < end && Math.rint(x) == x ? x + 0.0 : Double.NaN;
    }

    /// The next element of a file; NaN for an integer type if it is none or a double cannot hold it.
    double get(ByteBuffer from) {
        return switch (this) {
            case FLOAT64 -> from.getDouble();
            case FLOAT32 -> from.getFloat();
            case FLOAT16 -> Float.float16ToFloat(from.getShort());
            case BFLOAT16 -> NarrowFloats.ofBfloat16(from.getShort());
            case INT8 -> from.get();
            case INT16 -> from.getShort();
            case INT32 -> from.getInt();
            case INT64 -> signed(from.getLong());
            case UINT8 -> from.get() & 0xff;
            case UINT16 -> from.getShort() & 0xffff;
            case UINT32 -> from.getInt() & 0xffff_ffffL;
            case UINT64 -> unsigned(from.getLong());
            case BOOL -> nearest(from.get());
            case TEXT -> nearest(from.getInt());
        };
    }

    private static double signed(long v) {
        return fits(Math.abs(v)) ? v : Double.NaN;
    }

    private static double unsigned(long v) {
        if (!fits(v)) return Double.NaN;
        return v >= 0 ? v : v + 0x1p64;
    }

    /// Whether an unsigned integer has at most 53 bits between its first 1 and its last.
    private static boolean fits(long v) {
        return Long.SIZE - Long.numberOfLeadingZeros(v) - Long.numberOfTrailingZeros(v) <= 53;
    }

    /// Writes an element, which is one of this type.
    void put(ByteBuffer to, double x) {
        switch (this) {
            case FLOAT64 -> to.putDouble(x);
            case FLOAT32 -> to.putFloat((float) x);
            case FLOAT16 -> to.putShort(NarrowFloats.float16(x));
            case BFLOAT16 -> to.putShort(NarrowFloats.bfloat16(x));
            case INT8, UINT8, BOOL -> to.put((byte) (int) x);
            case INT16, UINT16 -> to.putShort((short) (int) x);
            case INT32, UINT32, TEXT -> to.putInt((int) (long) x);
            case INT64 -> to.putLong((long) x);
            case UINT64 -> to.putLong(x < 0x1p63 ? (long) x : (long) (x - 0x1p63) + Long.MIN_VALUE);
        }
    }

    /// The name in NumPy's manner, such as `float64`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
