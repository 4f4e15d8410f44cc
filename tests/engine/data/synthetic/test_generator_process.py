"""The process that generates the synthetic digits."""

import multiprocessing
import os
import signal
from collections.abc import Iterator

import numpy as np
import pytest

from engine.data.synthetic.digits import synthetic_digits
from engine.data.synthetic.generator_process import GeneratorProcess
from engine.errors import DataError


class Enough(Exception):
    pass


def children() -> list[multiprocessing.Process]:
    return [each for each in multiprocessing.active_children() if each.name == "synthetic digits"]


@pytest.fixture
def process() -> Iterator[GeneratorProcess]:
    made = GeneratorProcess()
    yield made
    made.close()
    assert not children()


def stop_after(images: int) -> object:
    def progress(done: int, total: int) -> None:
        if done >= images:
            raise Enough

    return progress


def test_it_gives_the_same_digits_also_after_a_cancelled_waiting(process: GeneratorProcess) -> None:
    with pytest.raises(Enough):
        process.wait(stop_after(100))
    done: list[tuple[int, int]] = []
    train, test = process.wait(lambda *progress: done.append(progress))
    assert done == sorted(done)
    assert done[0][0] >= 100
    assert done[-1] == (22_000, 22_000)
    assert (len(train), len(test), train.name) == (20_000, 2_000, "Synthetic digits")
    expected = synthetic_digits(2_000, 1)
    np.testing.assert_array_equal(test.images, expected.images)
    np.testing.assert_array_equal(test.labels, expected.labels)


def test_it_can_be_closed_at_any_time(process: GeneratorProcess) -> None:
    with pytest.raises(Enough):
        process.wait(stop_after(0))


def test_a_process_that_was_ended_from_outside_is_an_error(process: GeneratorProcess) -> None:
    (child,) = children()
    os.kill(child.pid, signal.SIGTERM)
    with pytest.raises(DataError, match="ended from outside"):
        process.wait(lambda done, total: None)
