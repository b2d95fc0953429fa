"""Do two contenders of compare.py have the same results? Each kind of case has a bound of its own.

The bounds are far below what a float, a wrong element, another order or a call that does nothing would show, and above
what rounding may do to two sound programs.
"""
EPS = 2.0**-52

# Relative to each result: 16 units of the last place. NumPy's normal numbers come from the C library's logarithm.
BY_ELEMENT = {"tanh", "sigmoid", "relu", "exp", "expm1", "log1p", "erf", "softplus", "silu", "elu", "leaky_relu", "softsign",
              "hard_sigmoid", "softmax", "randn"}
# Relative to the largest: formulas of the peers that cancel for some arguments.
BY_LARGEST = {"gelu", "gelu_tanh", "log_softmax"}
# Relative to the largest: sums in another order, of up to a million terms, and solutions of well-conditioned problems.
SUMS = {"gemm", "gemm_workspace", "gemv", "gemvT", "dot", "axpy", "nrm2", "layer", "network", "lstsq", "lstsq_unrefined",
        "lstsq_pivoted"}
EXACT = {"rand"}


def disagreement(numpy, kind, ours, theirs):
    """What is wrong with `theirs`, an array, beside `ours`; nothing, if they agree."""
    if theirs.dtype != numpy.float64:
        return f"results are {theirs.dtype}, not float64"
    theirs = theirs.ravel()
    if len(theirs) != len(ours):
        return f"there are {len(theirs)} results, not {len(ours)}"
    largest = float(numpy.max(numpy.abs(ours), initial=0.0))
    if kind in EXACT:
        bound = numpy.zeros_like(ours)
    elif kind in BY_ELEMENT:
        bound = 16 * EPS * numpy.abs(ours)
    elif kind in BY_LARGEST:
        bound = numpy.full_like(ours, 16 * EPS * largest)
    elif kind in SUMS:
        bound = numpy.full_like(ours, 2e-12 * largest)
    else:
        return f"nobody knows how near results of '{kind}' should be"
    wrong = numpy.flatnonzero(~(numpy.abs(theirs - ours) <= bound))
    if not len(wrong):
        return None
    i = wrong[0]
    return f"result {i} is {theirs[i]}, Lanewise has {ours[i]}; {len(wrong)} of {len(ours)} differ"
