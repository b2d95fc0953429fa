package dev.lanewise.demo.lesson;

import java.util.List;

/// The lesson: its two fits, and its chapters in order.
///
/// @param shallow one hidden layer of ten neurons
/// @param deep two of them
public record Lesson(FittedNetwork shallow, FittedNetwork deep) {
    /// What it is called.
    public static final String TITLE = "A lesson: f(x) = σ(W₂σ(W₁x + b₁) + b₂)";

    private static final int NEURONS = 10;
    private static final long SEED = 42;

    /// Computes the two fits.
    ///
    /// @return the lesson
    public static Lesson compute() {
        return new Lesson(FittedNetwork.asInTheLesson(NEURONS, 1, SEED), FittedNetwork.asInTheLesson(NEURONS, 2, SEED));
    }

    /// What stands before the chapters.
    ///
    /// @param arithmetic what computed, as [dev.lanewise.Lanewise#describe] says
    /// @return a paragraph
    public static String lead(String arithmetic) {
        return "A neural network is a formula: multiply by a matrix, add a vector, bend, and once more. What can such "
                + "a formula do, what does it take, and what does the famous theorem promise? Every number below was "
                + "computed just now, except those that are named as NumPy's, and would be the same to the last bit on "
                + "any machine. This one computed with: " + arithmetic + ".";
    }

    /// The seven chapters.
    ///
    /// @return an unmodifiable list
    public List<Chapter> chapters() {
        return List.of(new ActivationChapter(), new CollapseChapter(), new ShallowChapter(shallow),
                new DeepChapter(deep), new SweepChapter(), new DepthChapter(), new TheoremChapter());
    }
}
