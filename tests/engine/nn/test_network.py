"""A network: its description, which is stored in files, and its arrays, which are never replaced."""

import copy
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import relu, sigmoid, softmax
from engine.data.source import DataSource
from engine.data.synthetic.digits import synthetic_digits
from engine.errors import SettingsError, SpecError
from engine.io.limits import MAX_LAYERS
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    MaxPoolingSpec,
    ReLUSpec,
    SigmoidSpec,
)
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, reader_convnet, simple_convnet
from engine.recognizer import Recognizer
from engine.train.settings_file import Settings, load_settings, save_settings
from engine.train.trainer import TrainConfig, Trainer
from engine.weights import Weights

BOOK = NetworkSpec.mlp((50, 100), "sigmoid")
SMALL = NetworkSpec.mlp((6, 5), "relu")


def made(spec: NetworkSpec, max_batch: int = 100, dtype: type[np.floating] = np.float32) -> Network:
    """A network with random parameters, the biases too."""
    network = Network(spec, max_batch, dtype)
    rng = np.random.default_rng(0)
    network.initialize(rng)
    for name, array in network.params.items():
        if name.startswith("b"):
            array[...] = rng.standard_normal(array.shape)
    return network


def inputs(n: int, dtype: type[np.floating] = np.float32) -> np.ndarray:
    return np.random.default_rng(1).random((n, 784)).astype(dtype)


# The network


def test_the_books_networks() -> None:
    assert NetworkSpec.mlp((50,)).param_count() == 39_760
    assert BOOK.param_count() == 45_360
    assert BOOK.shapes() == [(50,), (50,), (100,), (100,), (10,)]
    assert BOOK.param_shapes() == {
        "W1": (784, 50),
        "b1": (50,),
        "W2": (50, 100),
        "b2": (100,),
        "W3": (100, 10),
        "b3": (10,),
    }


def test_the_outputs_of_layers_have_the_names_of_the_book() -> None:
    assert BOOK.layer_names() == ["a1", "z1", "a2", "z2", "a3"]
    assert NetworkSpec.mlp(()).layer_names() == ["a1"]
    assert simple_convnet().layer_names() == ["a1", "z1", "pool1", "a2", "z2", "a3"]
    assert deep_convnet().layer_names()[-6:] == ["pool3", "a7", "z7", "dropout1", "a8", "dropout2"]
    assert reader_convnet().layer_names()[:8] == ["a1", "bn1", "z1", "pool1", "a2", "bn2", "z2", "a3"]
    # Also of layers that no one would choose: each name once.
    odd = NetworkSpec((ReLUSpec(), AffineSpec(5), ReLUSpec(), SigmoidSpec(), ReLUSpec(), AffineSpec(10), SigmoidSpec()))
    assert odd.layer_names() == ["z0", "a1", "z1", "z1'", "z1''", "a2", "z2"]


def test_the_outputs_are_views_of_the_activations() -> None:
    network = Network(simple_convnet(), 3)
    network.initialize(np.random.default_rng(0))
    x = np.random.default_rng(1).random((3, 784), np.float32)
    for out, copied in zip(network.outputs(x), network.activations(x), strict=True):
        np.testing.assert_array_equal(out, copied)
    network.gradient_step(x, np.array([1, 2, 3]))
    np.testing.assert_allclose(network.last_logits, network.logits(x).copy(), rtol=1e-5)


def test_multiplications_by_hand() -> None:
    # Each number of each W once: 784 x 50, 50 x 100, 100 x 10. The biases are added.
    assert BOOK.multiplications() == 39_200 + 5_000 + 1_000
    # 5 x 5 filters with stride 5 have 5 x 5 positions, each with 2 filters x 25 numbers; after the pooling 2 x 2 x 2
    # numbers are left, for 10 neurons. The batch normalisation, one product per number, is not counted.
    small = NetworkSpec(
        (ConvolutionSpec(2, 5, 5, 0), BatchNormalizationSpec(), ReLUSpec(), MaxPoolingSpec(2), AffineSpec(10)),
        (1, 28, 28),
    )
    assert small.multiplications() == 25 * 2 * 25 + 8 * 10
    # 24 x 24 positions, 30 filters x 25 numbers; 30 x 12 x 12 are left, for 100 neurons; these for 10.
    assert simple_convnet().multiplications() == 576 * 750 + 4_320 * 100 + 1_000
    # Positions x filters x (channels x 9); the fourth is padded by 2 and so has 16 x 16 positions.
    deep = [784 * 16 * 9, 784 * 16 * 144, 196 * 32 * 144, 256 * 32 * 288, 64 * 64 * 288, 64 * 64 * 576]
    assert deep_convnet().multiplications() == sum(deep) + 1_024 * 50 + 50 * 10


