package dev.lanewise.demo.lesson;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.demo.plot.Figure;
import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;

import static dev.lanewise.demo.lesson.Prose.paragraph;

/// Two hidden layers: the lesson's ten parallel chains, and layers that are truly dense.
final class DeepChapter implements Chapter {
    private static final int NEURONS = 10;

    private final FittedNetwork chains;

    DeepChapter(FittedNetwork chains) {
        this.chains = chains;
    }

    @Override
    public String work() {
        return "fitting two layers";
    }

    @Override
    public Section tell() {
        NumpyFit numpy = NumpyFit.deep();
        FittedNetwork uniform = uniform(42);
        return Section.of("The deep fit: two hidden layers",
                paragraph("The lesson goes on with a second hidden layer, made like the first:"),
                new Block.Formula("""
                        w1, b1, w2, b2 = (np.random.rand(10) for _ in range(4))
                        neurons = np.tanh(w2 * np.tanh(w1 * x[:, None] + b1) + b2)
                        """),
                FitTables.besideNumpy(chains, numpy),
                new Block.Picture("deep-fit.svg", FitPictures.fit("Two layers of ten random tanh neurons, fitted to "
                        + "x · sin x", chains), "The deep fit and what it leaves."),
                FitTables.distances(chains, numpy),
                paragraph("""
                        Twice the random numbers, and a larger error than with one layer. Look at what was built. `w2`
                        is a vector, not a matrix: `w2 * h` multiplies neuron by neuron, so each neuron of the second
                        layer sees one neuron of the first. W₂ is a diagonal matrix, and the picture is no web but ten
                        parallel chains that meet only at the output.
                        """),
                new Block.Picture("deep-network.svg", Figure.of(FitPictures.diagram("The deep network of the lesson: "
                        + "ten parallel chains", chains, "10 tanh neurons", "10 tanh, one to one")),
                        "Each neuron of the second layer sees exactly one neuron of the first."),
                paragraph("""
                        Each chain is still one rising curve, tanh(w₂ tanh(w₁x + b₁) + b₂), squeezed twice and so
                        flatter than before. Depth pays where neurons of a later layer combine several earlier ones.
                        Here are two second layers that are dense, with the same first layer: one of uniform weights
                        from [0, 1) like the lesson's, drawn next from the same generator (100 weights, 10 biases), and
                        one of standard normal weights (seed 42).
                        """),
                beside(uniform, normal(42)),
                new Block.Picture("dense-network.svg", Figure.of(FitPictures.diagram("A dense second layer, uniform "
                        + "weights", uniform, "10 tanh neurons", "10 tanh, all to all")),
                        "The same first layer with a dense second one: every neuron sees all ten."),
                paragraph("""
                        Dense is not better by itself. With weights from [0, 1) every neuron of the second layer adds up
                        ten positive terms: the sums are large, tanh is nearly 1 throughout (on average %s here), and
                        the ten neurons hardly differ. Weights of both signs keep them apart, as the condition shows.
                        And one draw is luck; the next part looks at many.
                        """, Digits.of(mean(hidden(uniform)), 3)));
    }

    /// The lesson's law, but all to all.
    static FittedNetwork uniform(long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        Dense first = RandomLayer.uniform(random, NEURONS, Activation.TANH);
        Matrix weights = Matrix.wrap(NEURONS, NEURONS, random.rand(NEURONS * NEURONS));
        return fit(first, new Dense(weights, random.rand(NEURONS), Activation.TANH));
    }

    /// Normal weights in the second layer, from a generator of its own.
    static FittedNetwork normal(long seed) {
        Dense first = RandomLayer.uniform(new NumpyRandom(seed), NEURONS, Activation.TANH);
        return fit(first, RandomLayer.normal(new NumpyRandom(seed), NEURONS, NEURONS, Activation.TANH));
    }

    private static FittedNetwork fit(Dense first, Dense second) {
        return FittedNetwork.of(Network.input(1).dense(first).dense(second).build(), Samples.ofTheLesson(), false,
                RankRule.numpy());
    }

    private static double[] hidden(FittedNetwork fitted) {
        Network hidden = Network.input(1).dense(fitted.layer(0)).dense(fitted.layer(1)).build();
        return hidden.predict(fitted.samples().inputs()).array();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private Table beside(FittedNetwork uniform, FittedNetwork normal) {
        return Table.of("", List.of("second layer", "RMSE", "rank", "condition"), List.of(
                row("one to one (the lesson)", chains),
                row("dense, uniform weights", uniform),
                row("dense, normal weights", normal)));
    }

    private static List<String> row(String name, FittedNetwork fitted) {
        return List.of(name, Digits.of(fitted.rmse(), 6), Integer.toString(fitted.fit().rank()),
                Digits.of(fitted.condition(), 4));
    }
}
