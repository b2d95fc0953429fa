package dev.lanewise.demo.terminal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.lanewise.io.FormatException;

/// Wrong usage or input: its message is the one sentence that the user reads, and the exit code is 2.
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An end of the run.
    ///
    /// @param sentence what was wrong and where, without a full stop
    public InputException(String sentence) {
        super(sentence);
    }

    /// A file that cannot be read, in the words of who reads it where it is not the system that refuses.
    ///
    /// @param file the file as the user named it
    /// @param e why
    /// @return the sentence
    public static InputException unreadable(Path file, IOException e) {
        return new InputException(switch (e) {
            case NoSuchFileException _ -> "there is no file " + file;
            case AccessDeniedException _ -> "the file %s may not be read".formatted(file);
            case CharacterCodingException _ -> file + " is not a text file in UTF-8";
            case FormatException _ -> PrintableText.of(e.getMessage());
            default -> "the file %s cannot be read (%s)".formatted(file, e.getMessage());
        });
    }
}