@pytest.mark.parametrize(
    ("spec", "title"),
    [
        (BOOK, "784-50-100-10 Sigmoid"),
        (NetworkSpec.mlp((50,)), "784-50-10 ReLU"),
        (NetworkSpec.mlp(()), "784-10"),
        (
            NetworkSpec((AffineSpec(9), ReLUSpec(), AffineSpec(8), SigmoidSpec(), AffineSpec(10))),
            "784-9-8-10 ReLU/Sigmoid",
        ),
    ],
)
def test_title(spec: NetworkSpec, title: str) -> None:
    assert spec.title == title


def test_the_last_layer_has_xavier_initialisation() -> None:
    inits = [layer.init for layer in SMALL.layers if isinstance(layer, AffineSpec)]
    assert inits == ["he", "he", "xavier"]


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        (lambda: NetworkSpec(()), "from 1 to 200 layers, not 0"),
        (lambda: NetworkSpec((ReLUSpec(),) * MAX_LAYERS + (AffineSpec(10),)), "from 1 to 200 layers, not 201"),
        (lambda: NetworkSpec((ConvolutionSpec(1),), (1, 28, 28)), r"a row of outputs, not the shape \(1, 28, 28\)"),
        *[
            (partial(NetworkSpec, (AffineSpec(10),), shape), "row of at most 65,536 numbers or an image, not")
            for shape in ((), (0,), (-28, -28), (28, 28), (65_537,), (1, 28, 0), (3, 256, 256), (1, 1, 1, 1))
        ],
        (lambda: NetworkSpec.mlp((0,)), "from 1 to 65,536 neurons"),
        (lambda: NetworkSpec.mlp((5,), "step"), "no activation called “step”: choose one of sigmoid, relu"),
    ],
)
def test_an_impossible_network_is_refused(build: Any, reason: str) -> None:
    with pytest.raises(SpecError, match=reason):
        build()


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        (NetworkSpec((AffineSpec(9),)), r"10 outputs, one a digit, not the shape \(9,\)"),
        (NetworkSpec.mlp((5,), outputs=1), r"10 outputs, one a digit, not the shape \(1,\)"),
        (NetworkSpec((AffineSpec(10),), (783,)), "must be 784 pixels"),
        (NetworkSpec((AffineSpec(10),), (28, 28, 1)), "must be 784 pixels"),
    ],
)
def test_a_network_that_reads_no_digits_is_refused_where_there_are_digits(
    spec: NetworkSpec, reason: str, tmp_path: Path
) -> None:
    params = made(spec).snapshot()
    with pytest.raises(SpecError, match=reason):
        spec.check_digits()
    with pytest.raises(SpecError, match=reason):
        Weights(spec, params)
    with pytest.raises(SpecError, match=reason):
        Recognizer(spec, params)
    with pytest.raises(SpecError, match=reason):
        Trainer(spec, TrainConfig(), synthetic_digits(1, 0))
    path = tmp_path / "settings.toml"
    save_settings(path, Settings(spec, TrainConfig(), DataSource("mnist")))
    with pytest.raises(SettingsError, match="describes a network that this version cannot build.*" + reason):
        load_settings(path)


# Other inputs and classes


@pytest.mark.parametrize("outputs", [1, 2, 3, 300])
def test_any_number_of_inputs_and_classes(outputs: int) -> None:
    spec = NetworkSpec.mlp((4,), "tanh", inputs=2, outputs=outputs)
    assert spec.outputs == outputs
    assert spec.param_count() == 2 * 4 + 4 + 4 * outputs + outputs
    assert spec.title == f"2-4-{outputs} Tanh"
    assert NetworkSpec.from_dict(spec.to_dict()) == spec
    network = made(spec, max_batch=8)
    x = np.random.default_rng(2).normal(size=(20, 2)).astype(np.float32)
    y = network.predict(x)
    assert y.shape == (20, outputs)
    assert y.dtype == np.float32
    np.testing.assert_allclose(y[:8], network.predict(x[:8]), rtol=1e-6)
    logits = network.logits(x[:8])
    np.testing.assert_allclose(y[:8], sigmoid(logits) if outputs == 1 else softmax(logits), rtol=1e-5)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("outputs", [1, 2])
def test_a_small_network_learns_xor(outputs: int, dtype: type[np.floating]) -> None:
    x, t = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype), np.array([0, 1, 1, 0], np.uint8)
    network = Network(NetworkSpec.mlp((4,), "tanh", "xavier", inputs=2, outputs=outputs), 4, dtype)
    network.initialize(np.random.default_rng(0))
    first = network.loss(x, t)
    for _ in range(500):
        loss = network.gradient_step(x, t)
        network.theta -= 0.5 * network.dtheta
    assert loss < 0.1 < first
    y = network.predict(x)
    np.testing.assert_array_equal(y[:, 0] > 0.5 if outputs == 1 else y.argmax(axis=1), t)


