package dev.lanewise.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The JSON text in front of a safetensors file:
///
///     {"__metadata__": {"format": "pt"}, "0.weight": {"dtype": "F32", "shape": [3, 4], "data_offsets": [0, 48]}, …}
///
/// It is read by this grammar alone: there is no nesting to bound, and nothing is passed over.
///
/// @param metadata free texts
/// @param tensors what is said of each tensor, in the order of their bytes
record SafetensorsHeader(Map<String, String> metadata, List<Entry> tensors) {
    static final String METADATA = "__metadata__";

    /// What is said of a tensor.
    ///
    /// @param name its name
    /// @param dtype its type
    /// @param shape its axes
    /// @param begin where its bytes begin, from the end of the header on
    /// @param end where they end
    record Entry(String name, DType dtype, int[] shape, long begin, long end) implements Comparable<Entry> {
        /// Those without bytes come before what begins at the same place.
        @Override
        public int compareTo(Entry other) {
            return begin == other.begin ? Long.compare(end, other.end) : Long.compare(begin, other.begin);
        }
    }

    static SafetensorsHeader parse(byte[] bytes, String where) throws FormatException {
        if (bytes.length == 0 || bytes[0] != '{')
            throw FormatException.at(where, "the header does not begin with '{'");
        HeaderText text = HeaderText.of(where, bytes, StandardCharsets.UTF_8);
        List<Entry> tensors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, String> metadata = null;
        for (boolean more = open(text, '{', '}'); more; more = another(text, '}')) {
            String name = JsonString.read(text);
            text.expect(':');
            if (name.equals(METADATA)) {
                metadata = texts(text);
            } else {
                tensors.add(entry(text, name));
            }
            if (!names.add(name)) throw text.fault("%s twice", FormatException.quoted(name));
        }
        if (!text.atEnd()) throw text.unexpected("its end");
        Collections.sort(tensors);
        return new SafetensorsHeader(metadata == null ? Map.of() : metadata, tensors);
    }

    /// Passes the opening sign; whether the closing one does not follow at once.
    private static boolean open(HeaderText text, char opening, char closing) throws FormatException {
        text.expect(opening);
        return !text.take(closing);
    }

    /// Whether a comma follows rather than the closing sign, which is passed.
    private static boolean another(HeaderText text, char closing) throws FormatException {
        if (text.take(',')) return true;
        text.expect(closing);
        return false;
    }

    private static Map<String, String> texts(HeaderText text) throws FormatException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (boolean more = open(text, '{', '}'); more; more = another(text, '}')) {
            String key = JsonString.read(text);
            text.expect(':');
            if (texts.put(key, JsonString.read(text)) != null) {
                throw text.fault("%s twice", FormatException.quoted(key));
            }
        }
        return texts;
    }

    private static Entry entry(HeaderText text, String name) throws FormatException {
        DType dtype = null;
        int[] shape = null;
        long[] offsets = null;
        Set<String> seen = new HashSet<>();
        for (boolean more = open(text, '{', '}'); more; more = another(text, '}')) {
            String key = JsonString.read(text);
            text.expect(':');
            if (!seen.add(key)) throw text.fault("%s twice", FormatException.quoted(key));
            switch (key) {
                case "dtype" -> dtype = dtype(text);
                case "shape" -> shape = shape(text);
                case "data_offsets" -> offsets = offsets(text);
                default -> throw text.fault("the unknown key %s", FormatException.quoted(key));
            }
        }
        if (dtype == null || shape == null || offsets == null) {
            throw text.fault("a tensor without dtype, shape or data_offsets");
        }
        return new Entry(name, dtype, shape, offsets[0], offsets[1]);
    }

    private static DType dtype(HeaderText text) throws FormatException {
        String name = JsonString.read(text);
        for (DType dtype : DType.values()) if (name.equals(dtype.safetensorsName)) return dtype;
        throw text.fault("the dtype %s, which is not read,", FormatException.quoted(name));
    }

    private static int[] shape(HeaderText text) throws FormatException {
        List<Integer> axes = new ArrayList<>();
        for (boolean more = open(text, '[', ']'); more; more = another(text, ']')) {
            text.axis(axes);
        }
        return Shape.of(axes);
    }

    private static long[] offsets(HeaderText text) throws FormatException {
        text.expect('[');
        long begin = text.integer();
        text.expect(',');
        long end = text.integer();
        text.expect(']');
        return new long[] {begin, end};
    }

    /// The text, with spaces at its end up to a multiple of 8 bytes.
    byte[] bytes() {
        StringBuilder text = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            text.append(JsonString.of(METADATA)).append(":{");
            for (var named : metadata.entrySet()) {
                text.append(JsonString.of(named.getKey())).append(':').append(JsonString.of(named.getValue()))
                        .append(',');
            }
            text.setCharAt(text.length() - 1, '}');
            text.append(',');
        }
        for (Entry entry : tensors) {
            text.append(JsonString.of(entry.name)).append(":{\"dtype\":\"").append(entry.dtype.safetensorsName).append(
                    "\",\"shape\":[");
            for (int i = 0; i < entry.shape.length; i++) text.append(i == 0 ? "" : ",").append(entry.shape[i]);
            text.append("],\"data_offsets\":[").append(entry.begin).append(',').append(entry.end).append("]},");
        }
        if (text.length() > 1) text.setLength(text.length() - 1);
        text.append('}');
        return text.repeat(' ', -text.length() & 7).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
