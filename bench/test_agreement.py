#!/usr/bin/env python3
"""What compare.py must not let pass: python3 bench/test_agreement.py"""
import math
import unittest

import numpy as np

from agreement import disagreement
from compare import EXAMPLES, FUNCTIONS
from samples import Samples
from with_numpy import NumPy


class Disagreements(unittest.TestCase):
    def refuses(self, kind, ours, theirs):
        self.assertIsNone(disagreement(np, kind, ours.ravel(), ours.copy()))
        self.assertIsNotNone(disagreement(np, kind, ours.ravel(), theirs))

    def product(self, n):
        a, b = Samples(np).factors(str(n))
        return a, b, a @ b

    def test_products_in_float(self):
        for n in (48, 192, 768):
            a, b, c = self.product(n)
            self.refuses("gemm", c, (a.astype(np.float32) @ b.astype(np.float32)).astype(np.float64))
            self.refuses("gemm", c, c.astype(np.float32))

    def test_another_order(self):
        c = self.product(48)[2]
        self.refuses("gemm", c, c.T)
        self.refuses("gemm", c, c[::-1])
        self.refuses("gemm", c, c[:-1])

    def test_one_wrong_element(self):
        c = self.product(768)[2]
        wrong = c.copy()
        wrong[700, 3] += 1e-9
        self.refuses("gemm", c, wrong)
        wrong[700, 3] = np.nan
        self.refuses("gemm", c, wrong)

    def test_another_order_of_summation_passes(self):
        a, b, c = self.product(192)
        self.assertIsNone(disagreement(np, "gemm", c.ravel(), (a[:, ::-1] @ b[::-1])))

    def test_functions_in_float(self):
        x = Samples(np)(1024, scale=4.0)
        for kind, f in {"tanh": np.tanh, "exp": np.exp, "expm1": np.expm1}.items():
            self.refuses(kind, f(x), f(x.astype(np.float32)).astype(np.float64))
            self.refuses(kind, f(x), f(x) * (1 + 2.0**-45))

    def test_a_call_that_does_nothing(self):
        idle = Samples(np)
        idle(64)
        self.refuses("axpy", NumPy().axpy("64")(), idle(64))

    def test_other_random_numbers(self):
        numbers = np.random.RandomState(42).rand(64)
        self.refuses("rand", numbers, np.nextafter(numbers, 1))

    def test_formulas_of_numpy(self):
        """Each against its definition, number by number, in the library of Python itself."""
        def sigmoid(v):
            return 1 / (1 + math.exp(-v))

        definitions = {
            "exp": math.exp, "expm1": math.expm1, "log1p": lambda v: math.log1p(abs(v)), "erf": math.erf,
            "softplus": lambda v: max(v, 0) + math.log1p(math.exp(-abs(v))), "silu": lambda v: v * sigmoid(v),
            "gelu": lambda v: 0.5 * v * (1 + math.erf(v / math.sqrt(2))),
            "gelu_tanh": lambda v: 0.5 * v * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v**3))),
            "elu": lambda v: v if v > 0 else math.expm1(v), "leaky_relu": lambda v: v if v > 0 else 0.01 * v,
            "softsign": lambda v: v / (1 + abs(v)), "hard_sigmoid": lambda v: min(max(v + 3, 0), 6) / 6,
        }
        library = NumPy()
        x = Samples(np)(1000, scale=4.0)
        powers = np.exp(x)
        rows = {"softmax": powers / powers.sum(), "log_softmax": x - math.log(powers.sum())}
        for kind in FUNCTIONS:
            if not hasattr(library, kind):
                self.assertIn(kind, ("erf", "gelu"), "SciPy has only these")
                continue
            expected = rows[kind] if kind in rows else np.array([definitions[kind](v) for v in x])
            self.assertIsNone(disagreement(np, kind, expected, getattr(library, kind)("1000")()), kind)

    def test_every_kind_has_a_bound(self):
        for kind in EXAMPLES:
            self.assertIsNone(disagreement(np, kind, np.ones(1), np.ones(1)), kind)

    def test_unknown_kinds(self):
        self.assertIsNotNone(disagreement(np, "cosine", np.ones(1), np.ones(1)))


if __name__ == "__main__":
    unittest.main()
