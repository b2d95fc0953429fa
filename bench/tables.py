#!/usr/bin/env python3
"""Measures every table of docs/performance.md again and writes it there.

    python3 bench/tables.py                     all, in three quarters of an hour; let nothing else run meanwhile
    python3 bench/tables.py limits gemm         only these
    python3 bench/tables.py --help              has their names

A table stands between two comments, `<!-- table NAME -->` and `<!-- end -->`, and is replaced as soon as it has been
measured; the text around it is left alone, so read that again afterwards. Each says when and where it was measured.
"""
import argparse
import datetime
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from compare import ROOT, java

PAGE = ROOT / "docs" / "performance.md"
FIGURE = ROOT / "docs" / "images" / "roofline.svg"
IMAGE = ROOT / "demo" / "target" / "lanewise" / "bin" / "java"

LEVELS = {"l1": "L1", "l2": "L2", "l3": "L3", "dram": "memory"}
UNITS = {"gflops": "GF/s", "gbs": "GB/s", "nsPerElement": "ns an element"}
WIDTHS = {
    "512 bits": ["-XX:+UseG1GC"],
    "512 bits, serial collector": ["-XX:+UseSerialGC"],
    "256 bits, 32 registers": ["-XX:+UseG1GC", "-Dlanewise.backend=256"],
    "256 bits, 16 registers": ["-XX:+UseG1GC", "-XX:UseAVX=2"],
    "128 bits": ["-XX:+UseG1GC", "-Dlanewise.backend=128"],
}


def run(*command):
    """The standard output of a command, which must succeed; what else it says is shown only where it does not."""
    done = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)


def where_and_when():
    """The date, the processor and the Java."""
    cpus = pathlib.Path("/proc/cpuinfo")
    facts = dict(re.findall(r"^(model name|cpu family)\s*: (.*)$", cpus.read_text(), re.M)) if cpus.is_file() else {}
    release = pathlib.Path(java()).resolve().parent.parent / "release"
    version = re.search(r'^IMPLEMENTOR_VERSION="(.*)"$', release.read_text(), re.M)
    today = datetime.date.today()
    processor = f"{facts.get('model name', 'an unknown processor')}, family {facts.get('cpu family', 'unknown')}"
    return (f"*{today.day} {today:%B %Y}, {os.cpu_count()} cores of {processor}, "
            f"{version.group(1) if version else java()}.*")


def table(head, rows):
    """A table in Markdown, whose first column is text and whose others are numbers."""
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] + ["---:"] * (len(head) - 1), *rows])


def three(x):
    """Three digits."""
    return f"{x:,.0f}" if x >= 100 else f"{x:#.3g}"


def speed(flags, *options):
    """What `lanewise speed` says, in the image."""
    return json.loads(run(IMAGE, *flags, "-m", "dev.lanewise.demo/dev.lanewise.demo.Main", "speed", "--json", *options))


def limits():
    """the machine's limits, every kernel beside the one that binds it, and the roofline, all of one run"""
    with tempfile.TemporaryDirectory() as folder:
        said = speed(WIDTHS["512 bits"], "--out", folder)
        FIGURE.write_bytes(pathlib.Path(folder, FIGURE.name).read_bytes())
    rates = [["FMA peak", f"{three(said['peakGflops'])} GF/s"]]
    rates += [[f"reading from {LEVELS[level]}", f"{three(rate)} GB/s"] for level, rate in said["bandwidthGBs"].items()]
    kernels = [[kernel["name"] + ("" if kernel.get("settled", True) else " ?"), kernel["shape"],
                *(f"{three(kernel[unit])} {name}" for unit, name in UNITS.items() if unit in kernel),
                f"{kernel['limitShare']:.2f}", f"{kernel['speedupOverLoop']:.1f}"] for kernel in said["kernels"]]
    return [table(["limit", "rate"], rates), table(["kernel", "shape", "speed", "share", "× loop"], kernels)]


