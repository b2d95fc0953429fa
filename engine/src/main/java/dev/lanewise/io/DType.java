package dev.lanewise.io;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;

/// What an element of a tensor is in a file. In memory every element is a double, and each of these types is read
/// exactly or not at all.
public enum DType {
    /// IEEE binary64, `<f8`, `F64`.
    FLOAT64("f8", "F64", 8, x -> x, ByteBuffer::getDouble, ByteBuffer::putDouble),
    /// IEEE binary32, `<f4`, `F32`.
    FLOAT32("f4", "F32", 4, x -> (float) x, ByteBuffer::getFloat, (b, x) -> b.putFloat((float) x)),
    /// IEEE binary16, `<f2`, `F16`: 11 bits, up to 65504.
    FLOAT16("f2", "F16", 2, x -> Float.float16ToFloat(NarrowFloats.float16(x)),
            b -> Float.float16ToFloat(b.getShort()), (b, x) -> b.putShort(NarrowFloats.float16(x))),
    /// The upper half of a binary32, 8 bits, `BF16`. NumPy has no such type: in `.npy` it is `<V2`, as `ml_dtypes` writes
    /// it, and `np.load(…).view(ml_dtypes.bfloat16)` has the numbers.
    BFLOAT16("V2", "BF16", 2, x -> NarrowFloats.ofBfloat16(NarrowFloats.bfloat16(x)),
            b -> NarrowFloats.ofBfloat16(b.getShort()), (b, x) -> b.putShort(NarrowFloats.bfloat16(x))),
    /// −2⁷ … 2⁷ − 1, `|i1`, `I8`.
    INT8("i1", "I8", 1, integer(-0x1p7, 0x1p7), ByteBuffer::get, (b, x) -> b.put((byte) x)),
    /// −2¹⁵ … 2¹⁵ − 1, `<i2`, `I16`.
    INT16("i2", "I16", 2, integer(-0x1p15, 0x1p15), ByteBuffer::getShort, (b, x) -> b.putShort((short) x)),
    /// −2³¹ … 2³¹ − 1, `<i4`, `I32`.
    INT32("i4", "I32", 4, integer(-0x1p31, 0x1p31), ByteBuffer::getInt, (b, x) -> b.putInt((int) x)),
    /// −2⁶³ … 2⁶³ − 1, `<i8`, `I64`; one that a double cannot hold is refused when it is read.
    INT64("i8", "I64", 8, integer(-0x1p63, 0x1p63), b -> signed(b.getLong()), (b, x) -> b.putLong((long) x)),
    /// 0 … 2⁸ − 1, `|u1`, `U8`.
    UINT8("u1", "U8", 1, integer(0, 0x1p8), b -> b.get() & 0xff, (b, x) -> b.put((byte) (int) x)),
    /// 0 … 2¹⁶ − 1, `<u2`, `U16`.
    UINT16("u2", "U16", 2, integer(0, 0x1p16), b -> b.getShort() & 0xffff, (b, x) -> b.putShort((short) (int) x)),
    /// 0 … 2³² − 1, `<u4`, `U32`.
    UINT32("u4", "U32", 4, integer(0, 0x1p32), b -> b.getInt() & 0xffff_ffffL, (b, x) -> b.putInt((int) (long) x)),
    /// 0 … 2⁶⁴ − 1, `<u8`, `U64`; one that a double cannot hold is refused when it is read.
    UINT64("u8", "U64", 8, integer(0, 0x1p64), b -> unsigned(b.getLong()),
            (b, x) -> b.putLong(x < 0x1p63 ? (long) x : (long) (x - 0x1p63) + Long.MIN_VALUE)),
    /// 0 or 1, `|b1`, `BOOL`.
    BOOL("b1", "BOOL", 1, integer(0, 2), b -> bit(b.get()), (b, x) -> b.put((byte) x)),
    /// Texts, `<Un`: their Unicode code points along one more axis, the last, each text filled up with zeros. safetensors
    /// has no texts.
    TEXT("U", null, 4, codePoint(), b -> codePoint().applyAsDouble(b.getInt()), (b, x) -> b.putInt((int) x));

    final String numpyCode;
    final String safetensorsName;
    final int bytes;
    private final DoubleUnaryOperator nearest;
    private final ToDoubleFunction<ByteBuffer> get;
    private final ObjDoubleConsumer<ByteBuffer> put;

    DType(String numpyCode, String safetensorsName, int bytes, DoubleUnaryOperator nearest,
            ToDoubleFunction<ByteBuffer> get, ObjDoubleConsumer<ByteBuffer> put) {
        this.numpyCode = numpyCode;
        this.safetensorsName = safetensorsName;
        this.bytes = bytes;
        this.nearest = nearest;
        this.get = get;
        this.put = put;
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
        double element = nearest.applyAsDouble(x);
        if (isFloat() ? Double.isInfinite(element) && !Double.isInfinite(x) : element != element) {
            throw new IllegalArgumentException("DType: %s cannot hold %s".formatted(this, x));
        }
        return element;
    }

    /// The next element of a file; NaN for an integer type if it is none or a double cannot hold it.
    double get(ByteBuffer from) {
        return get.applyAsDouble(from);
    }

    /// Writes an element, which is one of this type.
    void put(ByteBuffer to, double element) {
        put.accept(to, element);
    }

    /// The name in NumPy's manner, such as `float64`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// x if it is an integer with min ≤ x < end, else NaN. Adding +0.0 makes +0.0 of −0.0, which no integer is.
    private static DoubleUnaryOperator integer(double min, double end) {
        return x -> x >= min && x < end && Math.rint(x) == x ? x + 0.0 : Double.NaN;
    }

    /// x if it is a Unicode scalar value, else NaN.
    private static DoubleUnaryOperator codePoint() {
        DoubleUnaryOperator codePoint = integer(0, 0x110000);
        return x -> x >= 0xd800 && x < 0xe000 ? Double.NaN : codePoint.applyAsDouble(x);
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

    private static double bit(byte b) {
        return b == 0 || b == 1 ? b : Double.NaN;
    }
}
