/// Elementary functions over ranges of doubles, accurate to the ulps that they state: all of it is
/// [ArrayMath][dev.lanewise.math.ArrayMath].
package dev.lanewise.math;
