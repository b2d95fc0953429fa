"""Writes golden.tsv: files as NumPy writes them, and safetensors files by the published format.

    python golden.py > golden.tsv

Each line: what it is, the file in base64, and for every array in it: name, type, shape, elements as float.hex() has them.
"""
import base64, io, json, struct, sys
import numpy as np

inf, nan = np.inf, np.nan
FLOATS = [0.0, -0.0, 1.0, -1.5, 2.0 ** -14, 3 * 2.0 ** -24, 65504.0, 0.333251953125, inf, -inf, nan, 2.0]
ARRAYS = {name: np.array(FLOATS, name) for name in ("float16", "float32", "float64")}
ARRAYS["float32"][5:8] = np.finfo("f4").smallest_subnormal, np.finfo("f4").max, np.float32(0.1)
ARRAYS["float64"][5:8] = np.finfo("f8").smallest_subnormal, np.finfo("f8").max, 0.1
for bits in (8, 16, 32, 64):
    low, high = -2 ** (bits - 1), 2 ** (bits - 1) - (1 if bits < 64 else 1 << 10)
    ARRAYS[f"int{bits}"] = np.array([0, 1, -1, 2, low, high, low + 1 if bits < 64 else low + 2048, 7, 8, 9, 10, 11], f"i{bits // 8}")
    top = 2 ** bits - (1 if bits < 64 else 1 << 11)
    ARRAYS[f"uint{bits}"] = np.array([0, 1, 2, 3, top, 2 ** (bits - 1), 6, 7, 8, 9, 10, 11], f"u{bits // 8}")
ARRAYS["bool"] = np.array([0, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1], bool)
TEXT = np.array([["tanh", "größer"], ["", "𝛔(x)"]])


def values(array):
    if array.dtype.kind == "U":
        padded = array.astype(f"<U{max(1, array.dtype.itemsize // 4)}")
        return np.frombuffer(padded.tobytes(), "<u4").astype(float), list(array.shape) + [array.dtype.itemsize // 4]
    return np.ascontiguousarray(array).astype(float).ravel(), list(array.shape)


def line(what, content, arrays):
    fields = [what, base64.b64encode(content).decode()]
    for name, array, dtype in arrays:
        elements, shape = values(array)
        fields += [name, dtype, ",".join(map(str, shape)), ",".join(float(v).hex() for v in elements)]
    print("\t".join(fields))


def npy(array, version=None):
    out = io.BytesIO()
    np.lib.format.write_array(out, array, version=version, allow_pickle=False)
    return out.getvalue()


for name, flat in ARRAYS.items():
    for order, endian in ("C<", "F>") + (("C>", "F<") if name.endswith("16") else ()):
        array = np.asarray(flat.reshape(2, 3, 2).astype(flat.dtype.newbyteorder(endian)), order=order)
        line(f"npy {name} {order}{endian}", npy(array), [("", array, name)])
for version in ((1, 0), (2, 0), (3, 0)):
    line(f"npy version {version}", npy(ARRAYS["float64"], version), [("", ARRAYS["float64"], "float64")])
for shape in ((), (1,), (0,), (0, 3), (3, 0, 2), (1,) * 32):
    array = np.full(shape, 2.5)
    line(f"npy shape {shape}", npy(array), [("", array, "float64")])
for array in (TEXT, TEXT.astype(">U6"), np.array("relu"), np.array(["a", "bc"])):
    line(f"npy text {array.dtype.str} {array.shape}", npy(array), [("", array, "text")])

# What ml_dtypes' bfloat16 becomes: its bits as '<V2', see github.com/jax-ml/ml_dtypes/issues/41.
single = np.array([0.0, -0.0, 1.0, -1.5, 3.140625, 2.0 ** -133, 2.0 ** 127, inf], "f4")
half = (single.view("u4") >> 16).astype("<u2")
descr = npy(half).replace(b"<u2", b"<V2")
line("npy bfloat16 as <V2", descr, [("", single, "bfloat16")])
line("npy bfloat16 by name", npy(half).replace(b"'<u2', ", b"'bfloat16', ").replace(b"      \n", b" \n", 1), [("", single, "bfloat16")])


class Pipe(io.RawIOBase):
    """A stream that cannot seek, so that zipfile writes sizes behind the data."""
    def __init__(self): self.content = bytearray()
    def writable(self): return True
    def write(self, data): self.content += bytes(data); return len(data)


arrays = {"layer1.weight": np.arange(6.0).reshape(2, 3), "b": np.arange(4, dtype="f4"), "folder/größe": TEXT}
kinds = {"layer1.weight": "float64", "b": "float32", "folder/größe": "text"}
listed = [(name, array, kinds[name]) for name, array in arrays.items()]
for save in (np.savez, np.savez_compressed):
    out, pipe = io.BytesIO(), Pipe()
    save(out, **arrays)
    line(f"npz {save.__name__}", out.getvalue(), listed)
    save(pipe, **arrays)
    line(f"npz {save.__name__} to a pipe", bytes(pipe.content), listed)
out = io.BytesIO()
np.savez(out)
line("npz empty", out.getvalue(), [])

NAMES = dict(float64="F64", float32="F32", float16="F16", int8="I8", int16="I16", int32="I32", int64="I64", uint8="U8",
             uint16="U16", uint32="U32", uint64="U64", bool="BOOL")


def safetensors(tensors, metadata=None, pad=0):
    header, data = ({"__metadata__": metadata} if metadata else {}), b""
    for name, (dtype, shape, content) in tensors.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode() + b" " * pad
    return struct.pack("<Q", len(text)) + text + data


everything = {name: (NAMES[name], [3, 4], array.tobytes()) for name, array in ARRAYS.items()}
line("safetensors of all types", safetensors(everything, {"format": "pt", "größe": "\"\\\n𝛔"}, 5),
     [(name, array.reshape(3, 4), name) for name, array in ARRAYS.items()])
line("safetensors BF16", safetensors({"x": ("BF16", [2, 4], half.tobytes())}), [("x", single.reshape(2, 4), "bfloat16")])
line("safetensors scalar and empty", safetensors({"0.a": ("F32", [], np.float32(2).tobytes()), "none": ("F64", [0, 3], b"")}),
     [("0.a", np.float32(2).reshape(()), "float32"), ("none", np.zeros((0, 3)), "float64")])
line("safetensors of nothing", safetensors({}), [])
