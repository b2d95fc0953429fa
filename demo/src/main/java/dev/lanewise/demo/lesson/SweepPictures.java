package dev.lanewise.demo.lesson;

import java.util.Arrays;

import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Colour;
import dev.lanewise.demo.plot.Figure;

/// Sweeps as pictures.
final class SweepPictures {
    private SweepPictures() {}

    static Figure sweeps(Sweeps all) {
        NeuronSweep tanh = all.tanh();
        NeuronSweep sigmoid = all.sigmoid();
        NeuronSweep relu = all.relu();
        double[] n = tanh.widths();
        Chart error = Chart.titled("Redrawn for each width").x("neurons n").y("RMSE").logY()
                .line("tanh", n, tanh.rmse())
                .line("sigmoid", n, sigmoid.rmse())
                .line("ReLU", n, relu.rmse());
        Chart draws = Chart.titled("tanh: redrawn and nested").x("neurons n").y("RMSE").logY()
                .line("redrawn", n, tanh.rmse())
                .line("nested", n, all.nestedTanh().rmse()).inked(Colour.PURPLE)
                .dashed("nested, plain QR", n, all.plain().rmse()).inked(Colour.ORANGE);
        Chart rank = Chart.titled("Numerical rank, redrawn").x("neurons n").y("rank")
                .line("tanh", n, doubles(tanh.rank()))
                .line("sigmoid", n, doubles(sigmoid.rank()))
                .line("ReLU", n, doubles(relu.rank()))
                .dashed("rank n", n, n).inked(Colour.GREY);
        Chart condition = Chart.titled("Condition, redrawn").x("neurons n").y("σ₁/σₙ").logY()
                .line("tanh", n, tanh.condition())
                .line("sigmoid", n, sigmoid.condition())
                .line("ReLU", n, relu.condition())
                .horizontal("NumPy's rule cuts here", 0x1p52 / 100);
        return Figure.grid(2, error, draws, rank, condition);
    }

    static Figure band(SeedBand band, NeuronSweep lesson) {
        double[] n = doubles(band.widths());
        return Figure.of(Chart.titled("tanh, redrawn: " + band.seeds() + " seeds").x("neurons n").y("RMSE").logY()
                .band("smallest to largest", n, band.least(), band.greatest())
                .line("median", n, band.median()).inked(Colour.BLUE)
                .dashed("seed 42, the lesson's", lesson.widths(), lesson.rmse()).inked(Colour.VERMILION));
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
