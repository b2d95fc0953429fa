/// Lanewise: dense matrix products, activations, Householder least squares and small networks
/// on the JDK's Vector API, with the same bits at every vector width.
///
/// A null argument is a [NullPointerException], before anything is changed, in every method. What is kept for later calls
/// is checked with a sentence that names it; what a call works on is not checked for null beforehand, so that small calls
/// stay cheap, and the message is the JVM's, in which `<parameter1>` is the first argument.
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
