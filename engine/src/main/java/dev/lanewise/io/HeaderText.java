package dev.lanewise.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/// A place in the text of a header, from where it is read token by token.
///
/// It knows what the two headers have in common, npy's and safetensors': spaces, signs, and integers without a sign. What
/// a string is differs.
final class HeaderText {
    private final String where;
    private final String text;
    private int at;

    HeaderText(String where, String text) {
        this.where = where;
        this.text = text;
    }

    /// The text that some bytes are, in a charset that knows each of them.
    static HeaderText of(String where, byte[] bytes, Charset charset) throws FormatException {
        try {
            return new HeaderText(where, charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw FormatException.at(where, "the header is not in %s", charset);
        }
    }

    /// The next character, behind any space; 0 at the end.
    char peek() {
        while (at < text.length() && isSpace(text.charAt(at))) at++;
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    boolean atEnd() {
        peek();
        return at == text.length();
    }

    /// The very next character, a space too.
    char next() throws FormatException {
        if (at == text.length()) throw unexpected("more");
        return text.charAt(at++);
    }

    /// Whether the next character is this one, which is then passed.
    boolean take(char c) {
        if (atEnd() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    /// Passes this character.
    void expect(char c) throws FormatException {
        if (!take(c)) throw unexpected("'" + c + "'");
    }

    /// Passes this word if it comes next.
    boolean takeWord(String word) {
        peek();
        if (!text.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }

    /// An integer ≥ 0, without leading zeros.
    long integer() throws FormatException {
        if (peek() == '-') throw fault("a negative number");
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        if (at == from) throw unexpected("an integer");
        if (at - from > 1 && text.charAt(from) == '0') throw fault("a number that begins with 0");
        if (at - from > 18) throw fault("a number of %d digits", at - from);
        return Long.parseLong(text, from, at, 10);
    }

    /// Appends an integer that can be the length of an axis.
    void axis(List<Integer> axes) throws FormatException {
        if (axes.size() == Shape.MAX_AXES) throw fault("more than %d axes", Shape.MAX_AXES);
        long length = integer();
        if (length > Integer.MAX_VALUE) {
            throw fault("an axis of %d elements, longer than a Java array", length);
        }
        axes.add((int) length);
    }

    FormatException unexpected(String expected) {
        String found = at < text.length()
                ? FormatException.quoted(text.substring(at, Math.min(text.length(), at + 12)).strip())
                : "its end";
        return FormatException.at(where, "the header has %s at character %d where %s should be", found, at, expected);
    }

    /// The header has something that it must not have, before this place.
    FormatException fault(String what, Object... values) {
        return FormatException.at(where, "the header has %s before character %d", what.formatted(values), at);
    }
}