# Its description


@pytest.mark.parametrize("spec", [BOOK, SMALL, NetworkSpec.mlp((7,), "sigmoid", "std", 0.25), NetworkSpec.mlp(())])
def test_a_description_is_written_and_read(spec: NetworkSpec) -> None:
    assert NetworkSpec.from_dict(spec.to_dict()) == spec


def test_a_description_in_json_values() -> None:
    assert NetworkSpec.mlp(()).to_dict() == {
        "input_shape": [784],
        "layers": [{"kind": "affine", "units": 10, "init": "xavier", "std": 0.01}],
    }


def test_missing_values_have_defaults_and_an_int_is_accepted_as_a_float() -> None:
    value = {"input_shape": [784], "layers": [{"kind": "affine", "units": 10, "std": 1}]}
    spec = NetworkSpec.from_dict(value)
    assert spec == NetworkSpec((AffineSpec(10, "he", 1.0),))
    assert type(spec.to_dict()["layers"][0]["std"]) is float


ABSENT = object()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        *[(("layers",), value) for value in (ABSENT, None, 3, "affine", [], {}, [None], [[["kind", "relu"]]])],
        *[(("input_shape",), value) for value in (ABSENT, None, 784, [], ["784"], [784.0], [True, 784], [784, 0])],
        *[(("layers", 0), value) for value in (None, "relu", [], {}, {"kind": "affine"}, {"kind": "softmax"})],
        *[(("layers", 0, "kind"), value) for value in (ABSENT, None, [], {}, "Affine", "")],
        *[(("layers", 0, "units"), value) for value in (ABSENT, None, "6", 6.0, True, [6], 0, -6, 10**9)],
        *[(("layers", 0, "init"), value) for value in (None, "best", 1, [], {})],
        *[(("layers", 0, "std"), value) for value in (None, "0.1", True, [], -1, float("nan"), float("inf"), 10**400)],
        (("layers", 0, "colour"), "red"),
        (("layers", 0, "<b>\n"), 1),
        (("layers", 1, "units"), 6),
        pytest.param(("layers", 0, "units"), 10**5000, id="a number longer than Python prints"),
    ],
)
def test_a_malformed_description_is_refused(path: tuple[str | int, ...], value: Any) -> None:
    description = copy.deepcopy(SMALL.to_dict())
    inner: Any = description
    for key in path[:-1]:
        inner = inner[key]
    if value is ABSENT:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    with pytest.raises(SpecError) as caught:
        NetworkSpec.from_dict(description)
    # What is wrong is named, and not in the words of Python.
    sentence = str(caught.value)
    if "malformed" in sentence:
        known = {"layers", "input_shape", "affine", *(str(key).replace("\n", "?") for key in path)}
        assert sentence in {f"The description of the network is malformed (“{name}”)." for name in known}


