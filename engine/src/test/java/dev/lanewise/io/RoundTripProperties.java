package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// What is written is read again as the same tensor, in every type, shape, layout and format.
@Tag("once")
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // more of them than tries
class RoundTripProperties {
    private static final long LIMIT = 100_000;

    /// A tensor whose elements are any that the type has.
    private static Tensor any(DType dtype, List<Integer> axes, long seed) {
        int[] shape = axes.stream().mapToInt(n -> n).toArray();
        if (dtype == DType.TEXT && shape.length == 0) shape = new int[] {3};
        Samples samples = new Samples(seed);
        double[] values = new double[(int) Shape.elements(shape)];
        Arrays.setAll(values, i -> element(dtype, samples));
        return Tensor.of(dtype, shape, values);
    }

    private static double element(DType dtype, Samples samples) {
        while (true) {
            long bits = samples.bits();
            double value = switch (dtype) {
                case FLOAT64 -> Double.longBitsToDouble(bits);
                case FLOAT32 -> Float.intBitsToFloat((int) bits);
                case FLOAT16 -> Float.float16ToFloat((short) bits);
                case BFLOAT16 -> Float.intBitsToFloat((int) bits << 16);
                case BOOL -> bits & 1;
                case TEXT -> bits >>> 56 == 0 ? bits & 0xffff : bits & 0x7f;
                case INT64, INT32, INT16, INT8 -> (double) (bits >> 64 - 8 * dtype.bytes >> (bits & 0x3f));
                case UINT64, UINT32, UINT16, UINT8 -> (double) (bits >>> 64 - 8 * dtype.bytes >>> 1) * 2;
            };
            if (value != 0x1p63 && value < 0x1p64 && !(dtype == DType.TEXT && value >= 0xd800 && value < 0xe000)
                    || dtype.isFloat()) {
                return value;
            }
        }
    }

    @Property(tries = 1000)
    void npy(@ForAll DType dtype, @ForAll @Size(max = 4) List<@IntRange(max = 5) Integer> axes, @ForAll boolean big,
            @ForAll boolean fortran, @ForAll @IntRange(min = 1, max = 3) int version,
            @ForAll long seed) throws IOException {
        Tensor tensor = any(dtype, axes, seed);
        var out = new ByteArrayOutputStream();
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Npy.write(out, tensor, new Npy.Layout(order, fortran, version));
        assertEquals(tensor, Npy.read(out.toByteArray(), LIMIT));
    }

    @Property(tries = 300)
    void npzAndSafetensors(@ForAll @Size(max = 5) List<DType> dtypes,
            @ForAll @Size(max = 3) List<@IntRange(max = 5) Integer> axes,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'ÿ') String name, @ForAll boolean compressed,
            @ForAll long seed) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (DType dtype : dtypes) {
            String plain = name.codePoints().filter(Character::isLetter).collect(StringBuilder::new,
                    StringBuilder::appendCodePoint, StringBuilder::append).toString();
            tensors.put("x" + plain + tensors.size(), any(dtype, axes, seed + tensors.size()));
        }
        var npz = new ByteArrayOutputStream();
        Npz.write(npz, tensors, compressed);
        assertEquals(tensors, Npz.read(npz.toByteArray(), LIMIT));
        var again = new ByteArrayOutputStream();
        Npz.write(again, tensors, compressed);
        assertArrayEquals(npz.toByteArray(), again.toByteArray(), "the same arrays, the same bytes");

        tensors.values().removeIf(tensor -> tensor.dtype() == DType.TEXT);
        Safetensors file = new Safetensors(tensors, Map.of(name + "\"\\\n", name + "𝛔"));
        var out = new ByteArrayOutputStream();
        file.write(out);
        assertEquals(file, Safetensors.read(out.toByteArray(), LIMIT));
    }

    /// Larger than every buffer on the way.
    @Property(tries = 20)
    void large(@ForAll DType dtype, @ForAll boolean compressed, @ForAll long seed) throws IOException {
        Map<String, Tensor> tensors = Map.of("x", any(dtype, List.of(101, 211, 3), seed));
        var npz = new ByteArrayOutputStream();
        Npz.write(npz, tensors, compressed);
        assertEquals(tensors, Npz.read(npz.toByteArray(), LIMIT));
    }
}
