package dev.lanewise.io;

import java.util.Locale;

/// A string as JSON writes it (RFC 8259, section 7).
final class JsonString {
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private JsonString() {}

    static String read(HeaderText text) throws FormatException {
        text.expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = text.next(); c != '"'; c = text.next()) {
            if (c < ' ') throw text.fault("a control in a string");
            string.append(c == '\\' ? escape(text) : c);
        }
        if (hasHalfPair(string)) throw text.fault("half a surrogate pair");
        return string.toString();
    }

    /// Whether a surrogate stands alone, which no encoding of Unicode has.
    static boolean hasHalfPair(CharSequence string) {
        for (int i = 0, c; i < string.length(); i += Character.charCount(c)) {
            c = Character.codePointAt(string, i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) return true;
        }
        return false;
    }

    private static char escape(HeaderText text) throws FormatException {
        char c = text.next();
        int known = ESCAPED.indexOf(c);
        if (known >= 0) return MEANT.charAt(known);
        if (c != 'u') throw text.fault("an unknown escape");
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char digit = text.next();
            int value = digit < 0x80 ? Character.digit(digit, 16) : -1;
            if (value < 0) throw text.fault("an unknown escape");
            code = code << 4 | value;
        }
        return (char) code;
    }

    /// The string in quotes and in ASCII.
    static String of(String string) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : string.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
