"""The cases of compare.py in NumPy and PyTorch: each method lays a case out and returns the call that computes it."""
import ctypes
import functools
import math
import pathlib


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


class NumPy:
    def __init__(self):
        import numpy
        self.np = numpy
        self.version = f"NumPy {numpy.__version__}, OpenBLAS kernel {openblas_kernel()}"

    def product(self, a, b):
        return functools.partial(self.np.matmul, a, b, out=self.np.empty(a.shape[:1] + b.shape[1:]))

    def gemm(self, shape):
        return self.product(*Samples(self.np).factors(shape))

    def gemv(self, n):
        samples = Samples(self.np)
        return self.product(samples(int(n), int(n)), samples(int(n)))

    def gemvT(self, n):
        samples = Samples(self.np)
        return self.product(samples(int(n), int(n)).T, samples(int(n)))

    def layer(self, n):
        """One sample through one layer: Wx + b."""
        np, samples = self.np, Samples(self.np)
        w, b, x = samples(int(n), int(n)), samples(int(n)), samples(int(n))
        y = np.empty_like(x)
        return lambda: np.add(np.matmul(w, x, out=y), b, out=y)

    def dot(self, n):
        samples = Samples(self.np)
        return functools.partial(self.np.dot, samples(int(n)), samples(int(n)))

    def nrm2(self, n):
        return functools.partial(self.np.linalg.norm, Samples(self.np)(int(n)))

    def axpy(self, n):
        samples = Samples(self.np)
        x, y = samples(int(n)), samples(int(n))
        return lambda: self.np.add(y, ALPHA * x, out=y)

    def rand(self, n):
        return lambda: self.np.random.RandomState(42).rand(int(n))

    def randn(self, n):
        return lambda: self.np.random.RandomState(42).randn(int(n))

    def range(self, n):
        x = Samples(self.np)(int(n), scale=4.0)
        return x, self.np.empty_like(x)

    def tanh(self, n):
        x, y = self.range(n)
        return functools.partial(self.np.tanh, x, out=y)

    def relu(self, n):
        x, y = self.range(n)
        return functools.partial(self.np.maximum, x, 0.0, out=y)

    def exp(self, n):
        x, y = self.range(n)
        return functools.partial(self.np.exp, x, out=y)

    def expm1(self, n):
        x, y = self.range(n)
        return functools.partial(self.np.expm1, x, out=y)

    def log1p(self, n):
        x, y = self.range(n)
        return functools.partial(self.np.log1p, abs(x), out=y)

    def softplus(self, n):
        x, y = self.range(n)
        return functools.partial(self.np.logaddexp, x, 0.0, out=y)

    def softmax(self, n):
        np = self.np
        x, y = self.range(n)

        def formula():
            np.exp(np.subtract(x, x.max(), out=y), out=y)
            return np.divide(y, y.sum(), out=y)

        return formula

    def sigmoid(self, n):
        np = self.np
        x, y = self.range(n)

        def formula():
            np.negative(x, out=y)
            np.exp(y, out=y)
            np.add(y, 1.0, out=y)
            return np.reciprocal(y, out=y)

        return formula

    def lstsq(self, shape):
        np = self.np
        samples = Samples(np)
        a = samples(*map(int, shape.split("x")))
        b = samples(len(a))
        return lambda: np.linalg.lstsq(a, b, rcond=None)[0]

    lstsq_pivoted = lstsq

    def network(self, shape, batch):
        np = self.np
        layers, x = Samples(np).network(shape, batch)
        parts = [(w.T.copy(), b, np.empty((len(x), len(b)))) for w, b in layers]

        def forward():
            h = x
            for i, (wt, b, out) in enumerate(parts):
                h = np.matmul(h, wt, out=out)
                h += b
                if i < len(parts) - 1:
                    np.tanh(h, out=h)
            return h

        return forward


