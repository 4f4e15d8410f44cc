"""A thread that always ends and says why, and who owns it."""

import logging
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread

from engine.errors import DigitLabError
from gui.task import Background, Worker


class Doing(Worker):
    def __init__(self, number: int, do: Callable[[Worker], None], parent: Background) -> None:
        super().__init__(number, "doing", parent)
        self._do = do

    def work(self) -> None:
        self._do(self)


class Owner(Background):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[int, str]] = []

    def do(self, number: int, do: Callable[[Worker], None]) -> None:
        self._launch(Doing(number, do, self))

    def stop(self) -> None:
        self._stop()

    def _failed(self, number: int, sentence: str) -> None:
        self.told.append((number, sentence))


@pytest.fixture
def owner(qtbot) -> Iterator[Owner]:
    made = Owner()
    yield made
    made.stop()
    qtbot.waitUntil(lambda: not made.busy)
    made.deleteLater()


def until_stopped(worker: Worker) -> None:
    while True:
        QThread.msleep(2)
        worker.look()


def raising(error: Exception) -> Callable[[Worker], None]:
    def do(worker: Worker) -> None:
        raise error

    return do


def test_it_ends_when_all_are_done(owner: Owner, qtbot) -> None:
    assert not owner.busy
    ended = []
    owner.ended.connect(lambda: ended.append(owner.busy))
    with qtbot.waitSignal(owner.ended):
        owner.do(1, until_stopped)
        owner.do(2, lambda worker: None)
        qtbot.waitUntil(lambda: len(owner.findChildren(QThread)) == 1)
        assert owner.busy
        owner.stop()
    assert ended == [False]
    assert owner.told == []


@pytest.mark.parametrize(
    ("error", "sentence", "logged"),
    [
        (DigitLabError("So it is."), "So it is.", False),
        (MemoryError(), "There is not enough memory: close other programs, and try again.", True),
        (
            ZeroDivisionError("a {strange} thing"),
            "This could not be done because of an error in the program (a {strange} thing).",
            True,
        ),
    ],
)
def test_what_went_wrong_is_told_and_only_our_own_faults_are_logged(
    owner: Owner, qtbot, caplog: pytest.LogCaptureFixture, error: Exception, sentence: str, logged: bool
) -> None:
    with caplog.at_level(logging.ERROR, "digitlab"), qtbot.waitSignal(owner.ended):
        owner.do(7, raising(error))
    assert owner.told == [(7, sentence)]
    assert ("Traceback" in caplog.text) == logged


def test_no_thread_outlives_the_program(owner: Owner, qtbot) -> None:
    owner.do(1, until_stopped)
    (worker,) = owner.findChildren(QThread)
    owner._last_resort()
    assert worker.isFinished()
