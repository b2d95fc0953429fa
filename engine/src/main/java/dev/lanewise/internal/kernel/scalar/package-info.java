/// The reference: the contract as plain loops. They run everywhere, define the bits, and finish the tails of the vector
/// kernels.
package dev.lanewise.internal.kernel.scalar;
