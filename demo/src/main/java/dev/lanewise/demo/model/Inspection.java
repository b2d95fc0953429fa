package dev.lanewise.demo.model;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Report;
import dev.lanewise.demo.report.Section;
import dev.lanewise.demo.report.Table;
import dev.lanewise.demo.report.Table.Alignment;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.demo.terminal.PrintableText;
import dev.lanewise.nn.Network;

/// A look into a file of arrays, whoever wrote it. What comes out of the file is shown by [PrintableText].
public final class Inspection {
    /// The file that holds the figure.
    public static final String FIGURE = "network.svg";

    /// How much of a name or text is shown.
    private static final int LONGEST = 60;

    private final ArrayFile file;

    private Inspection(ArrayFile file) {
        this.file = file;
    }

    /// Looks into a file.
    ///
    /// @param path a `.npz`, `.npy` or safetensors file, whatever its name ends with
    /// @return what is in it
    /// @throws InputException if it cannot be read, or is none of these
    public static Inspection of(Path path) {
        return new Inspection(ArrayFile.read(path));
    }

    /// Why a file that says it is a network of Lanewise's is none that can be loaded.
    ///
    /// @return a sentence, if it is so
    public Optional<String> fault() {
        return file.fault();
    }

    /// What was found.
    ArrayFile file() {
        return file;
    }

    /// The account for a reader: of a network its layers and its picture, else its arrays.
    ///
    /// @return the report
    public Report report() {
        List<Section> sections = new ArrayList<>();
        file.network().ifPresent(network -> sections.add(network(network)));
        sections.add(Section.of("The arrays", arrays().toArray(Block[]::new)));
        if (!file.metadata().isEmpty()) sections.add(Section.of("The texts beside them", metadata()));
        return new Report(PrintableText.of(file.path() + ": ") + (file.network().isPresent()
                ? "a network of Lanewise"
                : "arrays in " + file.format()), "", sections);
    }

    private static Section network(Network network) {
        return Section.of("The network", new Block.Formula(network.describe()),
                new Block.Drawing(FIGURE, network.diagram(),
                        "The layers; of wide ones the first neurons and the last."));
    }

    private List<Block> arrays() {
        List<List<String>> rows = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (TensorFacts tensor : file.tensors()) {
            rows.add(List.of(name(tensor), tensor.dtype().toString(), tensor.shapeText(), tensor.order().toString(),
                    String.format(Locale.ROOT, "%,d", tensor.bytes()), number(tensor, tensor.min()), number(tensor,
                            tensor.max()),
                    Long.toString(tensor.nans())));
        }
        if (rows.isEmpty()) return List.of(new Block.Paragraph("There are none."));
        blocks.add(new Table("", List.of("name", "type", "shape", "order", "bytes", "min", "max", "NaN"), rows, List.of(
                Alignment.LEFT, Alignment.LEFT, Alignment.LEFT, Alignment.LEFT, Alignment.RIGHT, Alignment.DECIMAL,
                Alignment.DECIMAL, Alignment.RIGHT)));
        List<List<String>> texts = file.tensors().stream().filter(tensor -> !tensor.texts().isEmpty())
                .map(tensor -> List.of(name(tensor), PrintableText.of(String.join(" · ", tensor.texts()), LONGEST)))
                .toList();
        if (!texts.isEmpty()) blocks.add(words(texts));
        return blocks;
    }

    /// Four digits of what is rounded anyway, all of an integer.
    private static String number(TensorFacts tensor, double value) {
        if (tensor.dtype().isFloat() || Double.isNaN(value)) return Digits.of(value, 4);
        return new BigDecimal(value).toPlainString().replace('-', '−');
    }

    private static String name(TensorFacts tensor) {
        return tensor.name().isEmpty() ? "–" : PrintableText.of(tensor.name(), LONGEST);
    }

    private Table metadata() {
        return words(file.metadata().entrySet().stream().map(entry -> List.of(PrintableText.of(entry.getKey(), LONGEST),
                PrintableText.of(entry.getValue(), LONGEST))).toList());
    }

    private static Table words(List<List<String>> rows) {
        return new Table("", List.of("name", "text"), rows, List.of(Alignment.LEFT, Alignment.LEFT));
    }
}
