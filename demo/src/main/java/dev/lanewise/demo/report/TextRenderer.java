package dev.lanewise.demo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a report as plain text of 100 columns; a table that needs more has more.
public final class TextRenderer {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private TextRenderer() {}

    /// The whole report.
    ///
    /// @param report the report
    /// @return its text, which ends with a line feed
    public static String render(Report report) {
        StringBuilder text = new StringBuilder(report.title() + "\n" + "═".repeat(TextWidth.of(report.title())) + "\n");
        if (!report.lead().isBlank()) text.append('\n').append(TextWidth.wrap(report.lead(), "", WIDTH));
        for (int i = 0; i < report.sections().size(); i++) {
            text.append('\n').append(render(report.sections().get(i), i + 1));
        }
        return text.toString();
    }

    /// One section, for an account that is printed while it is made.
    ///
    /// @param section the section
    /// @param number its number in the report, from 1
    /// @return its text, which ends with a line feed
    public static String render(Section section, int number) {
        String heading = number + ". " + section.title();
        return heading + "\n" + "─".repeat(TextWidth.of(heading)) + "\n"
                + section.blocks().stream().map(TextRenderer::render).collect(Collectors.joining("\n"));
    }

    private static String render(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> TextWidth.wrap(paragraph.text(), "", WIDTH);
            case Block.Bullets bullets -> bullets.items().stream()
                    .map(item -> TextWidth.wrap(item, INDENT + "• ", WIDTH)).collect(Collectors.joining());
            case Block.Formula formula -> formula.text().stripTrailing().lines().map(line -> INDENT + line + "\n")
                    .collect(Collectors.joining());
            case Block.Illustration picture ->
                TextWidth.wrap(picture.fileName() + ": " + picture.caption(), INDENT + "▸ ",
                        WIDTH);
            case Table table -> render(table);
        };
    }

    private static String render(Table table) {
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < table.headers().size(); i++) columns.add(column(table, i));
        StringBuilder text = new StringBuilder();
        if (!table.caption().isBlank()) text.append(TextWidth.wrap(table.caption(), INDENT, WIDTH));
        for (int row = 0; row < table.rows().size() + 2; row++) {
            int line = row;
            text.append((INDENT + columns.stream().map(c -> c.get(line)).collect(Collectors.joining(INDENT)))
                    .stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /// Header, rule and cells of a column, all equally long.
    private static List<String> column(Table table, int index) {
        Table.Alignment alignment = table.alignments().get(index);
        List<String> cells = new ArrayList<>(table.column(index));
        if (alignment == Table.Alignment.DECIMAL) cells = new ArrayList<>(DecimalPoints.MONOSPACED.align(cells));
        cells.addFirst(table.headers().get(index));
        int width = cells.stream().mapToInt(TextWidth::of).max().orElse(0);
        cells.add(1, "─".repeat(width));
        return cells.stream().map(cell -> alignment == Table.Alignment.LEFT
                ? TextWidth.padRight(cell, width)
                : TextWidth.padLeft(cell, width)).toList();
    }
}
