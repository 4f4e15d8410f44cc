"""Weights are saved and loaded bit for bit, and the book's own files are read."""

import json
import os
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import safetensors
import safetensors.numpy

from engine.data.idx import read_idx_pair
from engine.errors import WeightsError
from engine.evaluate.metrics import accuracy
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.weights import Weights, check_writable_name, load_weights, save_weights, weights_title

SPEC = NetworkSpec.mlp((6, 5), "relu")
OURS = [".safetensors", ".npz"]


def params_of(spec: NetworkSpec) -> dict[str, np.ndarray]:
    network = Network(spec)
    network.initialize(np.random.default_rng(1))
    return network.snapshot()


PARAMS = params_of(SPEC)
WEIGHTS = Weights(
    SPEC,
    PARAMS,
    "세 층 신경망, 3層",
    training={"data": "MNIST training set", "lr": 0.1, "epochs": 16, "test": None, "sizes": [1, 2]},
    scores={"MNIST test accuracy": 0.9764, "calibration error": 1e-3},
)


def assert_same_bits(found: dict[str, np.ndarray], wanted: dict[str, np.ndarray]) -> None:
    assert found.keys() == wanted.keys()
    for name, array in found.items():
        assert array.dtype == wanted[name].dtype
        assert array.shape == wanted[name].shape
        assert array.tobytes() == wanted[name].tobytes()


def write_plain(path: Path, arrays: dict[str, np.ndarray]) -> Path:
    """Arrays without facts, as other programs write them."""
    if path.suffix == ".npz":
        np.savez(path, **arrays)
    else:
        safetensors.numpy.save_file(arrays, path)
    return path


# Saving and loading


@pytest.mark.parametrize("ending", [*OURS, ".NPZ"])
def test_everything_is_loaded_unchanged(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"net{ending}"
    save_weights(str(path), WEIGHTS)
    found = load_weights(str(path))
    assert_same_bits(found.params, PARAMS)
    assert all(array.flags.c_contiguous and array.flags.writeable for array in found.params.values())
    for what in ("spec", "name", "preprocessing", "training", "scores", "notes"):
        assert getattr(found, what) == getattr(WEIGHTS, what)


@pytest.mark.parametrize("ending", OURS)
def test_equal_weights_make_equal_files(tmp_path: Path, ending: str) -> None:
    first, second = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    save_weights(first, WEIGHTS)
    save_weights(second, load_weights(first))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("ending", OURS)
def test_special_floats_and_fortran_order_survive(tmp_path: Path, ending: str) -> None:
    W1 = np.asfortranarray(PARAMS["W1"])
    W1[0, :4] = [-0.0, 1e-45, np.finfo(np.float32).max, np.nextafter(np.float32(1), np.float32(2))]
    params = PARAMS | {"W1": W1}
    path = tmp_path / f"net{ending}"
    save_weights(path, Weights(SPEC, params))
    assert_same_bits(load_weights(path).params, {name: np.ascontiguousarray(a) for name, a in params.items()})


def test_other_programs_read_what_is_written(tmp_path: Path) -> None:
    save_weights(tmp_path / "net.npz", WEIGHTS)
    with np.load(tmp_path / "net.npz", allow_pickle=False) as arrays:
        assert json.loads(arrays["digit_lab"].tobytes())["name"] == WEIGHTS.name
        assert_same_bits({name: arrays[name] for name in PARAMS}, PARAMS)

    save_weights(tmp_path / "net.safetensors", WEIGHTS)
    assert_same_bits(safetensors.numpy.load_file(tmp_path / "net.safetensors"), PARAMS)
    with safetensors.safe_open(tmp_path / "net.safetensors", "np") as file:
        metadata = file.metadata()
    assert metadata["format"] == "digit-lab weights"
    assert NetworkSpec.from_dict(json.loads(metadata["spec"])) == SPEC


def test_the_network_computes_as_before() -> None:
    x = np.random.default_rng(2).random((3, 784), np.float32)
    before = Network(SPEC)
    before.load(PARAMS)
    np.testing.assert_array_equal(WEIGHTS.network(3).predict(x), before.predict(x))


# Arrays without facts


@pytest.mark.parametrize("dtype", ["<f2", "<f4", "<f8"])
@pytest.mark.parametrize("ending", OURS)
def test_arrays_without_facts_are_a_sigmoid_network(tmp_path: Path, ending: str, dtype: str) -> None:
    arrays = {name: array.astype(dtype) for name, array in PARAMS.items()}
    found = load_weights(write_plain(tmp_path / f"theirs{ending}", arrays))
    assert found.spec == NetworkSpec.mlp((6, 5), "sigmoid")
    assert found.name == "theirs"
    assert "Sigmoid was assumed" in found.notes[0]
    assert found.activation_from == "assumed"
    assert_same_bits(found.params, {name: array.astype(np.float32) for name, array in arrays.items()})


def test_without_a_hidden_layer_nothing_is_assumed(tmp_path: Path) -> None:
    arrays = {"W1": np.zeros((784, 10), np.float32), "b1": np.zeros(10, np.float32)}
    assert load_weights(write_plain(tmp_path / "net.npz", arrays)).notes == ()


# Errors when saving


@pytest.mark.parametrize("name", ["net.pkl", "net.pt", "net", "net.npz.gz"])
def test_only_two_formats_are_written(tmp_path: Path, name: str) -> None:
    for attempt in (lambda path: save_weights(path, WEIGHTS), check_writable_name):
        with pytest.raises(WeightsError, match=r"cannot be saved: weights are written as \.safetensors or \.npz\."):
            attempt(tmp_path / name)
    assert not list(tmp_path.iterdir())
    check_writable_name(tmp_path / "net.NPZ")


@pytest.mark.parametrize("ending", OURS)
@pytest.mark.parametrize(
    ("weights", "fault"),
    [
        (Weights(SPEC, PARAMS | {"b1": np.full(6, np.nan, np.float32)}), "“b1” holds NaN"),
        (Weights(SPEC, PARAMS | {"b1": np.zeros(6)}), "b1 is of type float64, not float32"),
        (Weights(SPEC, PARAMS | {"b1": np.zeros(7, np.float32)}), "b1 is 7, and should be 6"),
        (Weights(SPEC, PARAMS, training={"loss": float("nan")}), "no JSON value"),
        (Weights(SPEC, PARAMS, training={"path": Path()}), "no JSON value"),
        (Weights(SPEC, PARAMS, training={"log": "x" * (1 << 20)}), "more than the 1 MB"),
        (Weights(SPEC, PARAMS, scores={"test": float("inf")}), "an impossible value for the scores"),
        (Weights(SPEC, PARAMS, "\ud800"), "no JSON value"),
        (Weights(SPEC, PARAMS, preprocessing=99), "newer version"),
    ],
)
def test_weights_that_could_not_be_loaded_are_not_saved(
    tmp_path: Path, weights: Weights, fault: str, ending: str
) -> None:
    with pytest.raises(WeightsError) as caught:
        save_weights(tmp_path / f"net{ending}", weights)
    assert str(caught.value).startswith(f"net{ending} cannot be saved: ")
    assert fault in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", OURS)
def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"net{ending}"
    save_weights(path, WEIGHTS)
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WeightsError, match="cannot be saved: the system says “No space left on device”"):
        save_weights(path, Weights(SPEC, PARAMS, "another name"))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]

    with pytest.raises(WeightsError, match="cannot be saved: the system says “No such file or directory”"):
        save_weights(tmp_path / "nowhere" / path.name, WEIGHTS)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_symbolic_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "net.npz"
    try:
        path.symlink_to(path)
    except OSError:
        pytest.skip("no permission to make symbolic links")
    with pytest.raises(WeightsError, match="cannot be saved: the system says"):
        save_weights(path, WEIGHTS)


