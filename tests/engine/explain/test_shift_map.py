"""The predictions for a shifted image, compared with a loop that shifts it pixel by pixel."""

import numpy as np
import pytest

from engine.data.synthetic.digits import synthetic_digits
from engine.explain.shift_map import ShiftMap, shift_map
from engine.nn.network import Network
from engine.paths import SHIPPED_FOLDER
from engine.weights import load_weights


def network(max_batch: int = 64) -> Network:
    return load_weights(SHIPPED_FOLDER / "two-layer.safetensors").network(max_batch)


def image() -> np.ndarray:
    return synthetic_digits(10, seed=1).images[4].astype(np.float32) / 255


def found(network: Network, x: np.ndarray, reach: int = 8) -> ShiftMap:
    shifts = shift_map(network, x, reach)
    assert shifts is not None
    return shifts


@pytest.mark.parametrize("max_batch", [1, 64, 1000])
def test_it_equals_predictions_of_shifted_images(max_batch: int) -> None:
    x = image()
    x[0, 0] = x[27, 27] = 1  # the first pixels to leave the image
    shifts = found(network(max_batch), x, 3)
    assert shifts.digits.shape == shifts.probabilities.shape == (7, 7)
    for down in range(-3, 4):
        for right in range(-3, 4):
            shifted = np.zeros((28, 28), np.float32)
            for row in range(28):
                for column in range(28):
                    if 0 <= row + down < 28 and 0 <= column + right < 28:
                        shifted[row + down, column + right] = x[row, column]
            expected = network().predict(shifted[None])[0]
            assert shifts.digits[3 + down, 3 + right] == expected.argmax()
            assert shifts.probabilities[3 + down, 3 + right] == pytest.approx(expected.max(), abs=1e-5)


def test_the_middle_is_the_image_itself() -> None:
    shifts, expected = found(network(), image()), network().predict(image()[None])[0]
    assert shifts.digits.shape == (17, 17)
    assert shifts.digits[8, 8] == expected.argmax()
    assert shifts.probabilities[8, 8] == pytest.approx(expected.max(), abs=1e-5)
    assert shifts.digits.dtype == np.uint8
    assert shifts.probabilities.dtype == np.float32


def test_reach_0_is_the_image_alone() -> None:
    assert found(network(), image(), 0).digits.shape == (1, 1)


def test_the_image_is_not_changed() -> None:
    x = image()
    x.flags.writeable = False
    found(network(), x)


def test_it_can_be_cancelled() -> None:
    asked = iter([True, True, False])
    assert shift_map(network(10), image(), keep_going=lambda: next(asked)) is None
