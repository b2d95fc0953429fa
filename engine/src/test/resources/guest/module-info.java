/// Someone's application as a module: that it needs the Vector API is the engine's affair.
module app {
    requires dev.lanewise.engine;
    requires java.management;
}
