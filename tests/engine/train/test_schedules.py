"""The learning rate over time."""

import pytest

from engine.train.schedules import schedule_factor


@pytest.mark.parametrize(("progress", "factor"), [(0, 1), (1 / 3, 0.75), (1 / 2, 0.5), (2 / 3, 0.25), (1, 0)])
def test_cosine(progress: float, factor: float) -> None:
    assert schedule_factor("cosine", progress) == pytest.approx(factor)  # cos 60 degrees is 1/2


@pytest.mark.parametrize(("progress", "factor"), [(0, 1), (0.49, 1), (0.5, 0.1), (0.74, 0.1), (0.75, 0.01), (1, 0.01)])
def test_step(progress: float, factor: float) -> None:
    assert schedule_factor("step", progress) == factor


@pytest.mark.parametrize(("progress", "factor"), [(0, 0.04), (0.15, 0.52), (0.3, 1), (0.65, 0.5 + 2e-6), (1, 4e-6)])
def test_one_cycle(progress: float, factor: float) -> None:
    assert schedule_factor("one-cycle", progress) == pytest.approx(factor)  # half way up and down is in the middle


def test_constant() -> None:
    assert {schedule_factor("constant", progress) for progress in (0, 0.5, 1)} == {1}
