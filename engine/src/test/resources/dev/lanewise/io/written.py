"""Reads written.safetensors and written.npz, which Lanewise has written, and compares them with golden.tsv.

    python written.py          # in this folder; compares PyTorch's tensors too, where PyTorch is installed

WrittenFilesTest holds that Lanewise still writes these bytes. After a change that is meant, save what it writes here and
run this again.
"""
import json
import numpy as np

TYPES = dict(F64="<f8", F32="<f4", F16="<f2", BF16="<u2", I8="i1", I16="<i2", I32="<i4", I64="<i8", U8="u1", U16="<u2",
             U32="<u4", U64="<u8", BOOL="?")


def safetensors(path):
    raw = open(path, "rb").read()
    data = 8 + int.from_bytes(raw[:8], "little")
    header, at = json.loads(raw[8:data]), 0
    texts, tensors = header.pop("__metadata__", {}), {}
    for name, t in header.items():
        begin, end = t["data_offsets"]
        dtype = np.dtype(TYPES[t["dtype"]])
        assert begin == at and (data + begin) % dtype.itemsize == 0, f"{name} is not where the one before ends, or not aligned"
        tensors[name], at = (t["dtype"], np.frombuffer(raw[data + begin:data + end], dtype).reshape(t["shape"])), end
    assert data + at == len(raw), "bytes behind the last tensor"
    return tensors, texts


def widened(bits):
    return (np.ascontiguousarray(bits).view("<u2").astype("<u4") << 16).view("<f4")


def same(a, b):
    return a.shape == b.shape and a.astype("f8").tobytes() == b.tobytes()


expected = {}
for line in open("golden.tsv", encoding="utf-8"):
    what, _, *fields = line.rstrip("\n").split("\t")
    for name, dtype, shape, numbers in zip(*[iter(fields)] * 4):
        if what.startswith("safetensors") and "," in numbers:
            values = np.array([float.fromhex(number) for number in numbers.split(",")])
            expected[dtype] = values.reshape([int(n) for n in shape.split(",")])

tensors, texts = safetensors("written.safetensors")
assert texts == {"größe": "\"\\\n𝛔"} and tensors.keys() == expected.keys() and len(tensors) == 13
for name, (dtype, array) in tensors.items():
    assert same(widened(array) if dtype == "BF16" else array, expected[name]), name

npz = np.load("written.npz")
assert npz["text"].tolist() == ["tanh", "größe", "𝛔"] and set(npz.files) == {*expected, "text"}
for name in expected:
    array = npz[name]
    assert array.dtype.str == "|V2" if name == "bfloat16" else array.dtype == name, name
    assert same(widened(array) if name == "bfloat16" else array, expected[name]), name
print(f"{len(tensors)} safetensors and {len(npz.files)} arrays are what they should be")

try:
    import torch
except ImportError:
    print("PyTorch is not installed")
else:
    for name, (dtype, array) in tensors.items():
        tensor = torch.frombuffer(bytearray(array.tobytes()), dtype=getattr(torch, name)).reshape(array.shape)
        assert same(tensor.double().numpy(), expected[name]), name
    print(f"PyTorch {torch.__version__} has the same {len(tensors)} tensors")
