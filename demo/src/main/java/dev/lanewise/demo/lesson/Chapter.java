package dev.lanewise.demo.lesson;

import dev.lanewise.demo.report.Section;

/// A part of the lesson: it computes what it needs when it is told.
public interface Chapter {
    /// What is being done while the chapter computes, for a progress line.
    ///
    /// @return a few words without a full stop
    String work();

    /// Computes, and tells what was found.
    ///
    /// @return the account of it, with its figures
    Section tell();
}
