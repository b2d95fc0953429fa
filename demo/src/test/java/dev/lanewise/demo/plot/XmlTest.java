package dev.lanewise.demo.plot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class XmlTest {
    private static final String HOSTILE = "a < b && c > \"d\" 'e' ]]> <script>";

    @Test
    void textAndAttributesReadBackAsTheyWere() throws Exception {
        Markup read = Markup.parse(new Xml().element("t", HOSTILE, "a", HOSTILE).toString());
        assertEquals(HOSTILE, read.root().getTextContent());
        assertEquals(HOSTILE, read.root().getAttribute("a"));
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() throws Exception {
        String text = "a\u0000b\u001fc\ud800d\uffffe";
        assertEquals("a\ufffdb\ufffdc\ufffdd\ufffde",
                Markup.parse(new Xml().element("t", text).toString()).root().getTextContent());
    }

    @Test
    void charactersBeyondTheBasicPlaneStay() throws Exception {
        assertEquals("𝟙", Markup.parse(new Xml().element("t", "𝟙").toString()).root().getTextContent());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "1, 1", "0.125, 0.12", "-2.5, -2.5", "-0.001, 0", "1e7, 10000000", "100, 100",
            "1e-300, 0", "123456.789, 123456.79"})
    void numbersHaveAtMostTwoDecimalsAndNoExponent(double value, String text) {
        assertEquals(text, Xml.number(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteHasNoPlace(double value) {
        assertThrows(IllegalArgumentException.class, () -> Xml.number(value));
        assertThrows(IllegalArgumentException.class, () -> new Xml().leaf("circle", "r", value));
    }

    @Test
    void anElementLeftOpenIsNotADocument() {
        Xml xml = new Xml().open("svg");
        assertEquals("<svg> is still open", assertThrows(IllegalStateException.class, xml::toString).getMessage());
    }

    @Test
    void anAttributeWithoutAValueIsRefused() {
        assertEquals("<g>: attribute id has no value",
                assertThrows(IllegalArgumentException.class, () -> new Xml().open("g", "id")).getMessage());
    }
}
