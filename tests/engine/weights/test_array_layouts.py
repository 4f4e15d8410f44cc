"""Arrays alone are read in the layouts of the book, of PyTorch, Keras and others; what is unexpected is named."""

import io
import itertools
import json
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import WeightsError
from engine.io.checked_file import Fault
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import simple_convnet
from engine.types import FloatArray
from engine.weights import Weights, load_weights, save_weights
from engine.weights.layout import arrange

rng = np.random.default_rng(5)


def params_of(spec: NetworkSpec) -> dict[str, FloatArray]:
    network = Network(spec)
    network.initialize(rng)
    for array in network.params.values():
        array += rng.random(array.shape, np.float32) * 0.1
    return network.snapshot()


SPEC = NetworkSpec.mlp((6, 6, 5), "sigmoid")
PARAMS = params_of(SPEC)
LAYERS = range(1, 5)
NORMALIZED = ("gamma", "beta", "mean", "var")


def opened(tmp_path: Path, arrays: dict[str, FloatArray], ending: str = ".npz") -> Weights:
    path = tmp_path / f"theirs{ending}"
    match ending:
        case ".npz":
            np.savez(path, **arrays)
        case ".safetensors":
            safetensors.numpy.save_file({name: np.ascontiguousarray(array) for name, array in arrays.items()}, path)
        case _:
            path.write_bytes(pickle.dumps(arrays, 4))
    return load_weights(path)


def assert_same(found: Weights, wanted: dict[str, FloatArray]) -> None:
    assert found.params.keys() == wanted.keys()
    for name, array in wanted.items():
        np.testing.assert_array_equal(found.params[name], array)
        assert found.params[name].flags.c_contiguous


def refused(tmp_path: Path, arrays: dict[str, FloatArray]) -> str:
    with pytest.raises(WeightsError) as caught:
        opened(tmp_path, arrays)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 500
    return sentence


def torch_names(prefixes: list[str]) -> dict[str, FloatArray]:
    arrays = {}
    for number, prefix in zip(LAYERS, prefixes, strict=True):
        arrays |= {f"{prefix}.weight": PARAMS[f"W{number}"].T, f"{prefix}.bias": PARAMS[f"b{number}"]}
    return arrays


@pytest.mark.parametrize("ending", [".npz", ".safetensors", ".pkl"])
@pytest.mark.parametrize(
    "prefixes",
    [
        ["fc1", "fc2", "fc3", "fc4"],
        ["0", "2", "4", "6"],
        ["net.8", "net.9", "net.10", "net.11"],
        ["model.linear_relu_stack.0", "model.linear_relu_stack.2", "model.hidden", "model.output"],
        ["module.layers.0", "module.layers.1", "module.layers.2", "module.head"],
    ],
)
def test_the_names_of_pytorch(tmp_path: Path, prefixes: list[str], ending: str) -> None:
    if "hidden" in prefixes[2]:
        prefixes = ["model.a0", "model.a2", "model.hidden", "model.output"]
    found = opened(tmp_path, torch_names(prefixes), ending)
    assert_same(found, PARAMS)
    assert "were transposed" in found.notes[0]
    assert found.spec == SPEC


@pytest.mark.parametrize(
    ("weight", "bias"),
    [
        ("w{}", "B{}"),
        ("dense_{}/kernel:0", "dense_{}/bias:0"),
        ("params.Dense_{}.kernel", "params.Dense_{}.bias"),
        ("weights_{}", "biases_{}"),
        ("coefs_{}", "intercepts_{}"),
        ("layer{}_W", "layer{}_b"),
        ("weight{}", "bias{}"),
    ],
)
@pytest.mark.parametrize("shape", [(-1,), (1, -1), (-1, 1)])
@pytest.mark.parametrize("transposed", [False, True])
def test_names_biases_as_rows_or_columns_and_transposed_weights(
    tmp_path: Path, weight: str, bias: str, shape: tuple[int, ...], transposed: bool
) -> None:
    arrays = {}
    for n in reversed(LAYERS):
        W = PARAMS[f"W{n}"]
        arrays |= {weight.format(n): W.T if transposed else W, bias.format(n): PARAMS[f"b{n}"].reshape(shape)}
    assert_same(opened(tmp_path, arrays), PARAMS)


@pytest.mark.parametrize("grouped", [False, True])
def test_a_list_of_arrays(tmp_path: Path, grouped: bool) -> None:
    names = (
        [f"{letter}{n}" for letter in "Wb" for n in LAYERS] if grouped else [f"{c}{n}" for n in LAYERS for c in "Wb"]
    )
    np.savez(tmp_path / "list.npz", *[PARAMS[name] for name in names])
    assert_same(load_weights(tmp_path / "list.npz"), PARAMS)


