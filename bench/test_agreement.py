#!/usr/bin/env python3
"""What compare.py must not let pass: python3 bench/test_agreement.py"""
import unittest

import numpy as np

from agreement import disagreement
from peers import NumPy, Samples


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

    def test_unknown_kinds(self):
        self.assertIsNotNone(disagreement(np, "cosine", np.ones(1), np.ones(1)))


if __name__ == "__main__":
    unittest.main()
