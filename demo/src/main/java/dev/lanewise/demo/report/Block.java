package dev.lanewise.demo.report;

import java.util.List;

import dev.lanewise.demo.plot.Figure;

/// A piece of content. In running text, words between two backticks are code; mathematics is plain Unicode.
public sealed interface Block permits Block.Paragraph, Block.Bullets, Block.Formula, Block.Illustration, Table {
    /// Running text.
    ///
    /// @param text one paragraph; its line breaks are spaces
    record Paragraph(String text) implements Block {}

    /// A list of short texts.
    ///
    /// @param items running text each
    record Bullets(List<String> items) implements Block {
        /// Copies the list.
        public Bullets {
            items = List.copyOf(items);
        }

        /// A list of these items.
        ///
        /// @param items running text each
        /// @return the list
        public static Bullets of(String... items) {
            return new Bullets(List.of(items));
        }
    }

    /// Lines that are kept as they are, in type of one width.
    ///
    /// @param text one or several lines
    record Formula(String text) implements Block {}

    /// Something to look at, which also is a file of its own.
    sealed interface Illustration extends Block permits Picture, Drawing {
        /// The file that holds it.
        ///
        /// @return a name without a folder
        String fileName();

        /// What it shows.
        ///
        /// @return running text
        String caption();

        /// The file's content.
        ///
        /// @return an SVG document, to be encoded in UTF-8
        String svg();
    }

    /// A drawing that was made elsewhere.
    ///
    /// @param fileName the file that holds it
    /// @param svg an SVG document without a prolog and without ids, which stands in a page as it is
    /// @param caption running text
    record Drawing(String fileName, String svg, String caption) implements Illustration {}

    /// A figure.
    ///
    /// @param fileName the file that holds it
    /// @param figure the figure
    /// @param caption running text
    /// @param adapts whether a page shows it drawn anew where the screen is narrow
    record Picture(String fileName, Figure figure, String caption, boolean adapts) implements Illustration {
        /// A figure that is the same on every screen.
        ///
        /// @param fileName the file that holds it
        /// @param figure the figure
        /// @param caption running text
        public Picture(String fileName, Figure figure, String caption) {
            this(fileName, figure, caption, false);
        }

        @Override
        public String svg() {
            return figure.svg();
        }
    }
}
