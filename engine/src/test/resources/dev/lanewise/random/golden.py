"""Writes the golden files beside it: python3 golden.py (x86-64 Linux with the NumPy and mpmath that the files name)."""

import math
import pathlib

import mpmath
import numpy as np

HERE = pathlib.Path(__file__).parent
NUMPY = f"NumPy {np.__version__}"
SEEDS = (0, 1, 42, 5489, 123456789, 2**31 - 1, 2**31, 2**32 - 1)


def bits(values):
    return np.atleast_1d(np.asarray(values, dtype="<f8")).view("<u8").tolist()


def hex_bits(values):
    return " ".join(f"{b:016x}" for b in bits(values))


def write(name, comment, lines):
    (HERE / name).write_text("\n".join([f"# {NUMPY}: {comment}", *lines]) + "\n")


def first_values(call):
    for seed in SEEDS:
        np.random.seed(seed)
        yield f"{seed} {hex_bits(call(16))}"


def checksum(values):
    """h = 31 h + bits, modulo 2^64, from h = 0, in the order drawn."""
    h = 0
    for b in bits(values):
        h = (31 * h + b) & 0xFFFFFFFFFFFFFFFF
    return h


def checksums():
    for seed in SEEDS:
        np.random.seed(seed)
        yield f"{seed} {checksum(np.random.rand(1_000_000)):016x}"


def interleaved():
    """Odd counts of randn, so that a second gaussian waits while rand goes on."""
    np.random.seed(42)
    for call, n in (("randn", 1), ("rand", 1), ("randn", 1), ("rand", 3), ("randn", 3), ("rand", 700),
                    ("randn", 2), ("rand", 2), ("randn", 5), ("randn", 1), ("rand", 1), ("randn", 4)):
        yield f"{call} {n} {hex_bits(getattr(np.random, call)(n))}"


def rounded_log(x):
    with mpmath.workprec(200):
        return float(mpmath.log(mpmath.mpf(x)))


def correct_randn(pairs):
    """NumPy's randn, were its logarithm correctly rounded."""
    while pairs:
        x1 = 2.0 * np.random.rand() - 1.0
        x2 = 2.0 * np.random.rand() - 1.0
        r2 = x1 * x1 + x2 * x2
        if 0.0 < r2 < 1.0:
            f = math.sqrt(-2.0 * rounded_log(r2) / r2)
            yield f * x2
            yield f * x1
            pairs -= 1


def randn_checksums():
    for seed in (0, 42, 2**32 - 1):
        np.random.seed(seed)
        yield f"{seed} {checksum(list(correct_randn(100_000))):016x}"


def main():
    write("rand.txt", "np.random.seed(s); np.random.rand(16); a line is s and the 16 doubles' bits",
          first_values(np.random.rand))
    write("randn.txt", "np.random.seed(s); np.random.randn(16); a line is s and the 16 doubles' bits",
          first_values(np.random.randn))
    write("rand-checksum.txt", "np.random.seed(s); np.random.rand(1000000); a line is s and h,"
          " from h = 0 by h = 31 h + bits modulo 2^64 over the doubles in order", checksums())
    write("interleaved.txt", "np.random.seed(42); then line by line np.random.CALL(N); a line is CALL, N"
          " and the N doubles' bits", interleaved())
    write("randn-checksum.txt", f"np.random.seed(s); then 200000 of randn by its formula over np.random.rand()"
          f" with the correctly rounded logarithm of mpmath {mpmath.__version__}; a line is s and h as in"
          " rand-checksum.txt", randn_checksums())
    np.random.seed(42)
    header = f"# {NUMPY}: np.random.seed(42); np.random.randn(20000); after this line little-endian doubles\n"
    (HERE / "randn-20000.bin").write_bytes(header.encode() + np.random.randn(20_000).astype("<f8").tobytes())


main()
