"""When an answer counts, and what is still there of it."""

import numpy as np
import pytest

from engine.ink.preprocess import prepare_drawing
from engine.nn.network import Network, NetworkSpec
from engine.recognizer import SURE, Prediction, Recognizer


@pytest.mark.parametrize(
    ("p", "sure"),
    [
        (np.float32(1), True),
        (np.float32(SURE), True),  # as a float32 it may lie below the Python float
        (np.nextafter(np.float32(SURE), np.float32(0)), False),
        (np.float32(0.1), False),
    ],
)
def test_an_answer_is_sure_from_a_probability_on(p: np.float32, sure: bool) -> None:
    probabilities = np.full(10, (1 - p) / 9, np.float32)
    probabilities[3] = p
    stages = prepare_drawing([np.array([[4, 14], [24, 14]], np.float32)])
    assert Prediction(probabilities, 3, stages).sure is sure


def test_no_ink_is_no_sure_answer() -> None:
    assert Prediction(np.zeros(10, np.float32), None, prepare_drawing([])).sure is False


def test_activations_are_those_of_the_picture_whatever_was_read_before() -> None:
    spec = NetworkSpec.mlp((7, 5))
    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    first, second = (prepare_drawing([np.array([[4, y], [24, 14]], np.float32)]) for y in (4, 20))
    recognizer = Recognizer(spec, network.params, inside=True)

    def check() -> None:
        found = recognizer.activations(first.centred)
        for mine, theirs in zip(found, network.activations(first.centred.reshape(1, -1)), strict=True):
            np.testing.assert_array_equal(mine, theirs)

    recognizer.read(first)
    check()
    recognizer.read(second)
    check()
    recognizer.read(first)
    recognizer.probabilities(second.centred[None])
    check()
    recognizer.read(first)
    network.initialize(np.random.default_rng(1))
    recognizer.use(spec, network.params)
    check()
