"""When an answer counts."""

import numpy as np
import pytest

from engine.preprocess import prepare_drawing
from engine.recognizer import SURE, Prediction


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
