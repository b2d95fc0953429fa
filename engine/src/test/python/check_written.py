"""Reads with NumPy, json and, where it is installed, PyTorch what WriteSamples.java has written.

    python check_written.py FOLDER
"""
import json, struct, sys
import numpy as np

folder = sys.argv[1] + "/"
KINDS = dict(F64="f8", F32="f4", F16="f2", BF16="u2", I64="i8", I32="i4", I16="i2", I8="i1", U64="u8", U32="u4", U16="u2",
             U8="u1", BOOL="?")
INTEGERS, NUMBERS = [0, 1, 2, 3, 100, 127], [0.1, -0.0, 65504, -2.5, 1e-7, np.inf]


def read_safetensors(path):
    content = open(path, "rb").read()
    n, = struct.unpack("<Q", content[:8])
    header, data = json.loads(content[8:8 + n]), content[8 + n:]
    assert n % 8 == 0
    metadata = header.pop("__metadata__", {})
    spans = sorted(entry["data_offsets"] for entry in header.values())
    assert [0] + [end for _, end in spans] == [begin for begin, _ in spans] + [len(data)], "holes or overlaps"
    return {name: (entry["dtype"], np.frombuffer(data[slice(*entry["data_offsets"])], "<" + KINDS[entry["dtype"]])
                   .reshape(entry["shape"])) for name, entry in header.items()}, metadata


def check(name, array):
    if name == "bool":
        want = np.array([0, 1, 1, 0, 1, 0], bool)
    elif name == "bfloat16":
        # to the nearest, by NumPy's integers; no element stands near a tie of its float
        bits = np.array(NUMBERS, "f4").view("u4").astype("u8")
        array, want = array.view("<u2"), ((bits + 0x7fff + (bits >> 16 & 1)) >> 16).astype("u2")
    else:
        want = np.array(NUMBERS if name.startswith("float") else INTEGERS).astype(name)
    assert array.shape == (2, 3) and array.tobytes() == want.tobytes(), (name, array, want)


for path in ("stored.npz", "compressed.npz"):
    file = np.load(folder + path)
    for name in file.files[:-3]:
        check(name, file[name])
    assert file["scalar"] == np.pi and file["empty"].shape == (0, 3) and file["text"].tolist() == ["tanh", "größer", "𝛔"]
fortran = np.load(folder + "fortran.npy")
assert fortran.dtype == ">f8" and fortran.flags.f_contiguous
check("float64", fortran.astype("<f8", order="C"))

tensors, metadata = read_safetensors(folder + "all.safetensors")
assert metadata == {"größe": "\"\\\n𝛔"} and tensors["scalar"][1] == np.pi and tensors["empty"][1].shape == (0, 3)
for name, (kind, array) in tensors.items():
    if name not in ("scalar", "empty"):
        check(name, array)
print(len(tensors), "tensors of safetensors, as many arrays of .npz twice: the same bits")

m = np.load(folder + "model.npz")
x, want = (np.load(folder + "answers.npz")[name] for name in "xy")
y = (x - m["input.mean"]) / m["input.scale"]
for i, f in enumerate(m["activations"], 1):
    y = {"tanh": np.tanh, "identity": lambda v: v}[f](y @ m[f"layer{i}.weight"].T + m[f"layer{i}.bias"])
print("model.npz answers, difference", abs(y - want).max())
assert abs(y - want).max() < 1e-15 * abs(want).max() * 4

try:
    import torch
    half = torch.tensor(NUMBERS, dtype=torch.float64).to(torch.bfloat16).reshape(2, 3)
    bits = torch.frombuffer(bytearray(tensors["bfloat16"][1].tobytes()), dtype=torch.bfloat16).reshape(2, 3)
    assert torch.equal(half, bits)
    for kind in ("float16", "float32", "float64"):
        mine = torch.from_numpy(tensors[kind][1].copy())
        assert torch.equal(torch.tensor(NUMBERS, dtype=torch.float64).to(mine.dtype).reshape(2, 3), mine)
    print("PyTorch", torch.__version__, "has the same tensors")
except ImportError:
    print("without PyTorch")
