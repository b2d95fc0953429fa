#!/usr/bin/env python3
"""Lanewise beside NumPy and PyTorch: the same numbers, one thread each, in turns.

    python3 bench/compare.py                    every case, some minutes
    python3 bench/compare.py gemm tanh          only these kinds
    python3 bench/compare.py --rounds 3 'gemm 192' 'network 64-128-128-10 1'

A JVM of its own answers each case and waits while the others compute (dev.lanewise.bench.Interleaved). Each round asks
Lanewise, NumPy and PyTorch once, after all have shown the same results (agreement.py); a time is the median over the
rounds, a ratio the median of the rounds' ratios, so that a machine that slows down for a while slows all of them. Below
1.00 Lanewise is faster. What is not installed is left out; erf and gelu are SciPy's beside NumPy.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import timeit

from agreement import disagreement
from with_numpy import NumPy
from with_pytorch import PyTorch

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROUND, BUDGET = 0.01, 0.1  # seconds: the shortest round of calls that is timed, and the whole of a measurement

FUNCTIONS = ("exp", "expm1", "log1p", "erf", "softplus", "silu", "gelu", "gelu_tanh", "elu", "leaky_relu", "softsign",
             "hard_sigmoid", "softmax", "log_softmax")
LAYERS = ("64x128", "128x128", "128x10", "784x512", "512x512", "512x10")
CASES = (
    [f"gemm {n}" for n in (8, 16, 48, 192, 384, 768, 1536)]
    + [f"gemm_workspace {n}" for n in (192, 384, 768)]
    + [f"gemm {batch}x{layer}" for layer in LAYERS for batch in (1, 32, 256)]
    + [f"{f} {n}" for f in ("gemv", "gemvT") for n in (64, 128, 256, 512, 1024, 2048, 4096)]
    + [f"layer {n}" for n in (256, 1024, 4096)]
    + [f"{f} {n}" for f in ("dot", "axpy", "nrm2") for n in (64, 1024, 32768, 1 << 20)]
    + [f"{f} {n}" for f in ("tanh", "sigmoid", "relu", *FUNCTIONS) for n in (1024, 65536, 1 << 20)]
    + [f"{f} 65536" for f in ("rand", "randn")]
    + [f"{kind} {s}" for kind in ("lstsq", "lstsq_unrefined", "lstsq_pivoted")
       for s in ("100x10", "1000x50", "10000x64", "100000x64", "2000x1000", "50x1000")]
    + [f"network {s} {batch}" for s in ("1-10-1", "64-128-128-10", "784-512-512-10") for batch in (1, 32, 256)])
EXAMPLES = {case.split()[0]: case for case in reversed(CASES)}


def clean_environment():
    """Starts this script again where the environment asks the libraries for several threads or for another kernel than
    the processor's own; they read it when they are loaded."""
    wanted = {name: value for name, value in os.environ.items() if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    wanted |= {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}
    if wanted != dict(os.environ):
        os.execve(sys.executable, [sys.executable, *sys.argv], wanted)


def java():
    """The first JDK 25 or later: JAVA25_HOME, JAVA_HOME, PATH, or where systems keep them."""
    homes = [os.environ.get("JAVA25_HOME"), os.environ.get("JAVA_HOME")]
    homes += [str(pathlib.Path(folder).resolve().parent) for folder in os.environ["PATH"].split(os.pathsep)]
    homes += sorted(str(home) for home in pathlib.Path("/usr/lib/jvm").glob("*"))
    homes += sorted(str(home) for home in pathlib.Path.home().glob(".sdkman/candidates/java/*"))
    for home in filter(None, homes):
        release = pathlib.Path(home, "release")
        facts = release.read_text() if release.is_file() else ""
        version = [line.split('"')[1] for line in facts.splitlines() if line.startswith("JAVA_VERSION=")]
        if version and int(version[0].split(".")[0]) >= 25:
            return str(pathlib.Path(home, "bin", "java"))
    sys.exit("compare.py needs a JDK 25 or later: install one, or set JAVA25_HOME to it")


class Lanewise:
    """A JVM that answers one case."""

    def __init__(self, case):
        self.case = case
        path = os.pathsep.join(str(ROOT / module / "target" / "classes") for module in ("engine", "bench"))
        self.jvm = subprocess.Popen(
            [java(), "--add-modules", "jdk.incubator.vector", "-Dlanewise.backend=vector", "-cp", path,
             "dev.lanewise.bench.Interleaved"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.backend = self.jvm.stdout.readline().strip() or sys.exit(self.jvm.stderr.read())

    def ask(self, question):
        self.jvm.stdin.write(question + "\n")
        self.jvm.stdin.flush()
        answer = self.jvm.stdout.readline()
        if answer.startswith("no case"):
            sys.exit(f"compare.py has no case '{self.case}'; cases look like these: {', '.join(EXAMPLES.values())}")
        return answer or sys.exit(f"{self.case}: the JVM ended without an answer\n{self.jvm.stderr.read()}")

    def time(self):
        return float(self.ask(self.case))

    def results(self, numpy):
        """Those of one call on fresh arguments."""
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "results")
            self.ask(f"results {file} {self.case}")
            return numpy.fromfile(file, dtype="<f8")

    def close(self):
        self.jvm.stdin.close()
        self.jvm.wait()


class Peer:
    """One case in the hands of a library: `call` computes it and returns the results."""

    def __init__(self, library, case):
        self.library, self.case = library, case
        self.call = self.fresh()
        self.calls = 1
        while timeit.timeit(self.call, number=self.calls) < ROUND:
            self.calls *= 2

    def fresh(self):
        kind, *arguments = self.case.split()
        return getattr(self.library, kind)(*arguments)

    def time(self):
        rounds = []
        while sum(rounds) < BUDGET or len(rounds) < 3:
            rounds.append(timeit.timeit(self.call, number=self.calls))
        return statistics.median(rounds) / self.calls * 1e9

    def check(self, ours):
        """Ends with a sentence if one call on fresh arguments has other results than Lanewise's."""
        numpy = self.library.np
        wrong = disagreement(numpy, self.case.split()[0], ours.results(numpy), numpy.asarray(self.fresh()()))
        if wrong:
            sys.exit(f"{self.case}: {type(self.library).__name__} disagrees: {wrong}")


def installed():
    """The libraries that are there, by name."""
    libraries = {}
    for library in (NumPy, PyTorch):
        try:
            libraries[library.__name__] = library()
            print(libraries[library.__name__].version)
        except ImportError as missing:
            print(f"{library.__name__} is left out: {missing}")
    return libraries


def compare(case, libraries, rounds):
    """Our median time, and for each library its median time and the median ratio."""
    ours = Lanewise(case)
    theirs = {name: Peer(library, case) for name, library in libraries.items() if hasattr(library, case.split()[0])}
    for peer in theirs.values():
        peer.check(ours)
    ours.time()
    for peer in theirs.values():
        peer.time()
    times = {name: [] for name in ["Lanewise", *theirs]}
    for _ in range(rounds):
        times["Lanewise"].append(ours.time())
        for name, peer in theirs.items():
            times[name].append(peer.time())
    for peer in theirs.values():
        peer.check(ours)  # again, now that all is compiled
    ours.close()
    median = statistics.median
    ratios = {name: median(a / b for a, b in zip(times["Lanewise"], times[name])) for name in theirs}
    return median(times["Lanewise"]), {name: (median(times[name]), ratios[name]) for name in theirs}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", help="kinds (gemm) or cases ('gemm 192'); all of them if none is named")
    parser.add_argument("--rounds", type=int, default=7, help="measurements of each (default: 7)")
    options = parser.parse_args()
    for unknown in (case for case in options.cases if case.split()[0] not in EXAMPLES):
        parser.error(f"there is no kind '{unknown}'; there are {' '.join(reversed(EXAMPLES))}")
    cases = [case for case in CASES if not options.cases or case.split()[0] in options.cases]
    cases += [case for case in options.cases if " " in case]
    clean_environment()
    subprocess.run(["mvn", "-q", "-pl", "bench", "-am", "compile"], cwd=ROOT, check=True)
    probe = Lanewise("")
    print(f"Lanewise, {probe.backend}")
    probe.close()
    libraries = installed()
    print("\n| case | Lanewise, ns |" + "".join(f" {name}, ns | ratio |" for name in libraries))
    print("|---|---:|" + "---:|---:|" * len(libraries))
    ratios = {}
    for case in cases:
        ours, theirs = compare(case, libraries, options.rounds)
        cells = "".join(" {:,.0f} | {:.2f} |".format(*theirs[name]) if name in theirs else " – | – |" for name in libraries)
        print(f"| {case} | {ours:,.0f} |{cells}", flush=True)
        for name, (_, ratio) in theirs.items():
            ratios.setdefault(case.split()[0], {}).setdefault(name, []).append(ratio)
    if ratios:
        print("\nRatios, geometric mean (best to worst); below 1.00 Lanewise is faster:")
    for kind, by_name in ratios.items():
        spans = (f"{name} {statistics.geometric_mean(r):.2f} ({min(r):.2f} to {max(r):.2f})" for name, r in by_name.items())
        print(f"  {kind:12} " + "  ".join(spans))


if __name__ == "__main__":
    main()