# The book's files


def test_the_accuracy_of_the_books_network(shared_data: Path) -> None:
    weights = load_weights(shared_data / "book" / "sample_weight.pkl")
    assert weights.spec == NetworkSpec.mlp((50, 100), "sigmoid")
    assert weights.name == "sample_weight (the book's)"
    assert weights.params["W1"].flags.c_contiguous
    mnist = shared_data / "mnist"
    test = read_idx_pair(mnist / "t10k-images-idx3-ubyte.gz", mnist / "t10k-labels-idx1-ubyte.gz", "test")
    assert accuracy(weights.network(), test) == pytest.approx(0.9352, abs=1e-9)


def test_the_books_network_can_be_saved(shared_data: Path, tmp_path: Path) -> None:
    weights = load_weights(shared_data / "book" / "sample_weight.pkl")
    save_weights(tmp_path / "saved.safetensors", weights)
    assert_same_bits(load_weights(tmp_path / "saved.safetensors").params, weights.params)


# The header alone


@pytest.mark.parametrize("ending", [".safetensors", ".npz"])
def test_the_title_is_read_without_the_arrays(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"file{ending}"
    spec = NetworkSpec.mlp((2000, 2000), "relu")
    params = {name: np.zeros(shape, np.float32) for name, shape in spec.param_shapes().items()}
    save_weights(path, Weights(spec, params, "My network"))
    tracemalloc.start()
    assert weights_title(path) == "My network"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 20 < path.stat().st_size


@pytest.mark.parametrize("ending", [".safetensors", ".npz"])
def test_the_title_of_a_file_that_cannot_be_read_is_its_name(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"file{ending}"
    spec = NetworkSpec.mlp((5,), "relu")
    params = {name: np.zeros(shape, np.float32) for name, shape in spec.param_shapes().items()}
    save_weights(path, Weights(spec, params, "My network"))
    whole = path.read_bytes()
    rng = np.random.default_rng(0)
    for length in [0, 1, 8, 100, len(whole) // 2, len(whole) - 1]:
        path.write_bytes(whole[:length])
        assert weights_title(path) == "file"
    for position in [*rng.integers(0, 1500, 300), *rng.integers(len(whole) - 800, len(whole), 300)]:
        damaged = bytearray(whole)
        damaged[position] ^= 1 << rng.integers(8)
        path.write_bytes(damaged)
        assert weights_title(path)
    save_weights(path, Weights(spec, params))
    assert weights_title(path) == "file"
    path.unlink()
    assert weights_title(path) == "file"
    path.mkdir()
    assert weights_title(path) == "file"


def test_the_title_of_files_without_facts(tmp_path: Path) -> None:
    arrays = {"W1": np.zeros((784, 10), np.float32), "b1": np.zeros(10, np.float32)}
    np.savez(tmp_path / "theirs.npz", **arrays)
    safetensors.numpy.save_file(arrays, tmp_path / "theirs.safetensors")
    (tmp_path / "sample_weight.pkl").write_bytes(b"x")
    assert weights_title(tmp_path / "theirs.npz") == weights_title(tmp_path / "theirs.safetensors") == "theirs"
    assert weights_title(tmp_path / "sample_weight.pkl") == "sample_weight (the book's)"
    assert weights_title(tmp_path / "other.txt") == "other"
