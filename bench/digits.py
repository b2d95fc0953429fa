#!/usr/bin/env python3
"""How many of NIST's certified digits least squares holds: Lanewise, NumPy, R's lm, EJML, Hipparchus and ojAlgo.

    python3 bench/digits.py

The problems are those of the engine's tests, powers of x by repeated products, each number handed over with all its
bits. Digits are −log₁₀ of the relative error of the worst coefficient, at most 15, rounded down to a tenth: the rows
of docs/accuracy.md. What is not installed is left out.
"""
import collections
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROBLEMS = ("Norris", "Pontius", "Filip", "Longley", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5",
            "NoInt1", "NoInt2")


def load(name):
    return json.loads((ROOT / "engine/src/test/resources/dev/lanewise/nist" / f"{name}.json").read_text())


def column(problem, name):
    """`1`, `x`, `x1` or `x^k`."""
    rows = problem["observations"]
    base, _, power = name.partition("^")
    if base == "1" or power == "0":
        return [1.0] * rows
    values = [float(v) for v in problem["x"][base]]
    product = values
    for _ in range(1, int(power or 1)):
        product = [p * v for p, v in zip(product, values)]
    return product


def rows(problem):
    columns = [column(problem, name) for name in problem["model"]["columns"]]
    return list(zip(*columns, map(float, problem["y"])))


def digits(found, certified):
    worst = 15.0
    for x, exact in zip(found, certified, strict=True):
        error = abs(x - exact)
        if exact == 0.0:
            return None
        if error > 0.0:
            worst = min(worst, -math.log10(error / abs(exact)))
    return max(0.0, worst)


def text(value):
    return "" if value is None else "15" if value == 15.0 else f"{math.floor(value * 10) / 10:.1f}"


def write(problems, file):
    for name, problem in problems.items():
        table = rows(problem)
        file.write(f"{name} {len(table)} {len(table[0]) - 1}\n")
        file.writelines(" ".join(map(repr, row)) + "\n" for row in table)
    file.flush()


def ask(*command):
    """What a contender says of all problems at once."""
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if said.returncode:
        sys.exit(said.stdout + said.stderr)
    for line in said.stdout.splitlines():
        if line.count("|") == 2:
            name, library, x = line.split("|")
            yield library, name, None if x == "refused" else [float(v) for v in x.split()]


def numpy_answers(problems):
    try:
        import numpy
    except ImportError:
        print("NumPy is not installed")
        return
    for name, problem in problems.items():
        table = numpy.array(rows(problem))
        x = numpy.linalg.lstsq(table[:, :-1], table[:, -1], rcond=None)[0]
        yield f"NumPy {numpy.__version__}, lstsq", name, x.tolist()


def main():
    problems = {name: load(name) for name in PROBLEMS}
    with tempfile.NamedTemporaryFile("w") as file:
        write(problems, file)
        answers = list(ask("mvn", "-q", "-pl", "bench", "-am", "compile", "exec:exec@digits", f"-Dargs={file.name}"))
        answers += numpy_answers(problems)
        if shutil.which("Rscript"):
            answers += ask("Rscript", str(ROOT / "bench/digits.R"), file.name)
        else:
            print("R is not installed")
    table = collections.defaultdict(dict)
    for library, name, x in answers:
        certified = problems[name]["certified"]["stddev_beta" if library.endswith("standard errors") else "beta"]
        table[library][name] = "refused" if x is None else text(digits(x, [float(v) for v in certified]))
    print("\n| | " + " | ".join(PROBLEMS) + " |\n" + "|---" * (len(PROBLEMS) + 1) + "|")
    for library, cells in table.items():
        print(f"| {library} | " + " | ".join(cells[name] for name in PROBLEMS) + " |")


if __name__ == "__main__":
    main()
