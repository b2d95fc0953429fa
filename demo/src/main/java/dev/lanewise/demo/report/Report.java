package dev.lanewise.demo.report;

import java.util.List;

/// A titled account in numbered sections.
///
/// @param title what it is called; plain text
/// @param lead a paragraph that stands before the sections; may be empty
/// @param sections the sections in their order
public record Report(String title, String lead, List<Section> sections) {
    /// Copies the list.
    public Report {
        sections = List.copyOf(sections);
    }

    /// Its pictures, in their order.
    ///
    /// @return an unmodifiable list
    public List<Block.Illustration> pictures() {
        return sections.stream().flatMap(section -> section.blocks().stream())
                .filter(Block.Illustration.class::isInstance).map(Block.Illustration.class::cast).toList();
    }

    /// The report where no file is written that could hold its pictures.
    ///
    /// @return the same without them
    public Report withoutPictures() {
        return new Report(title, lead, sections.stream().map(section -> new Section(section.title(), section.blocks()
                .stream().filter(block -> !(block instanceof Block.Illustration)).toList())).toList());
    }

    /// Writes the report as a page, and beside it each of its pictures as a file of its own.
    ///
    /// @param folder where to
    /// @param page the name of the page
    /// @throws OutputException if a file cannot be written
    public void saveIn(OutputFolder folder, String page) throws OutputException {
        for (Block.Illustration picture : pictures()) folder.write(picture.fileName(), picture.svg());
        folder.write(page, HtmlRenderer.render(this));
    }
}
