package dev.lanewise.demo.plot;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/// A document as the JDK's parser reads it; the parser refuses what is not well-formed, and everything from outside.
public record Markup(Document document) {
    public static Markup parse(String text) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        builder.setEntityResolver((id, system) -> {
            throw new AssertionError("asks for " + system);
        });
        return new Markup(builder.parse(new InputSource(new StringReader(text))));
    }

    public Element root() {
        return document.getDocumentElement();
    }

    public List<Element> all(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    public List<Element> all(String name, String ofClass) {
        return all(name).stream().filter(e -> e.getAttribute("class").equals(ofClass)).toList();
    }

    public List<String> texts(String name) {
        return all(name).stream().map(Element::getTextContent).toList();
    }

    public List<String> values(String attribute) {
        return all("*").stream().filter(e -> e.hasAttribute(attribute)).map(e -> e.getAttribute(attribute)).toList();
    }
}
