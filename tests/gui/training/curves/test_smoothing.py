"""Smoothing: averages of losses alone, and the first ones do not lag behind."""

import numpy as np
import pytest

from gui.training.curves.loss_series import LossSeries, smoothed


def one_by_one(losses: np.ndarray, window: float) -> list[float]:
    """The formula, a loss at a time."""
    averages, s = [], 0.0
    for t, loss in enumerate(losses.tolist()):
        s += max(1 / window, 4 / (t + 4)) * (loss - s)
        averages.append(s)
    return averages


def test_smoothing_agrees_with_the_formula() -> None:
    losses = np.random.default_rng(0).random(6000).astype(np.float32)
    for window in (2, 3, 50, 5000):
        assert np.allclose(smoothed(losses, window), one_by_one(losses, window), rtol=1e-9)


def test_a_small_example() -> None:
    # 8; 8 + 4/5 (3 - 8) = 4; 4 + 4/6 (1 - 4) = 2; later half of the difference: 2 + (10 - 2) / 2 = 6, then 3.
    assert smoothed(np.array([8, 3, 1], np.float32), 2) == pytest.approx([8, 4, 2])
    assert smoothed(np.array([10, 0], np.float32), 2, done=100, average=2.0) == pytest.approx([6, 3])

    # A window of one smooths nothing.
    assert smoothed(np.array([3, 1, 2], np.float32), 1).tolist() == [3, 1, 2]


def test_equal_losses_have_that_average_from_the_first_on_however_huge() -> None:
    assert np.allclose(smoothed(np.full(20_000, 2.5, np.float32), 100), 2.5)
    assert np.isfinite(smoothed(np.full(10_000, 3e38, np.float32), 2)).all()


def test_the_average_follows_losses_that_fall_at_the_beginning() -> None:
    t = np.arange(600)
    losses = 0.1 + 2.2 * np.exp(-t / 200)
    plain_mean = np.cumsum(losses) / (t + 1)
    for window in (20, 50, 200):
        averages = smoothed(losses, window)
        # It lags by about a fifth of the iterations so far, not by half of them, and at most by the window.
        for at in (20, 60, 150):
            lag = at - np.interp(-averages[at], -losses, t)
            assert 0 <= lag <= min(0.25 * at, 1.1 * window)
            assert averages[at] < plain_mean[at]


def test_adding_in_parts_and_smoothing_again_give_the_same() -> None:
    losses = np.random.default_rng(1).random(12_345).astype(np.float32)
    whole, pieces, again = LossSeries(200), LossSeries(200), LossSeries(5)
    whole.add(losses)
    for part in np.array_split(losses, 97):
        pieces.add(part)
    again.add(losses)
    again.smooth(200)
    assert pieces.averages == pytest.approx(whole.averages, abs=1e-6)
    assert np.array_equal(again.averages, whole.averages)
    assert pieces.highest(1000, smooth=True) == pytest.approx(float(whole.averages[1000:].max()))
    for series in (whole, again):
        series.add(losses[:10])
    assert np.array_equal(again.averages, whole.averages)


def test_a_view_of_the_averages_does_not_change() -> None:
    series = LossSeries(10)
    series.add(np.arange(100, dtype=np.float32))
    before = series.averages
    kept = before.copy()
    series.smooth(50)
    series.add(np.arange(5000, dtype=np.float32))
    assert np.array_equal(before, kept)


def test_an_empty_series() -> None:
    series = LossSeries(10)
    series.add(np.empty(0, np.float32))
    series.smooth(50)
    assert series.iterations == 0
    assert series.highest(0, smooth=True) == 0
