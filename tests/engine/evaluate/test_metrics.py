"""Metrics, calculated by hand."""

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.evaluate.metrics import (
    accuracy,
    accuracy_and_loss,
    accuracy_and_loss_in_time,
    expected_calibration_error,
    scores,
)
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec


def predictions(*likeliest: tuple[int, float]) -> np.ndarray:
    """Probabilities in which these digits have these; the digit after each has the rest."""
    probabilities = np.zeros((len(likeliest), 10), np.float32)
    for row, (digit, p) in zip(probabilities, likeliest, strict=True):
        row[digit], row[(digit + 1) % 10] = p, 1 - p
    return probabilities


def test_scores() -> None:
    found = scores(predictions((3, 0.9), (3, 0.8), (7, 1.0), (7, 0.6)), np.array([3, 4, 7, 3], np.uint8))
    assert found.n == 4
    assert found.accuracy == 0.5
    # One of the two threes is correct, the four is not, the seven is; of the other digits there are none.
    assert found.per_class == (None, None, None, 0.5, 0.0, None, None, 1.0, None, None)
    # Four bins of one prediction each: |0.9 - 1|, |0.8 - 0|, |1 - 1|, |0.6 - 0|.
    assert found.ece == pytest.approx((0.1 + 0.8 + 0 + 0.6) / 4)


def test_no_prediction_is_an_error_without_confidence() -> None:
    probabilities = predictions((0, 1.0), (5, 1.0))
    probabilities[0] = 0
    found = scores(probabilities, np.array([0, 5]))
    assert found.accuracy == 0.5
    assert found.per_class[0] == 0
    assert found.ece == 0


def test_calibration_error_by_hand() -> None:
    # Fifteen bins of 1/15 = 0.0667. 0.90 and 0.92 share (0.867, 0.933]: a confidence of 1.82 in all, 1 correct. 0.3 is
    # alone in its bin: a confidence of 0.3, 1 correct.
    confidence, correct = np.array([0.90, 0.92, 0.3]), np.array([True, False, True])
    assert expected_calibration_error(confidence, correct) == pytest.approx((0.82 + 0.7) / 3)


def test_a_bin_includes_its_upper_end_and_the_first_one_0() -> None:
    correct = np.array([False, False, True])
    # All three in the first bin: 0 + 0.05 + 1/15 confidence, 1 correct.
    confidence = np.array([0, 0.05, 1 / 15])
    assert expected_calibration_error(confidence, correct) == pytest.approx((1 - 0.05 - 1 / 15) / 3)
    # One that is 1 is in the last, not beyond it.
    assert expected_calibration_error(np.ones(3), correct) == pytest.approx(2 / 3)


def test_one_bin_compares_the_means() -> None:
    confidence, correct = np.array([0.2, 0.4, 0.9]), np.array([False, True, True])
    assert expected_calibration_error(confidence, correct, bins=1) == pytest.approx(abs(0.5 - 2 / 3))


@pytest.mark.parametrize("max_batch", [1, 3, 7, 100])
def test_accuracy_counts_every_image_whatever_the_batch(max_batch: int) -> None:
    # A network with one bias that is not 0: it always predicts 4.
    network = Network(NetworkSpec.mlp(()), max_batch)
    network.params["b1"][4] = 1
    labels = np.array([4, 1, 4, 0, 2, 4, 4], np.uint8)
    dataset = Dataset(np.full((7, 28, 28), 255, np.uint8), labels)
    assert accuracy(network, dataset) == 4 / 7


def test_the_loss_is_the_mean_cross_entropy() -> None:
    # The logits are the bias for every image: the softmax is 0.5 for the 4 and 0.5 / 9 for each of the others.
    network = Network(NetworkSpec.mlp(()))
    network.params["b1"][4] = np.log(9)
    labels = np.array([4, 1, 4, 10], np.uint8)
    dataset = Dataset(np.zeros((4, 28, 28), np.uint8), labels)
    right, wrong = -np.log(0.5), -np.log(0.5 / 9)
    # Where there is no digit, each has the target 1 / 10.
    no_digit = (right + 9 * wrong) / 10
    accuracy, loss = accuracy_and_loss(network, dataset)
    assert accuracy == 0.5
    assert loss == pytest.approx((2 * right + wrong + no_digit) / 4)
    # As in training.
    assert loss == pytest.approx(network.loss(dataset.pixels(), labels))
    network.params["b1"][3] = np.nan
    assert accuracy_and_loss(network, dataset)[1] is None


def test_measured_in_time_or_not_at_all() -> None:
    network = Network(NetworkSpec.mlp(()))
    network.params["b1"][4] = 1
    labels = np.tile(np.array([4, 1, 4, 0, 4], np.uint8), 50)
    dataset = Dataset(np.zeros((250, 28, 28), np.uint8), labels)
    ends: list[float] = []
    measured = accuracy_and_loss(network, dataset)
    assert measured[0] == accuracy(network, dataset) == 0.6
    assert accuracy_and_loss_in_time(network, dataset, lambda end: bool(ends.append(end))) == measured
    assert len(ends) == 3  # before each 100 images
    assert accuracy_and_loss_in_time(network, dataset, lambda end: True) is None
    assert accuracy_and_loss_in_time(network, dataset, lambda end: end > ends[0] + 1000) == measured
    assert accuracy_and_loss_in_time(network, dataset.subset(slice(0)), lambda end: False) is None
