/// Lanewise: dense matrix products, activations, Householder least squares and small networks
/// on the JDK's Vector API, with the same bits at every vector width.
module dev.lanewise.engine {
    requires jdk.incubator.vector;

    exports dev.lanewise;
    exports dev.lanewise.concurrent;
    exports dev.lanewise.io;
    exports dev.lanewise.linalg;
    exports dev.lanewise.math;
    exports dev.lanewise.nn;
    exports dev.lanewise.random;
}
