"""The process that generates the synthetic digits."""

import contextlib
import itertools
import multiprocessing
import os
import signal
import struct
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

import numpy as np
import pytest

from engine.data.synthetic import generator_process
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


def send_half(connection: Connection) -> None:
    """In the process: what is left of the digits when it is suspended while it sends them."""
    os.write(connection.fileno(), struct.pack("!i", 1_000) + b"half")
    time.sleep(1_000)


@pytest.mark.skipif(sys.platform == "win32", reason="its pipes have another format")
def test_a_process_that_is_suspended_while_it_sends_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator_process, "_generate", send_half)
    process = GeneratorProcess()
    times, cancelled = itertools.count(), threading.Event()

    def progress(done: int, total: int) -> None:
        if next(times) == 60:
            raise Enough

    def wait() -> None:
        with contextlib.suppress(Enough):
            process.wait(progress)
        cancelled.set()

    # Before, it waited for the rest: the test ends all the same.
    threading.Thread(target=wait, daemon=True).start()
    in_time = cancelled.wait(20)
    process.close()
    assert in_time
    assert not children()


class _TooLarge:
    """Cannot be received, as if memory were short."""

    def __reduce__(self) -> tuple[object, ...]:
        return _raise_memory_error, ()


def _raise_memory_error() -> None:
    raise MemoryError


def send_too_much(connection: Connection) -> None:
    """In the process."""
    connection.send(_TooLarge())


def test_digits_that_do_not_fit_into_memory_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator_process, "_generate", send_too_much)
    process = GeneratorProcess()
    # For each one who waits.
    for _ in range(2):
        with pytest.raises(MemoryError):
            process.wait(stop_after(1))
    process.close()


def test_a_process_that_was_ended_from_outside_is_an_error(process: GeneratorProcess) -> None:
    (child,) = children()
    os.kill(child.pid, signal.SIGTERM)
    with pytest.raises(DataError, match="ended from outside"):
        process.wait(lambda done, total: None)