def widths():
    """products as shares of the peak of their width, tanh and sigmoid in ns, with other registers"""
    columns = {f"gemm {n}": ("gemm", f"{n} × {n}") for n in (16, 48, 192, 384, 768)}
    columns |= {name: (name, None) for name in ("tanh", "sigmoid")}
    rows = []
    for registers, flags in WIDTHS.items():
        said = speed(flags)
        cells = [registers, three(said["peakGflops"])]
        for name, shape in columns.values():
            kernel = next(k for k in said["kernels"] if k["name"] == name and shape in (None, k["shape"]))
            cells.append(f"{kernel['limitShare']:.2f}" if shape else f"{kernel['nsPerElement']:.2f}")
        rows.append(cells)
    return [table(["", "peak, GF/s", *columns], rows)]


def cold():
    """the lesson from start to files written, in new JVMs that take turns"""
    with tempfile.TemporaryDirectory() as folder:
        aot, jdk, all_classes = (os.path.join(folder, name) for name in ("lesson.aot", "jdk.jsa", "lesson.jsa"))
        lesson(folder, f"-XX:AOTCacheOutput={aot}")
        run(IMAGE, *launcher_flags(), "-Xshare:dump", f"-XX:SharedArchiveFile={jdk}")
        lesson(folder, f"-XX:SharedArchiveFile={jdk}", f"-XX:ArchiveClassesAtExit={all_classes}")
        ways = {"as shipped": [], "with an AOT cache": ["-XX:AOTMode=on", f"-XX:AOTCache={aot}"],
                "with CDS, the JDK's default archive": ["-Xshare:on", f"-XX:SharedArchiveFile={jdk}"],
                "with CDS, an archive of a lesson on top": ["-Xshare:on", f"-XX:SharedArchiveFile={jdk}:{all_classes}"],
                "C1 only": ["-XX:TieredStopAtLevel=1"], "vectors from the first call on": ["-Dlanewise.backend=vector"]}
        rounds = [{way: lesson(folder, *flags) for way, flags in ways.items()} for _ in range(7)]
        seconds = {way: [times[way] for times in rounds] for way in ways}
        seconds["interpreted, once"] = [lesson(folder, "-Xint")]
        size = "The AOT cache has {:.0f} MB, the two archives {:.0f} and {:.0f}.".format(
            *(os.path.getsize(file) / 1e6 for file in (aot, jdk, all_classes)))
    rows = [[way, *(f"{f(wall for wall, _ in times):.2f}" for f in (statistics.median, min, max)),
             f"{statistics.median(cpu for _, cpu in times):.2f}"] for way, times in seconds.items()]
    return [table(["", "seconds, median of seven", "least", "most", "of processor time"], rows), size]


def launcher_flags():
    """What the launcher in the image gives to Java."""
    launcher = (IMAGE.parent / "lanewise").read_text()
    return re.findall(r"-(?:XX:|D)\S+", launcher[launcher.index("exec "):])


def lesson(folder, *flags):
    """How long a lesson takes, by the clock and of the processor, with the launcher's own flags and these."""
    own = launcher_flags()
    before, start = os.times(), time.perf_counter()
    run(IMAGE, *own, *flags, "-m", "dev.lanewise.demo/dev.lanewise.demo.Main", "lesson", "--out", f"{folder}/lesson")
    wall, after = time.perf_counter() - start, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def python():
    """beside NumPy and PyTorch"""
    said = run(sys.executable, "bench/compare.py", "--rounds", "5").split("\n\n")
    rows = next(part for part in said if part.startswith("|"))
    return [said[0].strip().replace("\n", "; ") + ".", rows, "Geometric means, best and worst:",
            table(["kind", "NumPy", "PyTorch"], [ratio_row(line) for line in said[-1].strip().splitlines()[1:]])]


def ratio_row(line):
    """A line of compare.py's summary as cells."""
    spans = dict(re.findall(r"(NumPy|PyTorch) (\S+ \(\S+ to \S+\))", line))
    return [line.split()[0], spans.get("NumPy", "–"), spans.get("PyTorch", "–")]


