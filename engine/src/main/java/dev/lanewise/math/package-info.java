/// Functions over ranges of doubles, accurate to the ulps that they state:
/// [ArrayMath][dev.lanewise.math.ArrayMath] has the elementary ones,
/// [ArrayActivations][dev.lanewise.math.ArrayActivations] more activations of neural networks,
/// [ArrayDerivatives][dev.lanewise.math.ArrayDerivatives] more derivatives, and
/// [Softmax][dev.lanewise.math.Softmax] the functions of a whole row.
package dev.lanewise.math;
