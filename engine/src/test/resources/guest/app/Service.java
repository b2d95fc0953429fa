package app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;

/// Someone's service: it loads a network and answers.
public final class Service {
    private Service() {}

    public static void main(String[] args) throws IOException {
        Network network = ModelFile.load(Path.of(args[0]));
        double[] x = Arrays.stream(args).skip(1).mapToDouble(Double::parseDouble).toArray();
        System.out.println(Arrays.toString(network.predict(x)));
    }
}
