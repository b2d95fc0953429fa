"""Writes models of PyTorch, scikit-learn and Keras' layout, each with inputs and the outputs of the original.

    python models.py torch      # where PyTorch is installed: torch-float64.npz, torch-float32.safetensors, torch-activations.npz, keras.npz
    python models.py sklearn    # where scikit-learn is installed: sklearn-regressor.npz, sklearn-classifier.npz

The files are as docs/import.md has them written; the safetensors file is written by the published format.
"""
import json, struct, sys
import numpy as np


def pytorch():
    import torch
    torch.manual_seed(1)
    for dtype, width in ((torch.float64, 20), (torch.float32, 33)):
        model = torch.nn.Sequential(
            torch.nn.Linear(5, width), torch.nn.Tanh(), torch.nn.Linear(width, 17), torch.nn.ReLU(), torch.nn.Dropout(),
            torch.nn.Linear(17, 9, bias=False), torch.nn.Sigmoid(), torch.nn.Linear(9, 3)).to(dtype).eval()
        x = torch.randn(40, 5, dtype=dtype)
        y = model(x).detach().numpy()
        state = {name: tensor.detach().numpy() for name, tensor in model.state_dict().items()}
        if dtype == torch.float64:
            np.savez_compressed("torch-float64.npz", **state)
            np.savez_compressed("torch-float64-samples.npz", x=x.numpy(), y=y)
        else:
            save_safetensors("torch-float32.safetensors", state)
            np.savez_compressed("torch-float32-samples.npz", x=x.numpy(), y=y)


    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(6, 12), nn.GELU(), nn.Linear(12, 12), nn.SiLU(), nn.Linear(12, 12), nn.ELU(0.5), nn.Linear(12, 12),
        nn.LeakyReLU(0.2), nn.Linear(12, 12), nn.Softplus(), nn.Linear(12, 12), nn.GELU("tanh"), nn.Linear(12, 12),
        nn.Hardsigmoid(), nn.Linear(12, 12), nn.Softsign(), nn.Linear(12, 5), nn.LogSoftmax(1)).double()
    x = 3 * torch.randn(40, 6, dtype=torch.float64)
    np.savez_compressed("torch-activations.npz", **{k: v.detach().numpy() for k, v in model.state_dict().items()})
    np.savez_compressed("torch-activations-samples.npz", x=x.numpy(), y=model(x).detach().numpy())


def save_safetensors(path, tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name in sorted(tensors):
        content = tensors[name].tobytes()
        header[name] = {"dtype": "F32", "shape": tensors[name].shape, "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def keras():
    """model.get_weights() of Dense(16, "relu"), Dense(12, "sigmoid", use_bias=False), Dense(2): kernels are in x out."""
    rng = np.random.default_rng(2)
    weights = [rng.normal(size=(4, 16)), rng.normal(size=16), rng.normal(size=(16, 12)), rng.normal(size=(12, 2)), rng.normal(size=2)]
    np.savez("keras.npz", *weights)
    x = rng.normal(size=(30, 4))
    y = np.maximum(x @ weights[0] + weights[1], 0)
    y = 1 / (1 + np.exp(-(y @ weights[2])))
    np.savez_compressed("keras-samples.npz", x=x, y=y @ weights[3] + weights[4])


def sklearn():
    from sklearn.datasets import load_iris
    from sklearn.neural_network import MLPClassifier, MLPRegressor
    from sklearn.preprocessing import StandardScaler
    rng = np.random.default_rng(3)
    x = rng.normal(5, 3, size=(200, 4))
    y = np.c_[np.sin(x[:, 0]) + x[:, 1], x[:, 2] * x[:, 3]]
    scaler = StandardScaler().fit(x)
    model = MLPRegressor((15, 8), "tanh", max_iter=150, random_state=1).fit(scaler.transform(x), y)
    save("sklearn-regressor.npz", model, scaler)
    np.savez_compressed("sklearn-regressor-samples.npz", x=x[:40], y=model.predict(scaler.transform(x[:40])))

    x, y = load_iris(return_X_y=True)
    model = MLPClassifier((10,), "relu", max_iter=300, random_state=1).fit(x, y)
    save("sklearn-classifier.npz", model)
    np.savez_compressed("sklearn-classifier-samples.npz", x=x[::4], y=model.predict_proba(x[::4]), labels=model.predict(x[::4]))
    model = MLPClassifier((7,), "logistic", max_iter=300, random_state=1).fit(x, y == 1)
    save("sklearn-binary.npz", model)
    np.savez_compressed("sklearn-binary-samples.npz", x=x[::4], y=model.predict_proba(x[::4])[:, 1:])


def save(path, model, scaler=None):
    arrays = {"activation": model.activation, "out_activation_": model.out_activation_}
    for i, (weights, bias) in enumerate(zip(model.coefs_, model.intercepts_)):
        arrays[f"coefs_.{i}"], arrays[f"intercepts_.{i}"] = weights, bias
    if scaler is not None:
        arrays["mean_"], arrays["scale_"] = scaler.mean_, scaler.scale_
    np.savez_compressed(path, **arrays)


if sys.argv[1] == "torch":
    pytorch()
    keras()
else:
    sklearn()
