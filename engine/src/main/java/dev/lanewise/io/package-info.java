/// Arrays in files: NumPy's `.npy` and `.npz`, and safetensors.
///
/// [Npy][dev.lanewise.io.Npy], [Npz][dev.lanewise.io.Npz] and [Safetensors][dev.lanewise.io.Safetensors] read and write
/// [tensors][dev.lanewise.io.Tensor]: doubles in C order, with the [type][dev.lanewise.io.DType] that they have in the
/// file. Files are hostile until proven otherwise: whatever is wrong with one is a
/// [FormatException][dev.lanewise.io.FormatException] of one sentence, nothing in it is ever executed, and memory is
/// bounded by a limit that the caller can set. Only files that the caller names are opened; a file appears under its
/// name when it is complete.
package dev.lanewise.io;
