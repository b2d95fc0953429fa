package dev.lanewise.demo.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Figure;
import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;
import dev.lanewise.nn.Activation;

import static dev.lanewise.demo.lesson.Prose.paragraph;

/// Values, slopes and ranges of the activation functions; where gradients vanish and where ReLU is dead.
final class ActivationChapter implements Chapter {
    private static final double[] ARGUMENTS = {-5, -2, -1, -0.5, 0, 0.5, 1, 2, 5};
    private static final int[] DEPTHS = {1, 2, 5, 10, 20};

    private final ActivationProfile tanh = ActivationProfile.of(Activation.TANH);
    private final ActivationProfile sigmoid = ActivationProfile.of(Activation.SIGMOID);
    private final ActivationProfile relu = ActivationProfile.of(Activation.RELU);

    @Override
    public String work() {
        return "looking at activation functions";
    }

    @Override
    public Section tell() {
        return Section.of("Activation functions: where a network bends",
                paragraph("""
                        A layer multiplies its input by a matrix and adds a vector. That alone is a flat map. Then it
                        bends: every output goes through an activation function σ, one number in, one number out. Three
                        are in common use.
                        """),
                new Block.Formula("""
                        tanh x     = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)     slope  1 − tanh² x                  range (−1, 1)
                        sigmoid x  = 1/(1 + e⁻ˣ)               slope  sigmoid x · (1 − sigmoid x)  range (0, 1)
                        ReLU x     = max(x, 0)                 slope  1 for x > 0, 0 for x ≤ 0     range [0, ∞)
                        """),
                values(),
                paragraph("""
                        The curves of tanh and sigmoid are one curve at two scales: sigmoid x = (1 + tanh(x/2))/2. Both
                        are bounded and increasing; ReLU is neither bounded nor strictly increasing, and has no slope at
                        its kink, where 0 is taken.
                        """),
                new Block.Picture("activations.svg", picture(), "The three activation functions and their slopes."),
                profiles(),
                paragraph("""
                        The ranges are open on paper. In doubles they close: from x = %s on the number nearest to tanh x
                        is 1, and from x = %s on the one nearest to sigmoid x. (The slope there is still positive:
                        tanh′ 20 is %s, which 1 − tanh² 20 would lose.)
                        """, Digits.of(tanh.constantBeyond(), 4), Digits.of(sigmoid.constantBeyond(), 4),
                        Digits.of(Activation.TANH.derivative(20), 3)),
                paragraph("""
                        Vanishing gradients. To train a deep network, slopes are multiplied along the way from the
                        output back to the input. No slope of sigmoid exceeds ¼, so L layers of it pass on at most 4⁻ᴸ
                        of the gradient, times the weights between them: for ten layers, %s. The slope of tanh reaches
                        1, but only at 0. Below is what a chain of neurons with weight 1 passes on from the input x = 1.
                        """, Digits.of(bound(10), 2)),
                chains(),
                paragraph("""
                        Dead neurons. The slope of ReLU does not fade: it is 1 or 0. Where its input is ≤ 0 the gradient
                        is not small but exactly 0. A neuron with wx + b ≤ 0 at every sample always answers 0, passes
                        nothing back, and no step along a gradient will ever move its weights: it is dead. The fits
                        below train no hidden weights at all, so nothing here can vanish; other trouble will come
                        instead.
                        """));
    }

    private static double bound(int depth) {
        return Math.scalb(1.0, -2 * depth);
    }

    private Table values() {
        List<List<String>> rows = new ArrayList<>();
        for (double x : ARGUMENTS) {
            List<String> row = new ArrayList<>(List.of(Digits.plain(x)));
            for (ActivationProfile profile : List.of(tanh, sigmoid, relu)) {
                row.add(cell(profile.activation().apply(x)));
                row.add(cell(profile.activation().derivative(x)));
            }
            rows.add(row);
        }
        return Table.of("", List.of("x", "tanh x", "slope", "sigmoid x", "slope", "ReLU x", "slope"), rows);
    }

    private static String cell(double value) {
        return value == Math.rint(value) ? Digits.plain(value) : Digits.of(value, 5);
    }

    private Table profiles() {
        List<List<String>> rows = new ArrayList<>();
        for (ActivationProfile p : List.of(tanh, sigmoid, relu)) {
            boolean flat = Double.isFinite(p.flatBeyond());
            rows.add(List.of(p.symbol(), p == tanh ? "(−1, 1)" : p == sigmoid ? "(0, 1)" : "[0, ∞)",
                    Digits.plain(p.steepest()),
                    flat ? "|x| ≥ " + Digits.of(p.flatBeyond(), 4) : "x ≤ 0 (exactly 0)",
                    flat ? "x ≥ " + Digits.of(p.constantBeyond(), 4) : "never"));
        }
        return Table.of("Where they are flat", List.of("σ", "range", "steepest slope", "slope below "
                + Digits.plain(ActivationProfile.FLAT), "1 to the last bit"), rows);
    }

    private Table chains() {
        List<List<String>> rows = new ArrayList<>();
        for (int depth : DEPTHS) {
            rows.add(List.of(Integer.toString(depth), Digits.of(tanh.chainSlope(depth, 1), 3),
                    Digits.of(sigmoid.chainSlope(depth, 1), 3), Digits.of(bound(depth), 3),
                    Digits.plain(relu.chainSlope(depth, 1)), Digits.plain(relu.chainSlope(depth, -1))));
        }
        return Table.of("Slope of a chain of L neurons", List.of("L", "tanh", "sigmoid", "4⁻ᴸ", "ReLU",
                "ReLU from x = −1"), rows);
    }

    private static Figure picture() {
        double[] x = Samples.linspace(-5, 5, 401);
        Chart values = Chart.titled("Activation functions").x("x").y("σ(x)").yRange(-1.25, 2.25);
        Chart slopes = Chart.titled("Their slopes").x("x").y("σ′(x)").yRange(-0.1, 1.15);
        for (Activation a : List.of(Activation.TANH, Activation.SIGMOID, Activation.RELU)) {
            String name = ActivationProfile.of(a).symbol();
            values = values.line(name, x, map(x, a::apply));
            slopes = a == Activation.RELU
                    ? slopes.steps(name, new double[] {-5, 0, 5}, new double[] {0, 1, 1})
                    : slopes.line(name, x, map(x, a::derivative));
        }
        return Figure.row(values, slopes);
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }
}
