/// Random numbers that NumPy would have drawn: the stream of `np.random.seed(n)` in pure Java, for those who must
/// repeat a Python experiment digit for digit.
///
/// [dev.lanewise.random.NumpyRandom] is the whole public surface. Behind it stand the Mersenne Twister and a
/// logarithm in double-double arithmetic, which makes the normal deviates the same on every machine. The package needs
/// nothing but `java.base`.
package dev.lanewise.random;
