/// The choice between scalar and vector kernels.
package dev.lanewise.internal.backend;
