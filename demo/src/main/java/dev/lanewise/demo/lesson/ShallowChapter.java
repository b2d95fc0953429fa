package dev.lanewise.demo.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.lanewise.demo.plot.Figure;
import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;

import static dev.lanewise.demo.lesson.Prose.paragraph;

/// Ten random tanh neurons fitted to x·sin x, beside NumPy.
final class ShallowChapter implements Chapter {
    private final FittedNetwork fitted;

    ShallowChapter(FittedNetwork fitted) {
        this.fitted = fitted;
    }

    @Override
    public String work() {
        return "fitting ten neurons";
    }

    @Override
    public Section tell() {
        NumpyFit numpy = NumpyFit.shallow();
        return Section.of("The shallow fit: ten random neurons",
                paragraph("""
                        Now the smallest network that can do something: one input, ten tanh neurons, one linear output.
                        The hidden weights and biases are random numbers from [0, 1) and stay as they are. Only the ten
                        output weights are fitted, and for them the problem is linear, so least squares finds the best
                        ones at once. In NumPy it is five lines:
                        """),
                new Block.Formula("""
                        x = np.linspace(0, 10, 100);  y = x * np.sin(x)
                        np.random.seed(42)
                        w, b = np.random.rand(10), np.random.rand(10)
                        neurons = np.tanh(w * x[:, None] + b)
                        c = np.linalg.lstsq(neurons, y, rcond=None)[0]
                        """),
                paragraph("""
                        Lanewise draws the same random numbers, bit for bit, and solves by Householder QR where NumPy
                        uses a singular value decomposition. Side by side:
                        """),
                FitTables.besideNumpy(fitted, numpy),
                new Block.Picture("shallow-fit.svg", FitPictures.fit("Ten random tanh neurons, fitted to x · sin x",
                        fitted), "The shallow fit and what it leaves."),
                new Block.Picture("shallow-network.svg",
                        Figure.of(FitPictures.diagram("The shallow network, 1 – 10 – 1",
                                fitted, "10 tanh neurons, random")),
                        "The network that was fitted. The output has no bias."),
                paragraph("""
                        The fit follows every swing with ten coefficients. But look at them: the largest is %s, and
                        their terms cancel to values that never exceed %s.
                        """, Digits.of(largest(fitted.coefficients()), 3), Digits.of(largest(fitted.values()), 2)),
                neurons(),
                new Block.Picture("neurons.svg", FitPictures.neurons(fitted), caption()),
                paragraph("""
                        Not one of them ever falls, and most are flat from x = 3 on: they look much alike. That is what
                        the condition κ = σ₁/σₙ of their outputs says. It is the factor by which the smallest errors of
                        arithmetic, one part in 2⁵³, may grow in the coefficients. So two programs that are both right
                        need not agree to sixteen digits, and theory tells how far apart they may be. With NumPy's own
                        σ₁, κ, coefficients c and residual r, and u = 2⁻⁵³:
                        """),
                FitTables.distances(fitted, numpy),
                paragraph("""
                        The differences come from small things: NumPy's tanh is off by a last bit in about a fifth of
                        the values, and it rounds wx + b twice where one fused step rounds once.
                        """));
    }

    private Table neurons() {
        double[] w = fitted.layer(0).weights().array();
        double[] b = fitted.layer(0).bias();
        double[] c = fitted.coefficients();
        List<List<String>> rows = new ArrayList<>();
        for (int j = 0; j < c.length; j++) {
            rows.add(List.of(Integer.toString(j + 1), Digits.of(w[j], 6), Digits.of(b[j], 6),
                    String.format(Locale.ROOT, "%.2f", c[j]).replace('-', '−')));
        }
        return Table.of("The ten neurons", List.of("neuron", "weight w", "bias b", "coefficient c"), rows);
    }

    private String caption() {
        Twins twins = Twins.of(fitted.firstOutputs());
        double[] c = fitted.coefficients();
        return """
                What the fit is made of: ten curves that only rise, most of them soon flat. Nine can be seen, for \
                neurons %d and %d lie on each other, at most %s apart; what the fit uses is their difference, with the \
                coefficients %s and %s.""".formatted(twins.first() + 1, twins.second() + 1, Digits.of(twins.apart(), 2),
                signed(c[twins.first()]), signed(c[twins.second()]));
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Digits.of(value, 3);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
