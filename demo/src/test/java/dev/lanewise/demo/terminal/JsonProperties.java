package dev.lanewise.demo.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

import com.google.gson.JsonParser;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.junit.jupiter.api.Assertions.assertEquals;

class JsonProperties {
    private static String print(Consumer<Json> fields) {
        StringWriter text = new StringWriter();
        Json.print(new PrintWriter(text), fields);
        return text.toString();
    }

    @Example
    void oneObjectInOneLine() {
        assertEquals("{\"n\":3,\"x\":[0.1,null,-0.0],\"ok\":true,\"in\":{\"a\":null,\"b\":null},\"s\":\"a\\\"\\n→\"}\n",
                print(json -> json.field("n", 3).field("x", new double[] {0.1, Double.NaN, -0.0}).field("ok", true)
                        .field("in", inner -> inner.field("a", Double.POSITIVE_INFINITY).field("b",
                                Double.NEGATIVE_INFINITY))
                        .field("s", "a\"\n→")).replace(System.lineSeparator(), "\n"));
    }

    @Property(tries = 500)
    void aDoubleReadsBackBitByBit(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        var read = JsonParser.parseString(print(json -> json.field("x", value))).getAsJsonObject().get("x");
        if (Double.isFinite(value)) {
            assertEquals(bits, Double.doubleToRawLongBits(read.getAsDouble()));
        } else {
            assertEquals("null", read.toString());
        }
    }
}