def test_the_network_of_rashid(tmp_path: Path) -> None:
    wih, who = rng.random((7, 784), np.float32), rng.random((10, 7), np.float32)
    found = opened(tmp_path, {"who": who, "wih": wih}, ".pkl")
    zeros = {"b1": np.zeros(7, np.float32), "b2": np.zeros(10, np.float32)}
    assert_same(found, {"W1": wih.T, "b1": zeros["b1"], "W2": who.T, "b2": zeros["b2"]})
    assert any("no biases for 2 of 2 layers: they are 0" in note for note in found.notes)
    assert found.spec == NetworkSpec.mlp((7,), "sigmoid")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(2, 9), min_size=0, max_size=4), st.booleans(), st.randoms(use_true_random=False))
def test_layers_of_any_sizes_in_any_order(sizes: list[int], transposed: bool, random) -> None:
    sides = [784, *sizes, 10]
    W = [rng.random(pair, np.float32) for pair in itertools.pairwise(sides)]
    names = [f"layer{n}" for n in range(len(W))]
    arrays = {f"{name}.weight": w.T if transposed else w for name, w in zip(names, W, strict=True)}
    shuffled = list(arrays.items())
    random.shuffle(shuffled)
    found = arrange(dict(shuffled))
    assert [found.params[f"W{n}"].tolist() for n in range(1, len(W) + 1)] == [w.tolist() for w in W]


def test_without_numbers_the_shapes_give_the_order(tmp_path: Path) -> None:
    arrays = {"out.weight": PARAMS["W4"].T, "input.weight": PARAMS["W1"].T, "middle.weight": np.ones((5, 6), "f4")}
    found = opened(tmp_path, arrays)
    np.testing.assert_array_equal(found.params["W2"], np.ones((6, 5)))


def test_many_layers_of_one_size_do_not_take_long(tmp_path: Path) -> None:
    arrays = {f"W{n}": np.ones((9, 9), np.float32) for n in range(2, 60)} | {"W1": np.ones((784, 9), np.float32)}
    assert "its network has 9 outputs" in refused(tmp_path, arrays)


def test_the_books_convolutional_network_with_pytorchs_names(tmp_path: Path) -> None:
    params = params_of(simple_convnet())
    names = {"1": "conv1", "2": "fc1", "3": "fc2"}
    arrays = {}
    for n, prefix in names.items():
        W = params[f"W{n}"]
        arrays |= {f"{prefix}.weight": W.T if W.ndim == 2 else W, f"{prefix}.bias": params[f"b{n}"]}
    found = opened(tmp_path, arrays)
    assert_same(found, params)
    assert found.activation_from == "file"


# Batch normalisation


def normalized_params() -> tuple[NetworkSpec, dict[str, FloatArray]]:
    plain = arrange(
        PARAMS | {f"{kind}{n}": np.ones(PARAMS[f"b{n}"].shape, "f4") for kind in NORMALIZED for n in (1, 2, 3)}
    )
    return plain.spec, params_of(plain.spec)


@pytest.mark.parametrize("ending", [".npz", ".safetensors", ".pkl"])
def test_batch_normalisation_with_its_running_averages(tmp_path: Path, ending: str) -> None:
    spec, params = normalized_params()
    found = opened(tmp_path, params, ending)
    assert found.spec.layers[1].kind == spec.layers[1].kind == "batch_normalization"
    assert_same(found, params)
    theirs = {}
    for n in LAYERS:
        theirs |= {f"fc{n}.weight": params[f"W{n}"].T, f"fc{n}.bias": params[f"b{n}"]}
    for n in (1, 2, 3):
        own = dict(zip(("weight", "bias", "running_mean", "running_var"), NORMALIZED, strict=True))
        theirs |= {f"bn{n}.{name}": params[f"{kind}{n}"] for name, kind in own.items()}
        theirs[f"bn{n}.num_batches_tracked"] = np.array(7)
    found = opened(tmp_path, theirs, ending)
    assert_same(found, params)
    assert found.spec == opened(tmp_path, params, ending).spec


def test_batch_normalisation_without_them_says_what_is_missing(tmp_path: Path) -> None:
    _, params = normalized_params()
    partly = {name: array for name, array in params.items() if not name.startswith(("mean", "var"))}
    sentence = refused(tmp_path, partly)
    assert (
        "it holds “gamma1”, “gamma2”, “gamma3”, “beta1” and 2 more of batch normalisation, but not the running mean"
        in sentence
    )
    assert "“W1”" not in sentence
    del params["gamma2"], params["beta2"], params["mean2"], params["var2"]
    assert "only after every hidden layer" in refused(tmp_path, params)


# What is unexpected


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"step": np.zeros(()), "lr": np.ones(())}, "it holds “step” and “lr”, which"),
        ({"train_acc_list": np.zeros(17)}, "it holds “train_acc_list”, which"),
        ({"bn1.weight": np.zeros(6), "bn1.bias": np.zeros(6)}, "it holds “bn1.weight” and “bn1.bias”, which"),
        ({"confusion": np.zeros((10, 10))}, "it holds “confusion”, which"),
        ({"b5": np.zeros(10)}, "it holds “b5”, which belong to none"),
        ({"W5": np.zeros((3, 4))}, "do not fit together"),
        ({"std": np.zeros(784), "mean": np.zeros(784)}, "“std”"),
    ],
)
def test_a_message_names_what_is_unexpected(tmp_path: Path, more: dict[str, FloatArray], named: str) -> None:
    assert named in refused(tmp_path, PARAMS | more)


