/// The `lanewise` program.
module dev.lanewise.demo {
    requires dev.lanewise.engine;
    requires info.picocli;
    requires de.siegmar.fastcsv;
    requires com.google.gson;
    // The limits of the machine are measured with vectors.
    requires jdk.incubator.vector;

    // picocli sets the annotated fields of the commands.
    opens dev.lanewise.demo to info.picocli;
    opens dev.lanewise.demo.terminal to info.picocli;
}
