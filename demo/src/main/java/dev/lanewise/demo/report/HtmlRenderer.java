package dev.lanewise.demo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.lanewise.demo.plot.Xml;

/// Writes a report as one HTML page that holds its figures and its style, needs no script and fetches nothing. The page
/// is well-formed XML, too.
///
/// On a narrow screen figures shrink as far as their type can be read; from there on they scroll, unless they adapt. The
/// rows of a wide table become cards there, a line for each cell with its header before it.
public final class HtmlRenderer {
    /// A figure is never shown smaller than this share of its size: type of 14 then is about 10 high.
    private static final double SMALLEST_SCALE = 0.72;
    /// Characters of a table that a phone has room for.
    private static final int NARROW_TABLE = 40;

    private final Xml xml = new Xml();
    private int figures;

    private HtmlRenderer() {}

    /// The whole page.
    ///
    /// @param report the report
    /// @return an HTML document, to be encoded in UTF-8
    public static String render(Report report) {
        return "<!DOCTYPE html>\n" + new HtmlRenderer().page(report) + "\n";
    }

    private String page(Report report) {
        xml.open("html", "lang", "en").open("head");
        xml.leaf("meta", "charset", "utf-8");
        xml.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        xml.element("title", report.title());
        xml.open("style").raw("\n" + Stylesheet.CSS).close().close();
        xml.open("body").open("main").element("h1", report.title());
        if (!report.lead().isBlank()) running("p", report.lead(), "class", "lead");
        contents(report.sections());
        for (int i = 0; i < report.sections().size(); i++) section(report.sections().get(i), i + 1);
        return xml.close().close().close().toString();
    }

    private void contents(List<Section> sections) {
        if (sections.size() < 2) return;
        xml.open("nav", "aria-label", "Contents").open("ol");
        for (int i = 0; i < sections.size(); i++) {
            xml.open("li").element("a", sections.get(i).title(), "href", "#" + anchor(i + 1)).close();
        }
        xml.close().close();
    }

    private void section(Section section, int number) {
        String heading = anchor(number) + "-heading";
        xml.open("section", "id", anchor(number), "aria-labelledby", heading);
        xml.element("h2", number + ". " + section.title(), "id", heading);
        section.blocks().forEach(this::block);
        xml.close();
    }

    private static String anchor(int number) {
        return "section-" + number;
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> running("p", paragraph.text());
            case Block.Bullets bullets -> {
                xml.open("ul");
                bullets.items().forEach(item -> running("li", item));
                xml.close();
            }
            case Block.Formula formula -> xml.element("pre", formula.text().stripTrailing(), "class", "formula");
            case Block.Illustration picture -> illustration(picture);
            case Table table -> table(table);
        }
    }

    private void illustration(Block.Illustration illustration) {
        String id = "figure-" + ++figures;
        boolean isDrawn = illustration instanceof Block.Drawing;
        xml.open("figure", "id", id).open("div", "class", isDrawn ? "scroll drawn" : "scroll", "tabindex", "0", "role",
                "group", "aria-label", "Figure " + figures);
        switch (illustration) {
            case Block.Drawing drawing -> xml.raw("\n" + drawing.svg());
            case Block.Picture picture -> picture(picture, id);
        }
        xml.close();
        running("figcaption", "Figure " + figures + ". " + illustration.caption() + " `" + illustration.fileName()
                + "`");
        xml.close();
    }

    private void picture(Block.Picture picture, String id) {
        double narrowest = Math.rint(picture.figure().width() * SMALLEST_SCALE);
        xml.open("div", "class", picture.adapts() ? "picture roomy" : "picture", "style", "min-width: " + Xml.number(
                narrowest) + "px");
        xml.raw("\n" + picture.figure().inline(id + "-")).close();
        if (picture.adapts()) {
            xml.open("div", "class", "picture narrow").raw("\n" + picture.figure().narrow().inline(id + "-narrow-"))
                    .close();
        }
    }

    private void table(Table table) {
        List<List<String>> columns = columns(table);
        xml.open("div", "class", "scroll table").open("table", "class", isWide(table, columns) ? "cards" : "plain");
        if (!table.caption().isBlank()) running("caption", table.caption());
        xml.open("thead").open("tr");
        for (int i = 0; i < table.headers().size(); i++) {
            xml.element("th", table.headers().get(i), "scope", "col", "class", style(table, i));
        }
        xml.close().close().open("tbody");
        for (int row = 0; row < table.rows().size(); row++) {
            xml.open("tr");
            for (int i = 0; i < columns.size(); i++) {
                xml.element("td", columns.get(i).get(row), "class", style(table, i), "data-name",
                        table.headers().get(i));
            }
            xml.close();
        }
        xml.close().close().close();
    }

    /// Whether numbers, which do not wrap, need more room than a phone has.
    private static boolean isWide(Table table, List<List<String>> columns) {
        int width = 0;
        for (int i = 0; i < columns.size(); i++) {
            boolean wraps = style(table, i).equals("text") && i > 0;
            width += 2 + Stream.concat(Stream.of(table.headers().get(i).split(" ")),
                    wraps
                            ? Stream.empty()
                            : columns.get(
                                    i).stream())
                    .mapToInt(TextWidth::of).max().orElse(0);
        }
        return width > NARROW_TABLE;
    }

    private static List<List<String>> columns(Table table) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < table.headers().size(); i++) {
            boolean decimal = table.alignments().get(i) == Table.Alignment.DECIMAL;
            columns.add(decimal ? DecimalPoints.PROPORTIONAL.align(table.column(i)) : table.column(i));
        }
        return columns;
    }

    private static String style(Table table, int column) {
        return table.alignments().get(column) == Table.Alignment.LEFT ? "text" : "number";
    }

    /// An element of running text; every second part between backticks is code. A backtick without a partner is itself.
    private void running(String element, String text, Object... attributes) {
        String[] parts = text.split("`", -1);
        StringBuilder markup = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i < parts.length - 1;
            if (i % 2 == 1 && !code) markup.append('`');
            markup.append(code ? "<code>" : "").append(Xml.escape(parts[i])).append(code ? "</code>" : "");
        }
        xml.open(element, attributes).raw(markup.toString()).close();
    }
}
