"""The confusion matrix and the images of its cells, by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.evaluate.confusion import cell_indices, confusion_matrix, predicted_digits, worst_errors
from engine.evaluate.metrics import scores
from engine.types import NO_DIGIT

LABELS = np.array([4, 7, 4, 4, 4, 0, 4, 9, 4, NO_DIGIT], np.uint8)
PREDICTED = [
    (9, 0.6),  # 0: a 4 predicted as 9
    (1, 0.9),  # 1: a 7 predicted as 1
    (4, 0.9),  # 2: a 4
    (9, 0.8),  # 3: a 4 predicted as 9, with more confidence than number 0
    (4, 0.5),  # 4: a 4, with less confidence than number 2
    (3, 0.0),  # 5: a 0 without a prediction: its row is set to 0 below
    (9, 0.6),  # 6: a 4 predicted as 9, with the same confidence as number 0, and later
    (9, 0.7),  # 7: a 9
    (7, 0.4),  # 8: a 4 predicted as 7
    (8, 0.9),  # 9: no digit, predicted as 8
]


@pytest.fixture
def probabilities() -> np.ndarray:
    """(10, 10): the digits of PREDICTED have the probability given there, the others share the rest."""
    probabilities = np.empty((len(PREDICTED), 10), np.float32)
    for row, (digit, p) in zip(probabilities, PREDICTED, strict=True):
        row[:] = (1 - p) / 9
        row[digit] = p
    probabilities[5] = 0
    return probabilities


def test_predicted_digits(probabilities: np.ndarray) -> None:
    assert predicted_digits(probabilities).tolist() == [9, 1, 4, 9, 4, NO_DIGIT, 9, 9, 7, 8]


def test_the_confusion_matrix(probabilities: np.ndarray) -> None:
    matrix = confusion_matrix(probabilities, LABELS)
    expected = np.zeros((10, 10), int)
    # Of the six 4s, two are predicted correctly, three as 9 and one as 7. The 0 has no prediction; no digit has no row.
    expected[4, [4, 7, 9]] = 2, 1, 3
    expected[7, 1] = expected[9, 9] = 1
    np.testing.assert_array_equal(matrix, expected)


def test_the_images_of_cells(probabilities: np.ndarray) -> None:
    def cell(digit: int, predicted: int) -> list[int]:
        return cell_indices(probabilities, LABELS, digit, predicted).tolist()

    # 0.8 before 0.6, and of these number 0 before number 6.
    assert cell(4, 9) == [3, 0, 6]
    # On the diagonal 0.5 before 0.9: the lowest confidence is the worst.
    assert cell(4, 4) == [4, 2]
    assert cell(7, 1) == [1]
    assert cell(0, NO_DIGIT) == [5]
    assert cell(1, 7) == cell(0, 0) == cell(0, 3) == []


def test_worst_errors(probabilities: np.ndarray) -> None:
    # 0.9, 0.8, 0.6 twice, 0.4, and no prediction.
    assert worst_errors(probabilities, LABELS).tolist() == [1, 3, 0, 6, 8, 5]


def test_the_accuracy_of_each_digit_agrees_with_the_matrix(probabilities: np.ndarray) -> None:
    digits = LABELS != NO_DIGIT
    per_class = scores(probabilities[digits], LABELS[digits]).per_class
    # One 0 without a prediction; two of six 4s are correct, one 7 is not, and one 9 is.
    assert per_class == (0, None, None, None, 2 / 6, None, None, 0, None, 1)


def test_no_images() -> None:
    nothing, no_labels = np.zeros((0, 10), np.float32), np.zeros(0, np.uint8)
    assert confusion_matrix(nothing, no_labels).tolist() == np.zeros((10, 10)).tolist()
    assert cell_indices(nothing, no_labels, 4, 9).tolist() == worst_errors(nothing, no_labels).tolist() == []


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32), st.integers(1, 60))
def test_the_cells_have_as_many_images_as_the_matrix_counts(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    probabilities = rng.dirichlet(np.full(10, 0.3), n).astype(np.float32)
    labels = rng.integers(0, 10, n).astype(np.uint8)
    matrix = confusion_matrix(probabilities, labels)
    cells = {(d, r): cell_indices(probabilities, labels, d, r).tolist() for d in range(10) for r in range(10)}
    assert [[len(cells[d, r]) for r in range(10)] for d in range(10)] == matrix.tolist()
    errors = worst_errors(probabilities, labels).tolist()
    assert sorted(errors) == sorted(i for (d, r), which in cells.items() if d != r for i in which)
    confidence = probabilities.max(axis=1)[errors]
    assert (np.diff(confidence) <= 0).all()
