package dev.lanewise.demo.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/// A writer of well-formed XML: SVG, and HTML in its XML syntax.
///
/// Attributes are given as alternating names and values; a value that is a `Double` is written by [#number(double)].
/// Not safe for several threads.
public final class Xml {
    private static final int DECIMALS = 2;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Starts an empty document.
    public Xml() {}

    /// Opens an element, on a line of its own.
    ///
    /// @param name the element's name
    /// @param attributes alternating names and values
    /// @return this writer
    /// @throws IllegalArgumentException if a number among the attributes is not finite, or a value is missing
    public Xml open(String name, Object... attributes) {
        tag(name, attributes).append('>');
        open.push(name);
        return this;
    }

    /// Closes the element opened last.
    ///
    /// @return this writer
    /// @throws java.util.NoSuchElementException if none is open
    public Xml close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// Writes an element without content.
    ///
    /// @param name the element's name
    /// @param attributes alternating names and values
    /// @return this writer
    /// @throws IllegalArgumentException if a number among the attributes is not finite, or a value is missing
    public Xml leaf(String name, Object... attributes) {
        tag(name, attributes).append("/>");
        return this;
    }

    /// Writes an element that holds nothing but text.
    ///
    /// @param name the element's name
    /// @param content the text, not yet escaped
    /// @param attributes alternating names and values
    /// @return this writer
    /// @throws IllegalArgumentException if a number among the attributes is not finite, or a value is missing
    public Xml element(String name, String content, Object... attributes) {
        return open(name, attributes).text(content).close();
    }

    /// Writes text.
    ///
    /// @param content the text, not yet escaped
    /// @return this writer
    public Xml text(String content) {
        out.append(escape(content));
        return this;
    }

    /// Writes markup as it is.
    ///
    /// @param markup a well-formed fragment
    /// @return this writer
    public Xml raw(String markup) {
        out.append(markup);
        return this;
    }

    private StringBuilder tag(String name, Object... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("<" + name + ">: attribute " + attributes[attributes.length - 1]
                    + " has no value");
        }
        if (!out.isEmpty()) out.append('\n');
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1] instanceof Double d ? number(d) : escape(attributes[i + 1].toString());
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        return out;
    }

    /// A number with at most two decimals, never in scientific notation.
    ///
    /// @param value a finite number
    /// @return the digits
    /// @throws IllegalArgumentException if the value is not finite: there is no such place in a picture
    public static String number(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("no place in a picture: " + value);
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    /// Text that is safe as element content and between double quotes: markup escaped, characters that XML 1.0 does not
    /// allow replaced by U+FFFD.
    ///
    /// @param text any text
    /// @return the escaped text
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000;
    }

    /// The document so far.
    ///
    /// @return the markup
    /// @throws IllegalStateException if an element is still open
    @Override
    public String toString() {
        if (!open.isEmpty()) throw new IllegalStateException("<" + open.peek() + "> is still open");
        return out.toString();
    }
}
