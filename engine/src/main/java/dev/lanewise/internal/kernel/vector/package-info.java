/// The contract on the JDK's Vector API, one kernel a file. The Vector API is used here and nowhere else.
///
/// Rules that keep C2 from boxing vectors, held by tests over the class files: a species is a `static final` of the
/// class that uses it; vectors live in locals; a method with a vector in its signature is static and below 325 bytes;
/// no lambda, no string concatenation; no masks.
package dev.lanewise.internal.kernel.vector;
