"""Every file without valid weights is refused, with one sentence and with little memory."""

import json
import os
import struct
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors
import safetensors.numpy

from engine.errors import WeightsError
from engine.io import npz, safetensors_file
from engine.io.limits import MAX_WEIGHTS_BYTES
from engine.nn.layers import AffineSpec, BatchNormalizationSpec
from engine.nn.network_spec import NetworkSpec
from engine.weights import Weights, load_weights, save_weights, weights_title

SPEC = NetworkSpec.mlp((6, 5), "relu")
OURS = [".safetensors", ".npz"]
PACK = {".safetensors": safetensors_file.pack, ".npz": npz.pack}

_rng = np.random.default_rng(1)
PARAMS = {name: _rng.random(shape, np.float32) for name, shape in SPEC.param_shapes().items()}
FACTS: dict[str, Any] = {
    "format": "digit-lab weights",
    "format_version": 1,
    "name": "a name",
    "preprocessing": 1,
    "spec": SPEC.to_dict(),
    "training": {},
    "scores": {},
}


def refused(path: Path) -> str:
    """The error for a file that cannot be opened: one paragraph that starts with its name."""
    with pytest.raises(WeightsError) as caught:
        load_weights(path)
    sentence = str(caught.value)
    # In one line, whatever the name is.
    name = path.name.replace("\0", "?")
    assert sentence.startswith(f"{name} cannot be opened: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 500
    return sentence


def write_plain(path: Path, arrays: dict[str, np.ndarray]) -> Path:
    """Arrays without facts, as other programs write them."""
    if path.suffix == ".npz":
        np.savez(path, **arrays)
    else:
        safetensors.numpy.save_file(arrays, path)
    return path


# Arrays


@pytest.mark.parametrize("ending", OURS)
@pytest.mark.parametrize(
    ("shapes", "fault"),
    [
        ({"b1": (10,)}, "it holds “b1”, and no weights called W1, W2 and so on."),
        ({"images": (784, 10)}, "it holds “images”, and no weights"),
        ({"W1": (784, 10), "b1": (10,), "W9": (1,)}, "it holds “W9”, which Digit Lab does not know"),
        ({"W1": (784, 10), "b1": (10,), "confusion": (10, 10)}, "it holds “confusion”, which Digit Lab does not know"),
        ({"W1": (784, 10), "b1": (10,), "b2": (10,)}, "it holds “b2”, which belong to none of its weights"),
        ({"W1": (784, 10), "b1": (7,)}, "“b1” is 7, and its layer has 10 outputs"),
        ({"W1": (100, 10), "b1": (10,)}, "no layer takes the 784 pixels of an image here: “W1” 100 × 10."),
        ({"W1": (784, 5), "b1": (5,), "W2": (6, 10), "b2": (10,)}, "do not fit together: “W1” 784 × 5, “W2” 6 × 10."),
        ({"W1": (784, 9), "b1": (9,)}, "its network has 9 outputs, and there are 10 digits"),
        ({"W1": (784, 0), "b1": (0,), "W2": (0, 10), "b2": (10,)}, "An Affine layer has from 1 to"),
        ({"W1": (30, 1, 5, 5), "b1": (30,)}, "neither of the book's two"),
        ({"\n" * 200: (784, 10)}, "it holds “????"),
        (
            {"W0": (784, 2)} | {f"W{n}": (2, 2) for n in range(1, 201)},
            "201 matrices, and a network has at most 200 layers",
        ),
        ({"W0": (784, 2)} | {f"W{n}": (2, 2) for n in range(1, 200)}, "its network has 2 outputs"),
    ],
)
def test_arrays_that_are_not_a_network(
    tmp_path: Path, shapes: dict[str, tuple[int, ...]], fault: str, ending: str
) -> None:
    arrays = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    assert fault in refused(write_plain(tmp_path / f"net{ending}", arrays))


@pytest.mark.parametrize("ending", OURS)
@pytest.mark.parametrize(
    ("W1", "fault"),
    [
        (np.full((784, 10), np.nan, np.float32), "“W1” holds NaN"),
        (np.full((784, 10), np.inf, np.float32), "“W1” holds an infinite number"),
        (np.full((784, 10), -np.inf, np.float16), "“W1” holds an infinite number"),
        (np.full((784, 10), 1e300), "“W1” holds a number too large for float32"),
        (np.zeros((784, 10), np.int64), "reads"),
        (np.zeros((784, 10), bool), "reads"),
        (np.zeros((784, 10), np.complex64), "reads"),
    ],
)
def test_arrays_that_cannot_be_used(tmp_path: Path, W1: np.ndarray, fault: str, ending: str) -> None:
    assert fault in refused(write_plain(tmp_path / f"net{ending}", {"W1": W1, "b1": np.zeros(10, np.float32)}))


# Facts


@pytest.mark.parametrize("ending", OURS)
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"format": "digit-lab training"}, "it holds a checkpoint of a training, not the weights of a network"),
        ({"format": "digit-lab sonnets"}, "it holds something else, not the weights"),
        ({"format_version": 2}, "newer version of Digit Lab. Update"),
        ({"format_version": True}, "(“format_version”)"),
        ({"preprocessing": 2}, "prepared by a newer version of Digit Lab. Update"),
        ({"preprocessing": "1"}, "(“preprocessing”)"),
        ({"name": 5}, "(“name”)"),
        ({"training": []}, "(“training”)"),
        ({"scores": {"test": "good"}}, "(“test”)"),
        ({"scores": {"x" * 10_000: "good"}}, "xxx…”)"),
        ({"scores": None}, "(“scores”)"),
        ({"scores": {"test": 1e308}}, "it has an impossible value for the scores."),
        ({"scores": {str(n): 0.5 for n in range(33)}}, "it has an impossible value for the scores."),
        ({"spec": None}, "(“spec”)"),
        ({"spec": {}}, "cannot build. The description of the network is malformed"),
        ({"spec": {"input_shape": [784], "layers": []}}, "cannot build. A network has from 1"),
        ({"spec": {"input_shape": [784], "layers": [{"kind": "quantum"}]}}, "no layer called “quantum”"),
        ({"spec": {"input_shape": [784], "layers": [{"kind": "x" * 999}]}}, "no layer called “xxx"),
        ({"spec": {"input_shape": [784], "layers": [{"kind": "affine", "units": 10**12}]}}, "from 1 to 65,536"),
        ({"spec": {"input_shape": [784], "layers": [{"kind": "affine", "units": "10"}]}}, "malformed"),
        ({"spec": {"input_shape": [784], "layers": [{"kind": "affine", "units": 10, "std": 10**400}]}}, "cannot build"),
        ({"spec": {"input_shape": [1] * 9999 + [784], "layers": [{"kind": "affine", "units": 10}]}}, "cannot build"),
        ({"spec": NetworkSpec.mlp((7, 5)).to_dict()}, "W1 is 784 × 6, and should be 784 × 7."),
        ({"spec": NetworkSpec.mlp((6, 5, 4)).to_dict()}, "W3 is 5 × 10, and should be 5 × 4."),
        ({"spec": NetworkSpec.mlp((6,)).to_dict()}, "W2 is 6 × 5, and should be 6 × 10."),
    ],
)
def test_invalid_facts(tmp_path: Path, change: dict[str, Any], fault: str, ending: str) -> None:
    path = tmp_path / f"net{ending}"
    path.write_bytes(PACK[ending](PARAMS, FACTS | change))
    assert fault in refused(path)


