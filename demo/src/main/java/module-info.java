/// The `lanewise` program.
module dev.lanewise.demo {
    requires dev.lanewise.engine;
    requires info.picocli;
    requires de.siegmar.fastcsv;
    requires com.google.gson;
}
