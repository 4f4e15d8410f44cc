"""When a process that was told to stop is killed."""

import threading
from collections.abc import Iterator

import pytest

from engine.jobs.watchdog import Watchdog

SOON = 0.05


class Watched:
    """A process that answers none or all of the pings."""

    def __init__(self) -> None:
        self.answers, self.pings = False, 0
        self.killed = threading.Event()
        self.watchdog = Watchdog(self._ping, self.killed.set)

    def _ping(self, number: int) -> None:
        self.pings += 1
        if self.answers:
            self.watchdog.answered(number)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", SOON)
    monkeypatch.setattr("engine.jobs.watchdog.MESSAGE_SECONDS", 1000.0)
    made = Watched()
    yield made
    made.watchdog.end()


def test_a_silent_process_is_killed(watched: Watched) -> None:
    watched.watchdog.start()
    assert watched.killed.wait(10)
    assert watched.watchdog.killed


def test_messages_that_were_already_on_their_way_are_no_answer(watched: Watched) -> None:
    """Before, a suspended process whose last events were still in the pipe lived on for 20 seconds more."""
    watched.watchdog.start()
    for _ in range(5):
        watched.watchdog.a_message_arrives()
        watched.watchdog.nobody_receives()
        watched.watchdog.waits_for_a_message()
    assert watched.killed.wait(10)


@pytest.mark.parametrize("state", ["a_message_arrives", "nobody_receives"])
def test_a_message_that_has_begun_and_one_that_is_handled_are_waited_for(watched: Watched, state: str) -> None:
    getattr(watched.watchdog, state)()
    watched.watchdog.start()
    assert not watched.killed.wait(6 * SOON)
    # Silent from then on.
    watched.watchdog.waits_for_a_message()
    assert watched.killed.wait(10)


def test_one_that_answers_is_not_killed_until_it_takes_too_long(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched.answers = True
    watched.watchdog.start()
    assert not watched.killed.wait(6 * SOON)
    assert watched.pings > 1
    watched.watchdog.end()
    monkeypatch.setattr("engine.jobs.watchdog.END_SECONDS", 3 * SOON)
    slow = Watched()
    slow.answers = True
    slow.watchdog.start()
    assert slow.killed.wait(10)
    slow.watchdog.end()


def test_it_kills_nothing_once_the_job_is_over(watched: Watched) -> None:
    watched.watchdog.nobody_receives()
    watched.watchdog.start()
    watched.watchdog.end()
    watched.watchdog.waits_for_a_message()
    watched.watchdog.start()
    assert not watched.killed.wait(3 * SOON)
    assert not watched.watchdog.killed


def test_where_the_system_allows_no_further_thread_it_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("engine.jobs.watchdog.PATIENCE_SECONDS", SOON)
    unwatched, watched = Watched(), Watched()
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", refuse)
        for each in (unwatched, watched):
            each.watchdog.start()
        # There is no thread to be waited for.
        unwatched.watchdog.end()
    watched.watchdog.start()
    assert watched.killed.wait(10)