WORDS = ["layers", "input_shape", "kind", "units", "init", "std", "affine", "relu", "sigmoid", "he"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from([784, 10, *WORDS]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=8,
)
LAYERS = st.fixed_dictionaries(
    {"kind": st.sampled_from(["affine", "relu", "sigmoid"]) | JSON},
    optional={"units": st.just(10) | JSON, "init": st.just("he") | JSON, "std": st.floats() | JSON},
)


@given(JSON | st.fixed_dictionaries({"input_shape": st.just([784]) | JSON, "layers": st.lists(LAYERS) | JSON}))
@settings(max_examples=200, database=None, deadline=None)
def test_any_json_is_a_network_or_a_spec_error(value: Any) -> None:
    try:
        spec = NetworkSpec.from_dict(value)
    except SpecError:
        return
    assert NetworkSpec.from_dict(spec.to_dict()) == spec


# Its arrays


def test_the_parameters_are_views_of_one_array_and_fill_it() -> None:
    network = Network(SMALL)
    assert network.theta.shape == network.dtheta.shape == (SMALL.param_count(),)
    for arrays, flat in ((network.params, network.theta), (network.grads, network.dtheta)):
        assert {name: array.shape for name, array in arrays.items()} == SMALL.param_shapes()
        flat[...] = np.arange(len(flat))
        np.testing.assert_array_equal(np.concatenate([array.ravel() for array in arrays.values()]), flat)


def test_the_initial_weights_depend_on_the_generator_alone() -> None:
    networks = [Network(SMALL) for _ in range(3)]
    for network, seed in zip(networks, (1, 1, 2), strict=True):
        network.initialize(np.random.default_rng(seed))
    np.testing.assert_array_equal(networks[0].theta, networks[1].theta)
    assert not np.array_equal(networks[0].theta, networks[2].theta)
    assert not any(networks[0].params[name].any() for name in ("b1", "b2", "b3"))


@pytest.mark.parametrize(("name", "h"), [("sigmoid", sigmoid), ("relu", relu)])
def test_it_computes_the_same_as_the_formulas(name: str, h: Any) -> None:
    network, x = made(NetworkSpec.mlp((50, 100), name)), inputs(7)
    p = network.params
    z1 = h(x @ p["W1"] + p["b1"])
    z2 = h(z1 @ p["W2"] + p["b2"])
    a = z2 @ p["W3"] + p["b3"]
    np.testing.assert_allclose(network.logits(x), a, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(network.predict(x), softmax(a), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("n", [0, 1, 4, 5, 8, 11])
def test_any_number_of_inputs_is_predicted_in_batches(n: int) -> None:
    y = made(SMALL, max_batch=4).predict(inputs(n))
    assert y.shape == (n, 10)
    np.testing.assert_allclose(y, made(SMALL, max_batch=100).predict(inputs(n)), rtol=1e-5)
    np.testing.assert_allclose(y.sum(axis=1), 1, rtol=1e-6)


def test_a_prediction_is_not_overwritten_by_the_next() -> None:
    network = made(SMALL)
    first = network.predict(inputs(2))
    kept = first.copy()
    network.predict(inputs(3)[2:])
    np.testing.assert_array_equal(first, kept)


def test_a_step_against_the_gradient_reduces_the_loss() -> None:
    network, x, t = made(SMALL), inputs(5), np.array([3, 1, 4, 1, 5])
    loss = network.loss(x, t)
    assert network.gradient_step(x, t) == loss
    network.theta -= 1e-3 * network.dtheta
    assert network.loss(x, t) < loss


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("activation", ["relu", "sigmoid"])
def test_all_arrays_have_the_networks_type(dtype: type[np.floating], activation: str) -> None:
    network = made(NetworkSpec.mlp((6,), activation), dtype=dtype)
    x, t = inputs(3, dtype), np.array([3, 1, 4])
    results = {
        "theta": network.theta,
        "dtheta": network.dtheta,
        "logits": network.logits(x),
        "probabilities": network.predict(x),
        "dx": network.backward(np.ones((3, 10), dtype)),
        **network.params,
        **network.grads,
        **network.snapshot(),
    }
    assert {name: array.dtype for name, array in results.items()} == dict.fromkeys(results, np.dtype(dtype))
    assert type(network.loss(x, t)) is float
    assert type(network.gradient_step(x, t)) is float


def test_float32_and_float64_agree() -> None:
    narrow, wide = made(SMALL), made(SMALL, dtype=np.float64)
    wide.load(narrow.params)
    np.testing.assert_allclose(narrow.predict(inputs(5)), wide.predict(inputs(5, np.float64)), rtol=1e-5)


# Loading


def test_loading_copies_into_the_existing_arrays() -> None:
    network, given = made(SMALL), {name: array + 1 for name, array in made(SMALL).params.items()}
    before = {name: id(array) for name, array in network.params.items()}
    network.load(given)
    assert {name: id(array) for name, array in network.params.items()} == before
    np.testing.assert_array_equal(network.theta, np.concatenate([array.ravel() for array in given.values()]))
    given["W1"][...] = 0
    assert network.params["W1"].any()
    fresh = Network(SMALL)
    fresh.load(network.params)
    np.testing.assert_array_equal(network.predict(inputs(2)), fresh.predict(inputs(2)))


def test_a_snapshot_is_a_copy() -> None:
    network = made(SMALL)
    snapshot, before = network.snapshot(), network.theta.copy()
    network.theta += 1
    np.testing.assert_array_equal(np.concatenate([array.ravel() for array in snapshot.values()]), before)


@pytest.mark.parametrize(
    "change",
    [
        {"W3": np.zeros((10, 5), np.float32)},
        {"b3": np.zeros((1, 10), np.float32)},
        {"W4": np.zeros((10, 10), np.float32)},
        {"b3": np.zeros(10, np.complex64)},
        {"b3": np.zeros(10, object)},
        {"b3": None},
    ],
    ids=["transposed", "more dimensions", "one too many", "complex", "objects", "one too few"],
)
def test_parameters_that_do_not_fit_are_refused(change: dict[str, Any]) -> None:
    network = made(SMALL)
    before = network.theta.copy()
    given = {name: array + 1 for name, array in network.params.items()} | change
    with pytest.raises(ValueError, match="do not fit a network"):
        network.load({name: array for name, array in given.items() if array is not None})
    np.testing.assert_array_equal(network.theta, before)
