package dev.lanewise.demo.terminal;

import dev.lanewise.Lanewise;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints: the version, and what this process computes with.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"lanewise " + Lanewise.VERSION, backend()};
    }

    /// The line of [Lanewise#describe], where a backend that was asked for and cannot be had is the user's mistake.
    static String backend() {
        try {
            return Lanewise.describe();
        } catch (IllegalStateException e) {
            throw new InputException(e.getMessage());
        }
    }
}
