package dev.lanewise.demo.fit;

import dev.lanewise.linalg.RankRule;

/// The rules for the rank that a user can name.
public enum RankChoice {
    /// Columns scaled to equal length first.
    SCALED(RankRule.scaled()),
    /// Singular values of the matrix as given, as NumPy's `lstsq` counts them.
    NUMPY(RankRule.numpy()),
    /// Every column counts.
    NONE(RankRule.none());

    private final RankRule rule;

    RankChoice(RankRule rule) {
        this.rule = rule;
    }

    /// The rule itself.
    ///
    /// @return the rule of the engine
    public RankRule rule() {
        return rule;
    }
}
