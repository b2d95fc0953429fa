/// The contract of the arithmetic: [Kernels][dev.lanewise.internal.kernel.Kernels] says what every kernel computes, to
/// the bit, and the other classes what the two implementations are given.
package dev.lanewise.internal.kernel;
