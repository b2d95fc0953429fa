"""The cases of compare.py in PyTorch: each method lays a case out and returns the call that computes it."""
import functools

from samples import ALPHA, Samples


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

    gemm_workspace = gemm

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

    lstsq_unrefined = lstsq

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
