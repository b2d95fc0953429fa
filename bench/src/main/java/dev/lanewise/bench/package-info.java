/// How long the engine takes, one class a question, beside the plain loop and the libraries that a Java program could
/// use instead. Contenders must agree on the result before any of them is timed.
package dev.lanewise.bench;