class PyTorch:
    def __init__(self):
        import numpy
        import torch
        self.np, self.torch = numpy, torch
        torch.set_num_threads(1)
        torch.set_grad_enabled(False)
        blas = "MKL" if torch.backends.mkl.is_available() else "another BLAS"
        self.version = f"PyTorch {torch.__version__}, {blas}, {torch.backends.cpu.get_cpu_capability()}"

    def product(self, function, a, b):
        a, b = self.torch.from_numpy(a), self.torch.from_numpy(b)
        return functools.partial(function, a, b, out=self.torch.empty(a.shape[:1] + b.shape[1:], dtype=a.dtype))

    def gemm(self, shape):
        return self.product(self.torch.mm, *Samples(self.np).factors(shape))

    def gemv(self, n):
        samples = Samples(self.np)
        return self.product(self.torch.mv, samples(int(n), int(n)), samples(int(n)))

    def gemvT(self, n):
        samples = Samples(self.np)
        return self.product(self.torch.mv, samples(int(n), int(n)).T, samples(int(n)))

    def layer(self, n):
        samples = Samples(self.np)
        w, b, x = (self.torch.from_numpy(v) for v in (samples(int(n), int(n)), samples(int(n)), samples(int(n))))
        return functools.partial(self.torch.nn.functional.linear, x, w, b)

    def vectors(self, n):
        samples = Samples(self.np)
        return self.torch.from_numpy(samples(int(n))), self.torch.from_numpy(samples(int(n)))

    def dot(self, n):
        return functools.partial(self.torch.dot, *self.vectors(n))

    def nrm2(self, n):
        return functools.partial(self.torch.linalg.vector_norm, self.vectors(n)[0])

    def axpy(self, n):
        x, y = self.vectors(n)
        return functools.partial(y.add_, x, alpha=ALPHA)

    def elementwise(self, function, n, *arguments):
        x = self.torch.from_numpy(Samples(self.np)(int(n), scale=4.0))
        return functools.partial(function, x, *arguments, out=self.torch.empty_like(x))

    def tanh(self, n):
        return self.elementwise(self.torch.tanh, n)

    def sigmoid(self, n):
        return self.elementwise(self.torch.sigmoid, n)

    def relu(self, n):
        return self.elementwise(self.torch.clamp_min, n, 0.0)

    def exp(self, n):
        return self.elementwise(self.torch.exp, n)

    def expm1(self, n):
        return self.elementwise(self.torch.expm1, n)

    def erf(self, n):
        return self.elementwise(self.torch.erf, n)

    def log1p(self, n):
        x = self.torch.from_numpy(abs(Samples(self.np)(int(n), scale=4.0)))
        return functools.partial(self.torch.log1p, x, out=self.torch.empty_like(x))

    def activation(self, function, n, *arguments):
        return functools.partial(function, self.torch.from_numpy(Samples(self.np)(int(n), scale=4.0)), *arguments)

    def softplus(self, n):
        return self.activation(self.torch.nn.functional.softplus, n)

    def silu(self, n):
        return self.activation(self.torch.nn.functional.silu, n)

    def gelu(self, n):
        return self.activation(self.torch.nn.functional.gelu, n)

    def gelu_tanh(self, n):
        return functools.partial(self.gelu(n), approximate="tanh")

    def elu(self, n):
        return self.activation(self.torch.nn.functional.elu, n)

    def leaky_relu(self, n):
        return self.activation(self.torch.nn.functional.leaky_relu, n)

    def softsign(self, n):
        return self.activation(self.torch.nn.functional.softsign, n)

    def hard_sigmoid(self, n):
        return self.activation(self.torch.nn.functional.hardsigmoid, n)

    def softmax(self, n):
        return self.activation(self.torch.softmax, n, 0)

    def log_softmax(self, n):
        return self.activation(self.torch.log_softmax, n, 0)

    def lstsq(self, shape, driver="gels"):
        samples = Samples(self.np)
        a = self.torch.from_numpy(samples(*map(int, shape.split("x"))))
        b = self.torch.from_numpy(samples(len(a), 1))
        return lambda: self.torch.linalg.lstsq(a, b, driver=driver).solution

    def lstsq_pivoted(self, shape):
        return self.lstsq(shape, "gelsy")

    def network(self, shape, batch):
        torch = self.torch
        layers, x = Samples(self.np).network(shape, batch)
        stack = []
        for w, b in layers:
            linear = torch.nn.Linear(w.shape[1], w.shape[0], dtype=torch.float64)
            linear.weight.copy_(torch.from_numpy(w))
            linear.bias.copy_(torch.from_numpy(b))
            stack += [linear, torch.nn.Tanh()]
        model = torch.nn.Sequential(*stack[:-1]).eval()
        x = torch.from_numpy(x)

        def forward():
            with torch.inference_mode():
                return model(x)

        return forward


def openblas_kernel():
    """The kernel that OpenBLAS chose for this processor: as threadpoolctl tells, or the loaded library itself."""
    try:
        import threadpoolctl
        names = [pool["architecture"] for pool in threadpoolctl.threadpool_info() if pool["internal_api"] == "openblas"]
        return names[0] if names else "none"
    except ImportError:
        maps = pathlib.Path("/proc/self/maps")
        loaded = {line.split()[-1] for line in maps.read_text().splitlines()} if maps.exists() else set()
        for library in (ctypes.CDLL(path) for path in loaded if "openblas" in path):
            for symbol in ("scipy_openblas_get_corename64_", "scipy_openblas_get_corename", "openblas_get_corename"):
                if hasattr(library, symbol):
                    corename = getattr(library, symbol)
                    corename.restype = ctypes.c_char_p
                    return corename().decode()
        return "unknown"
