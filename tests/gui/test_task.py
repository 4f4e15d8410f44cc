"""A task always ends and says how, and a cancelled one delivers nothing more."""

import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QThread

from engine.errors import DigitLabError
from gui.task import Task, TaskGroup


@pytest.fixture
def group(qtbot) -> Iterator[TaskGroup]:
    made = TaskGroup()
    yield made
    made.cancel()
    qtbot.waitUntil(lambda: not made.busy)
    made.deleteLater()


def until_cancelled(task: Task) -> None:
    while True:
        QThread.msleep(2)
        task.check()


def raising(error: Exception) -> Callable[[Task], None]:
    def work(task: Task) -> None:
        raise error

    return work


def test_partial_results_the_result_and_the_end_come_in_the_windows_thread_and_in_this_order(group, qtbot) -> None:
    seen: list[object] = []
    threads = []

    def record(what: object) -> None:
        seen.append(what)
        threads.append(threading.get_ident())

    def work(task: Task) -> str:
        for i in range(3):
            task.report(i, 3)
        assert threading.get_ident() != here
        return "result"

    here = threading.get_ident()
    with qtbot.waitSignal(group.ended):
        group.start(
            work,
            record,
            on_progress=lambda done, total: record((done, total)),
            on_end=lambda: record(("end", group.busy)),
        )
        assert group.busy
    assert seen == [(0, 3), (1, 3), (2, 3), "result", ("end", False)]
    assert set(threads) == {here}


def test_the_group_ends_when_all_have_ended(group: TaskGroup, qtbot) -> None:
    ended = []
    group.ended.connect(lambda: ended.append(group.busy))
    with qtbot.waitSignal(group.ended):
        group.start(until_cancelled)
        group.start(lambda task: None)
        qtbot.waitUntil(lambda: len(group.findChildren(QThread)) == 1)
        assert group.busy
        group.cancel()
    assert ended == [False]


def test_a_cancelled_task_delivers_nothing_but_its_end(group: TaskGroup, qtbot) -> None:
    """Not even signals that were emitted before the cancellation."""
    seen: list[str] = []
    finished = threading.Event()

    def work(task: Task) -> str:
        task.report("partial")
        finished.set()
        return "stale"

    task = group.start(
        work, seen.append, on_progress=seen.append, on_failed=seen.append, on_end=lambda: seen.append("end")
    )
    assert finished.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not group.busy)
    assert seen == ["end"]


def test_a_failure_after_the_cancellation_is_not_shown(group: TaskGroup, qtbot) -> None:
    seen: list[str] = []
    started, cancelled = threading.Event(), threading.Event()

    def work(task: Task) -> None:
        started.set()
        cancelled.wait(5)
        raise DigitLabError("Too late.")

    group.failed.connect(seen.append)
    task = group.start(work)
    assert started.wait(5)
    task.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: not group.busy)
    assert not seen


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
def test_an_error_is_a_sentence_and_only_unexpected_ones_are_logged(
    group: TaskGroup, qtbot, caplog: pytest.LogCaptureFixture, error: Exception, sentence: str, logged: bool
) -> None:
    messages: list[str] = []
    group.failed.connect(messages.append)
    with caplog.at_level(logging.ERROR, "digitlab"), qtbot.waitSignal(group.ended):
        group.start(raising(error))
    assert messages == [sentence]
    assert ("Traceback" in caplog.text) == logged


def test_on_failed_replaces_the_signal_and_gets_the_given_sentence(group: TaskGroup, qtbot) -> None:
    messages: list[str] = []
    others: list[str] = []
    group.failed.connect(others.append)
    with qtbot.waitSignal(group.ended):
        group.start(raising(ValueError("odd")), on_failed=messages.append, error="It broke ({0}).")
    assert messages == ["It broke (odd)."]
    assert not others


def test_no_thread_is_left_when_the_program_quits(group: TaskGroup, qtbot) -> None:
    task = group.start(until_cancelled)
    QCoreApplication.instance().aboutToQuit.emit()
    assert task.isFinished()
    assert not group.start(until_cancelled).isRunning()
