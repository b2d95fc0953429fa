"""The numbers that every contender of compare.py computes with."""
import math

# Of axpy: seen in the result of one call, and harmless after a million of them.
ALPHA = 2.0**-20


class Samples:
    """Uniform in [-1, 1), the very doubles of the Java class of the same name."""

    def __init__(self, numpy):
        self.random = numpy.random.RandomState(42)

    def __call__(self, *shape, scale=1.0):
        return scale * (2 * self.random.rand(*shape) - 1)

    def factors(self, shape):
        """A and B for a product N or MxKxN."""
        sides = [int(side) for side in shape.split("x")]
        m, k, n = sides if len(sides) == 3 else 3 * sides
        return self(m, k), self(k, n)

    def network(self, shape, batch):
        """The layers (W, b), and the samples in rows."""
        widths = [int(width) for width in shape.split("-")]
        layers = [(self(m, n, scale=1 / math.sqrt(n)), self(m, scale=1 / math.sqrt(n)))
                  for n, m in zip(widths, widths[1:])]
        return layers, self(int(batch), widths[0])
