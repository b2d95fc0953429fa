/// Small feed-forward networks f(x) = σ(W₂σ(W₁x + b₁) + b₂), random hidden layers, and readouts fitted to them.
///
/// A [Network][dev.lanewise.nn.Network] is built of [Dense][dev.lanewise.nn.Dense] layers, given or drawn by
/// [RandomLayer][dev.lanewise.nn.RandomLayer]; [Readout][dev.lanewise.nn.Readout] fits the last one by least squares. A
/// [Workspace][dev.lanewise.nn.Workspace] lets a thread run it without allocating.
///
/// [ModelFile][dev.lanewise.nn.ModelFile] saves and loads networks; [NetworkImport][dev.lanewise.nn.NetworkImport] makes
/// them of what PyTorch, Keras and scikit-learn save. [Scaling][dev.lanewise.nn.Scaling] keeps their callers in their own
/// units, and a [Classifier][dev.lanewise.nn.Classifier] names the likeliest class.
package dev.lanewise.nn;
