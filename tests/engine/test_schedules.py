"""The learning rate over time."""

import pytest

from engine.errors import SpecError
from engine.schedules import schedule_factor


@pytest.mark.parametrize(("progress", "factor"), [(0, 1), (1 / 3, 0.75), (1 / 2, 0.5), (2 / 3, 0.25), (1, 0)])
def test_cosine(progress: float, factor: float) -> None:
    assert schedule_factor("cosine", progress) == pytest.approx(factor)  # cos 60 degrees is 1/2


def test_constant() -> None:
    assert {schedule_factor("constant", progress) for progress in (0, 0.5, 1)} == {1}


def test_an_unknown_schedule_is_refused() -> None:
    with pytest.raises(SpecError, match="no schedule called “sine”: choose one of constant, cosine"):
        schedule_factor("sine", 0.5)