NAMES = ["W1", "W2", "W3", "b1", "b2", "b3", "gamma1", "beta1", "mean1", "var1", "fc1.weight", "fc1.bias", "wih", "who"]
NAMES += ["arr_0", "arr_1", "arr_2", "arr_3", "bn1.weight", "bn1.running_var", "conv1.weight", "x", "Ŵ²", "", "b", "."]
SHAPES = [
    (784, 3),
    (3, 784),
    (3, 10),
    (10, 3),
    (784, 10),
    (3, 3),
    (3,),
    (10,),
    (1, 3),
    (1, 10),
    (10, 1),
    (),
    (0,),
    (1, 1),
]
SHAPES += [(30, 1, 5, 5), (4320, 100), (784, 784), (784, 0), (0, 10), (784, 1), (2, 3, 4)]


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(SHAPES), max_size=8))
def test_any_arrays_are_a_network_or_refused(shapes: dict[str, tuple[int, ...]]) -> None:
    try:
        found = arrange({name: np.ones(shape, np.float32) for name, shape in shapes.items()})
    except Fault:
        return
    assert {name: array.shape for name, array in found.params.items()} == found.spec.param_shapes()
    # Nothing is left out: all numbers of the file are in the network.
    ones = sum(int(np.prod(shape)) for shape in shapes.values())
    assert sum(int(array.sum()) for array in found.params.values()) == ones


# Files of other programs


def zip_of(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"\x80\x02}.")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("net.pt", zip_of("net/data.pkl", "net/data/0", "net/version"), "of PyTorch, which"),
        ("net.npz", zip_of("archive/data.pkl", "archive/data/0"), 'torch.load("net.npz", map_location="cpu")'),
        ("net.pkl", zip_of("net/data.pkl", "net/code/__torch__.py"), 'torch.jit.load("net.pkl", "cpu")'),
        ("net.pth", b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03.", 'torch.load("net.pth"'),
        ("net.pkl", b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03.", 'torch.load("net.pkl"'),
        ("net.pt", b"nonsense", "of PyTorch, which"),
        ("net.keras", zip_of("metadata.json", "config.json", "model.weights.h5"), "of Keras, which"),
        ("net.h5", b"\x89HDF\r\n\x1a\n" + bytes(100), '*keras.models.load_model("net.h5").get_weights()'),
        ("net.npz", b"\x89HDF\r\n\x1a\n" + bytes(100), "of Keras, which"),
        ("net.onnx", b"\x08\x07\x12\x07pytorch\x1a\x051.13:", 'onnx.load("net.onnx").graph.initializer'),
        ("net.bin", b"\x08\x07\x12\x07pytorch\x1a\x051.13:", 'numpy.savez("net.npz"'),
        ("net.tflite", b"\x1c\0\0\0TFL3" + bytes(100), "of TensorFlow, which"),
        ("net.mat", b"MATLAB 5.0 MAT-file, Platform: GLNXA64" + bytes(200), 'scipy.io.loadmat("net.mat")'),
        ("net.mat", b"MATLAB 7.3 MAT-file, Platform: GLNXA64" + bytes(200), "h5py.File"),
        ("net.npy", b"\x93NUMPY\x01\0" + bytes(100), "numpy.load"),
        ("net.joblib", b"\x80\x04\x95", "joblib.load"),
        ('odd "name" {}.pt', b"x", 'torch.load("weights.pt"'),
    ],
)
def test_files_of_other_programs_are_named_with_the_line_that_converts_them(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WeightsError) as caught:
        load_weights(path)
    sentence = str(caught.value)
    assert said in sentence
    assert "numpy.savez(" in sentence
    assert len(sentence) < 500
    code = sentence.partition("“")[2].partition("”")[0].partition(", where")[0]
    compile(code, "line", "exec")


def test_a_line_that_converts_makes_a_file_that_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    np.save(tmp_path / "net.npy", np.array(PARAMS, object), allow_pickle=True)
    with pytest.raises(WeightsError) as caught:
        load_weights("net.npy")
    exec(str(caught.value).partition("“")[2].partition("”")[0])
    assert_same(load_weights("net.npz"), PARAMS)


def test_a_file_is_read_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    for name in ("net.npz", "net.safetensors", "net.pickle", "net"):
        (tmp_path / name).write_bytes(pickle.dumps(PARAMS, 5))
        assert_same(load_weights(tmp_path / name), PARAMS)
    save_weights(tmp_path / "ours.npz", Weights(SPEC, PARAMS))
    (tmp_path / "ours.pkl").write_bytes((tmp_path / "ours.npz").read_bytes())
    assert load_weights(tmp_path / "ours.pkl").spec == SPEC
    # The length of its header begins as a pickle does.
    header = json.dumps({"W1": {"dtype": "F32", "shape": [784, 10], "data_offsets": [0, 31360]}}).ljust(0x280).encode()
    (tmp_path / "net.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + bytes(31360))
    assert load_weights(tmp_path / "net.safetensors").spec == NetworkSpec.mlp(())
