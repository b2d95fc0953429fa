"""The cases of compare.py in NumPy, and in SciPy where that is installed: each method lays a case out and returns the call
that computes it."""
import ctypes
import functools
import pathlib

from samples import ALPHA, Samples

ROOT_HALF = 0.5**0.5
ROOT_2_PI = 0.7978845608028654  # √(2/π)


class NumPy:
    def __init__(self):
        import numpy
        self.np = numpy
        self.version = f"NumPy {numpy.__version__}, OpenBLAS kernel {openblas_kernel()}"
        try:
            import scipy.special
            self.special = scipy.special
            self.erf, self.gelu = self.scipy_erf, self.scipy_gelu
            self.version += f", with SciPy {scipy.__version__}"
        except ImportError as missing:
            self.version += f", without erf and gelu, which are SciPy's: {missing}"

    def product(self, a, b):
        return functools.partial(self.np.matmul, a, b, out=self.np.empty(a.shape[:1] + b.shape[1:]))

    def gemm(self, shape):
        return self.product(*Samples(self.np).factors(shape))

    gemm_workspace = gemm

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
        """The arguments of a function, and where its results go: formulas below write every step there, as whoever is in a
        hurry would."""
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

    def sigmoid(self, n):
        np = self.np
        x, y = self.range(n)
        return lambda: np.reciprocal(np.add(np.exp(np.negative(x, out=y), out=y), 1.0, out=y), out=y)

    def silu(self, n):
        np = self.np
        x, y = self.range(n)
        return lambda: np.divide(x, np.add(np.exp(np.negative(x, out=y), out=y), 1.0, out=y), out=y)

    def elu(self, n):
        np = self.np
        x, y = self.range(n)

        def formula():
            np.copyto(np.expm1(x, out=y), x, where=x > 0)
            return y

        return formula

    def leaky_relu(self, n):
        np = self.np
        x, y = self.range(n)
        return lambda: np.maximum(x, np.multiply(x, 0.01, out=y), out=y)

    def softsign(self, n):
        np = self.np
        x, y = self.range(n)
        return lambda: np.divide(x, np.add(np.abs(x, out=y), 1.0, out=y), out=y)

    def hard_sigmoid(self, n):
        np = self.np
        x, y = self.range(n)
        return lambda: np.divide(np.clip(np.add(x, 3.0, out=y), 0.0, 6.0, out=y), 6.0, out=y)

    def gelu_tanh(self, n):
        """½x·(1 + tanh(√(2/π)·x·(1 + 0.044715x²)))."""
        np = self.np
        x, y = self.range(n)

        def formula():
            np.multiply(np.multiply(x, x, out=y), 0.044715 * ROOT_2_PI, out=y)
            np.tanh(np.multiply(np.add(y, ROOT_2_PI, out=y), x, out=y), out=y)
            return np.multiply(np.multiply(np.add(y, 1.0, out=y), x, out=y), 0.5, out=y)

        return formula

    def scipy_erf(self, n):
        x, y = self.range(n)
        return functools.partial(self.special.erf, x, out=y)

    def scipy_gelu(self, n):
        """½x·(1 + erf(x/√2))."""
        np, erf = self.np, self.special.erf
        x, y = self.range(n)

        def formula():
            np.add(erf(np.multiply(x, ROOT_HALF, out=y), out=y), 1.0, out=y)
            return np.multiply(np.multiply(y, x, out=y), 0.5, out=y)

        return formula

    def softmax(self, n):
        np = self.np
        x, y = self.range(n)

        def formula():
            np.exp(np.subtract(x, x.max(), out=y), out=y)
            return np.divide(y, y.sum(), out=y)

        return formula

    def log_softmax(self, n):
        np = self.np
        x, y = self.range(n)

        def formula():
            np.subtract(x, x.max(), out=y)
            return np.subtract(y, np.log(np.exp(y).sum()), out=y)

        return formula

    def lstsq(self, shape):
        np = self.np
        samples = Samples(np)
        a = samples(*map(int, shape.split("x")))
        b = samples(len(a))
        return lambda: np.linalg.lstsq(a, b, rcond=None)[0]

    lstsq_unrefined = lstsq_pivoted = lstsq

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