@pytest.mark.parametrize("ending", OURS)
@pytest.mark.parametrize("key", [key for key in FACTS if key != "format"])
def test_facts_that_are_missing(tmp_path: Path, key: str, ending: str) -> None:
    path = tmp_path / f"net{ending}"
    path.write_bytes(PACK[ending](PARAMS, {k: v for k, v in FACTS.items() if k != key}))
    assert f"(“{key}”)" in refused(path)


@pytest.mark.parametrize("ending", OURS)
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"b3": None}, "its array b3 is missing"),
        ({"W4": np.zeros(1, np.float32)}, "it holds an array “W4” that does not belong there"),
        ({"b3": np.full(10, np.nan, np.float32)}, "“b3” holds NaN"),
    ],
)
def test_arrays_that_do_not_fit_the_facts(tmp_path: Path, change: dict[str, Any], fault: str, ending: str) -> None:
    arrays = {name: array for name, array in (PARAMS | change).items() if array is not None}
    path = tmp_path / f"net{ending}"
    path.write_bytes(PACK[ending](arrays, FACTS))
    assert fault in refused(path)


def test_a_network_that_is_too_large_is_refused(tmp_path: Path) -> None:
    # 199 sigmoids have no weights, so a small file could ask for many gigabytes of buffers.
    layers = [{"kind": "affine", "units": 30_000}, *[{"kind": "sigmoid"}] * 198, {"kind": "affine", "units": 10}]
    path = tmp_path / "net.npz"
    path.write_bytes(npz.pack(PARAMS, FACTS | {"spec": {"input_shape": [784], "layers": layers}}))
    assert "too large for Digit Lab" in refused(path)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "NaN",
        '{"a": 1e999}',
        '{"a": -Infinity}',
        '{"a": 1, "a": 2}',
        '"\\ud800"',
        "[" * 50_000 + "]" * 50_000,
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        "1" * 10_000,
        "",
    ],
    ids=range(10),
)
def test_facts_that_are_not_json(tmp_path: Path, text: str) -> None:
    metadata = {key: value if key == "format" else json.dumps(value) for key, value in FACTS.items()}
    path = tmp_path / "net.safetensors"
    path.write_bytes(safetensors.numpy.save(PARAMS, metadata | {"training": text}))
    assert "malformed" in refused(path)

    path = tmp_path / "net.npz"
    np.savez(path, digit_lab=np.frombuffer(text.encode() or b" ", np.uint8), **PARAMS)
    assert "malformed" in refused(path)


