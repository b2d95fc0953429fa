package dev.lanewise.demo.terminal;

/// Wrong usage or input: its message is the one sentence that the user reads, and the exit code is 2.
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An end of the run.
    ///
    /// @param sentence what was wrong and where, without a full stop
    public InputException(String sentence) {
        super(sentence);
    }
}