def jmh(pattern, parameters="", iterations="-wi 2 -i 3"):
    """The times of JMH in ns, medians of its iterations: by its parameters, then by contender."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        arguments = f"{pattern} {parameters} {iterations} -rf json -rff {file.name}"
        run("mvn", "-q", "-pl", "bench", "-am", "compile", "exec:exec@jmh", f"-Dargs={arguments}")
        results = json.load(file)
    times = {}
    for result in results:
        question, contender = result["benchmark"].split(".")[-2:]
        case = (question, *result.get("params", {}).values())
        times.setdefault(case, {})[contender] = statistics.median(result["primaryMetric"]["rawData"][0])
    return times


def beside_java(names, *question):
    """A table of our times, and of how many times as long the others take."""
    rows = []
    for case, times in jmh(*question).items():
        ours = times["lanewise"]
        cells = [f"{times[name] / ours:.1f}×" if name in times else "–" for name in names]
        rows.append([" ".join(case), f"{ours / 1000:,.2f}" if ours < 1e5 else f"{ours / 1000:,.0f}", *cells])
    return [table(["case", "Lanewise, µs", *names], rows)]


def gemm():
    """products beside other Java"""
    return beside_java(["lanewiseWorkspace", "loop", "loopByRows", "ejml", "ojAlgo", "hipparchus", "vectorBlas"],
                       r"bench\.Gemm\.", "-p n=8,16,48,192,768")


def vectors():
    """matrix times vector, dot, axpy and nrm2 beside other Java"""
    return beside_java(["loop", "ejml", "ojAlgo", "hipparchus", "vectorBlas"],
                       r"bench\.(Gemv|GemvT|Dot|Axpy|Nrm2)\.", "-p n=1024")


def functions():
    """functions beside other Java, 1,024 elements"""
    names = ("Tanh|Sigmoid|TanhDerivative|SigmoidDerivative|Exp|Expm1|Log1p|ErrorFunction|Relu|LeakyRelu|Elu|Gelu|GeluTanh|Silu|"
             "Softplus|Softsign|HardSigmoid|Softmax|LogSoftmax")
    return beside_java(["scalarTwin", "math", "vectorApi", "ejml", "ojAlgo", "hipparchus"],
                       rf"bench\.({names})\.", "-p n=1024", "-wi 3 -w 300ms -i 3 -r 300ms")


def lstsq():
    """least squares beside other Java"""
    return beside_java(["lanewiseUnrefined", "lanewiseStream", "ejml", "ejmlPivoted", "ojAlgo",
                        "hipparchus", "netlib"], r"bench\.LeastSquares\.", "-p shape=100x10,1000x50,100000x64,2000x1000 "
                       "-e lanewiseStandardErrors -e lanewiseQr")


def threads():
    """one thread and two, with the same bits"""
    times = {}
    for (_, *case), contenders in jmh(r"bench\.SeveralThreads\.").items():
        count = next(cell for cell in case if cell.isdigit())
        times.setdefault(" ".join(cell for cell in case if cell != count), {})[count] = contenders["lanewise"] / 1000
    return [table(["work", "one thread, µs", "two, µs", "times as fast"],
                  [[work, f"{t['1']:,.0f}", f"{t['2']:,.0f}", f"{t['1'] / t['2']:.2f}"] for work, t in times.items()])]


TABLES = {measure.__name__: measure for measure in (limits, python, gemm, vectors, functions, lstsq, threads, widths,
                                                        cold)}


def place(name):
    """The page up to a table, and from its end on."""
    start, end = f"<!-- table {name} -->\n", "<!-- end -->"
    head, found, rest = PAGE.read_text().partition(start)
    if not found or end not in rest:
        sys.exit(f"{PAGE.name} has no place for the table '{name}': a line '{start.strip()}' and below it '{end}'")
    return head + start, rest[rest.index(end):]


def replace(name, parts):
    """Writes a table into the page."""
    head, rest = place(name)
    PAGE.write_text(head + "\n\n".join([where_and_when(), *parts]) + "\n\n" + rest)


def main():
    about = "\n".join(f"  {name:10} {measure.__doc__}" for name, measure in TABLES.items())
    parser = argparse.ArgumentParser(description=f"{__doc__}\ntables:\n{about}",
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="*", help="which; all if none is named")
    wanted = parser.parse_args().tables or list(TABLES)
    for unknown in (name for name in wanted if name not in TABLES):
        parser.error(f"there is no table '{unknown}'; there are {' '.join(TABLES)}")
    for name in wanted:
        place(name)
    run("mvn", "-q", "package", "-DskipTests")
    for name in wanted:
        print(f"{datetime.datetime.now():%H:%M} {name}", flush=True)
        replace(name, TABLES[name]())


if __name__ == "__main__":
    main()