# Files that are missing or damaged


def test_paths_without_a_file(tmp_path: Path) -> None:
    assert "there is no such file" in refused(tmp_path / "none.npz")
    (tmp_path / "folder.npz").mkdir()
    assert "it is a folder or a device" in refused(tmp_path / "folder.npz")
    assert "there is no such file" in refused(tmp_path / "null\0.npz")
    refused(tmp_path / ("long" * 100 + ".npz"))
    (tmp_path / "empty.safetensors").touch()
    assert "it is empty" in refused(tmp_path / "empty.safetensors")
    (tmp_path / "net.txt").write_text("weights")
    assert "weights end in .safetensors, .npz, .pkl" in refused(tmp_path / "net.txt")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pkl")
        assert "it is a folder or a device" in refused(tmp_path / "pipe.pkl")


@pytest.mark.parametrize(
    ("ending", "limit"), [(".safetensors", MAX_WEIGHTS_BYTES), (".npz", MAX_WEIGHTS_BYTES), (".pkl", 64 << 20)]
)
def test_a_huge_file_is_not_read(tmp_path: Path, ending: str, limit: int) -> None:
    path = tmp_path / f"huge{ending}"
    path.touch()
    os.truncate(path, limit + 1)
    tracemalloc.start()
    assert f"larger than the {limit >> 20} MB" in refused(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 20


def header(value: object, data: bytes = b"") -> bytes:
    text = value if isinstance(value, bytes) else json.dumps(value).encode()
    return struct.pack("<Q", len(text)) + text + data


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"\xff" * 100,
        struct.pack("<Q", 1 << 62) + b"{}",
        struct.pack("<Q", 90 << 20) + b"{}",
        header(b"[" * 10_000),
        header(b"\xff\xfe{}"),
        header({"W1": {"dtype": "F32", "shape": [1 << 40, 1 << 40], "data_offsets": [0, 4]}}, b"1234"),
        header({"W1": {"dtype": "F32", "shape": [0, 1 << 63], "data_offsets": [0, 0]}}),
        header({"W1": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]}}, b"1234"),
        header({"W1": {"dtype": "F32", "shape": [1], "data_offsets": [4, 0]}}, b"1234"),
        header({"W1": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}, b"12345"),
        header({"W1": {"dtype": "BF16", "shape": [2], "data_offsets": [0, 4]}}, b"1234"),
        header({"W1": {"dtype": "F8_E4M3", "shape": [4], "data_offsets": [0, 4]}}, b"1234"),
        header({"W1": {"dtype": "F4", "shape": [8], "data_offsets": [0, 4]}}, b"1234"),
        header({"W1": {"dtype": "Q1", "shape": [8], "data_offsets": [0, 4]}}, b"1234"),
        header(b'{"W1":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"W1":' + b"[" * 9),
        header(
            b'{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}'
        ),
        header({"__metadata__": {"format": 1}}),
        header({}),
    ],
)
def test_hostile_safetensors(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "net.safetensors"
    path.write_bytes(content)
    tracemalloc.start()
    refused(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 20


@pytest.mark.parametrize("ending", OURS)
def test_a_file_cut_off_or_with_flipped_bits_is_read_or_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"net{ending}"
    save_weights(path, Weights(SPEC, PARAMS))
    whole = path.read_bytes()
    rng = np.random.default_rng(3)
    for length in [*range(0, 400, 7), *rng.integers(0, len(whole), 100), *range(len(whole) - 300, len(whole), 7)]:
        path.write_bytes(whole[:length])
        refused(path)

    # The headers are at the start, and in a zip at the end as well.
    near = [*rng.integers(0, 1_500, 300), *rng.integers(len(whole) - 800, len(whole), 300)]
    for place in [*near, *rng.integers(0, len(whole), 100)]:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << rng.integers(8)
        path.write_bytes(damaged)
        try:
            found = load_weights(path)
        except WeightsError:
            continue
        assert {name: array.shape for name, array in found.params.items()} == found.spec.param_shapes()
        assert all(np.isfinite(array).all() for array in found.params.values())


@pytest.mark.parametrize("facts", [None, FACTS], ids=["arrays alone", "facts"])
def test_arrays_that_do_not_fit_are_not_converted(tmp_path: Path, facts: dict[str, Any] | None) -> None:
    """As float32 they would take twice the memory that the file takes unpacked."""
    arrays: dict[str, np.ndarray] = {"W1": np.zeros((200_000, 10), np.float16), "b1": np.zeros(10, np.float16)}
    if facts:
        arrays["digit_lab"] = np.frombuffer(json.dumps(facts).encode(), np.uint8)
    np.savez_compressed(tmp_path / "net.npz", **arrays)
    tracemalloc.start()
    refused(tmp_path / "net.npz")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # zipfile copies the last part of what it unpacks.
    assert peak < 2.2 * arrays["W1"].nbytes


def test_arrays_that_are_too_large_as_float32(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrays = {"W1": np.zeros((784, 10), np.float16), "b1": np.zeros(10, np.float16)}
    path = write_plain(tmp_path / "net.npz", arrays)
    load_weights(path)
    monkeypatch.setattr("engine.weights.content.MAX_WEIGHTS_BYTES", 20_000)
    assert "too large for Digit Lab" in refused(path)


def test_a_negative_variance_is_refused(tmp_path: Path) -> None:
    spec = NetworkSpec((AffineSpec(5), BatchNormalizationSpec(), AffineSpec(10)))
    params = {name: np.ones(shape, np.float32) for name, shape in spec.param_shapes().items()}
    params["var1"][2] = -1
    path = tmp_path / "net.safetensors"
    path.write_bytes(PACK[".safetensors"](params, FACTS | {"spec": spec.to_dict()}))
    assert "“var1” holds a negative variance." in refused(path)


def test_a_name_in_a_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "net.safetensors"
    path.write_bytes(PACK[".safetensors"](PARAMS, FACTS | {"name": "My\nnetwork", "scores": {"a\tb": 0.5}}))
    weights = load_weights(path)
    assert (weights.name, weights_title(path), dict(weights.scores)) == ("My?network", "My?network", {"a?b": 0.5})


@pytest.mark.parametrize("ending", [".safetensors", ".npz"])
def test_a_name_of_spaces_is_no_name(tmp_path: Path, ending: str) -> None:
    """It was an empty entry in the lists."""
    path = tmp_path / f"net{ending}"
    path.write_bytes(PACK[ending](PARAMS, FACTS | {"name": " \u3000 "}))
    assert (load_weights(path).name, weights_title(path)) == ("", "net")


@pytest.mark.parametrize("ending", [".safetensors", ".npz"])
def test_an_impossible_accuracy_is_left_out(tmp_path: Path, ending: str) -> None:
    """One of 1e9 was shown as "100000000000.00 %"."""
    path = tmp_path / f"a{ending}"
    possible = {"none accuracy": 0.0, "all accuracy": 1.0, "MNIST test set accuracy": 0.98, "loss": 2.3, "gain": -4.0}
    impossible = {"accuracy": 97.6, "a accuracy": 1e9, "b accuracy": -1e-9, "c accuracy": 1.000001}
    impossible[f"{'x' * 192}accuracy and more"] = 2.0
    path.write_bytes(PACK[ending](PARAMS, FACTS | {"scores": impossible | possible}))
    assert dict(load_weights(path).scores) == possible


@pytest.mark.parametrize("ending", [".safetensors", ".npz", ".pkl"])
def test_a_name_of_a_file_is_one_line(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"My\n\x1b[31mnetwork{ending}"
    path.write_bytes(b"")
    assert weights_title(path) == "My??[31mnetwork"
