/// The reference: the contract as plain loops, which also finish the tails of the vector kernels.
package dev.lanewise.internal.kernel.scalar;
