"""When a prediction is sure, and the activations of the whole network."""

import numpy as np
import pytest

from engine.ink.preprocess import prepare_drawing
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import SURE, Prediction, Recognizer, is_even, is_sure


@pytest.mark.parametrize(
    ("p", "sure"),
    [
        (np.float32(1), True),
        (np.float32(SURE), True),  # as a float32 it may be smaller than the Python float
        (np.nextafter(np.float32(SURE), np.float32(0)), False),
        (np.float32(0.1), False),
    ],
)
def test_a_prediction_is_sure_from_the_threshold_on(p: np.float32, sure: bool) -> None:
    probabilities = np.full(10, (1 - p) / 9, np.float32)
    probabilities[3] = p
    stages = prepare_drawing([np.array([[4, 14], [24, 14]], np.float32)])
    assert Prediction(probabilities, 3, stages).sure is sure


def test_without_ink_a_prediction_is_not_sure() -> None:
    assert Prediction(np.zeros(10, np.float32), None, prepare_drawing([])).sure is False


@pytest.mark.parametrize("normalised", [False, True])
def test_activations_are_those_of_the_network_that_is_not_folded(normalised: bool) -> None:
    between = (BatchNormalizationSpec(), ReLUSpec()) if normalised else (ReLUSpec(),)
    spec = NetworkSpec((AffineSpec(7), *between, AffineSpec(10)))
    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    first, second = (prepare_drawing([np.array([[4, y], [24, 14]], np.float32)]) for y in (4, 20))
    recognizer = Recognizer(spec, network.snapshot())

    def check() -> None:
        for stages in (first, second):
            found = recognizer.activations(stages.centred)
            expected = network.activations(stages.centred.reshape(1, -1))
            for mine, theirs in zip(found, expected, strict=True):
                np.testing.assert_array_equal(mine, theirs)
            probabilities = recognizer.predict(stages).probabilities
            np.testing.assert_allclose(probabilities, network.predict(stages.centred[None])[0], rtol=1e-5)

    check()
    network.initialize(np.random.default_rng(1))
    recognizer.use(spec, network.snapshot())
    check()
    # Another network in between.
    other = NetworkSpec((AffineSpec(5), BatchNormalizationSpec(), AffineSpec(10)))
    recognizer.use(other, Network(other).params)
    assert [array.shape for array in recognizer.activations(first.centred)] == [(1, 5), (1, 5), (1, 10)]
    recognizer.use(spec, network.snapshot())
    check()


def test_params_are_not_folded() -> None:
    spec = NetworkSpec((AffineSpec(7), BatchNormalizationSpec(), ReLUSpec(), AffineSpec(10)))
    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    recognizer = Recognizer(spec, network.params)
    assert list(recognizer.params) == list(spec.param_shapes())
    np.testing.assert_array_equal(recognizer.params["gamma1"], 1)


def test_about_equal_probabilities_are_neither_sure_nor_a_preference() -> None:
    equal, nearly = np.full(10, 0.1, np.float32), np.array([0.14, 0.06, *[0.1] * 8], np.float32)
    for p in (equal, nearly):
        assert is_even(p)
        assert not is_sure(p)
    assert not is_even(np.array([0.16, *[0.0933] * 9], np.float32))
    assert not is_even(np.array([0.04, *[0.1067] * 9], np.float32))
    assert not is_even(np.zeros(10, np.float32))


@pytest.mark.parametrize("normalised", [False, True])
def test_a_network_that_overflows_tells_no_digit_from_another(normalised: bool) -> None:
    hidden = (AffineSpec(5), BatchNormalizationSpec()) if normalised else (AffineSpec(5),)
    spec = NetworkSpec((*hidden, ReLUSpec(), AffineSpec(10)))
    params = {name: np.full(shape, 3e38, np.float32) for name, shape in spec.param_shapes().items()}
    recognizer = Recognizer(spec, params)
    images = np.ones((3, 28, 28), np.float32)
    for n in (1, 3):
        np.testing.assert_array_equal(recognizer.probabilities(images[:n]), np.full((n, 10), 0.1, np.float32))
    recognizer.activations(images[0])
