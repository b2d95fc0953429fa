/// The contract of the arithmetic: what every kernel computes, to the bit.
package dev.lanewise.internal.kernel;
