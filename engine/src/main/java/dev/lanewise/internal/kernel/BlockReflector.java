package dev.lanewise.internal.kernel;

/// Up to eight Householder reflectors as one, I − VSᵀVᵀ or I − VTVᵀ, in the form that [Kernels#reflect] takes.
///
///     V    top   1 0 0 0 0 0 0 0      eight rows of their own, with their ones and zeros written out
///                v 1 0 0 0 0 0 0
///                ⋮
///                v v v v v v v 1
///          tail  v v v v v v v v      `rows` more, which stand wherever the columns stood that they were made from
///                ⋮
///
/// Columns of a block of fewer than eight reflectors, and their rows and columns of `factor`, are +0.0.
///
/// @param top the first eight rows of V, row-major
/// @param factor the 8 × 8 matrix between V and Vᵀ, row-major: T or its transpose
/// @param v the array of the tail, row-major with a row length of eight
/// @param vOff its first element
/// @param rows the rows of the tail
/// @param count how many reflectors there are, 1 to 8
public record BlockReflector(double[] top, double[] factor, double[] v, int vOff, int rows, int count) {}
