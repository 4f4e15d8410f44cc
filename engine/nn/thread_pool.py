"""Work that is divided among the processor's cores: while NumPy computes, Python lets other threads run.

A pool of threads in which the caller works, too. (In those of concurrent.futures it waits, which on a busy machine may
take longer than to do it all.)
"""

import contextvars
import itertools
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any, Generic, TypeAlias, TypeVar

Piece = TypeVar("Piece")

# Above that they wait for memory, and for Python, more than they compute.
_MOST = 4
# Of the usual weight of a thread it has a third then.
_NICE = 5


def allowed_threads(most: int = _MOST) -> int:
    """How many a training may take: what DIGITLAB_THREADS says, else one a core, and at most so many."""
    # Set by engine/__init__.py, where no one else has. OpenMP knows lists, too, whose first number is meant for us; a
    # text that is no number is as good as none.
    named = os.environ.get("DIGITLAB_THREADS", "").split(",")[0].strip()
    return min(most, int(named) if named.isdecimal() and int(named) else _cores())


def _cores() -> int:
    """Those that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ThreadPool:
    """Does pieces of work, one after the other, or several at a time in a ``with cores.helped(threads)`` block.

    Each piece is taken by whoever is free, the caller among them: it never waits for a thread that a busy machine
    does not let begin, but only for one in the middle of a piece. What comes out must not depend on who has taken what.
    It is for one caller at a time.
    """

    def __init__(self) -> None:
        self._wanted = 0
        self._helpers: list[threading.Thread] = []
        self._tasks: _Tasks = SimpleQueue()

    @contextmanager
    def helped(self, threads: int) -> Iterator[None]:
        """Until the end of the block so many threads share the work, the caller's included. They start with the first
        work that can be shared.
        """
        # A queue of its own: whatever an interrupted block may have left in its queue is nobody's any more.
        self._wanted, self._tasks = threads - 1, SimpleQueue()
        try:
            yield
        finally:
            self._wanted = 0
            helpers, self._helpers = self._helpers, []
            for _ in helpers:
                self._tasks.put(None)
            for helper in helpers:
                helper.join()

    def each(self, work: Callable[[Piece, int], None], pieces: Sequence[Piece]) -> None:
        """Call ``work(piece, slot)`` for all pieces. No two at a time have the same slot, a number from 0 up.

        Raises:
            Whatever a piece raises. With help it is raised when all others are done.
        """
        if not self._wanted or len(pieces) < 2:
            for piece in pieces:
                work(piece, 0)
            return
        for slot in range(len(self._helpers) + 1, self._wanted + 1):
            helper = threading.Thread(target=_help, args=(self._tasks, slot), name=f"helper {slot}", daemon=True)
            try:
                helper.start()
            except RuntimeError:
                # There may be no more threads: it goes on with those that there are.
                self._wanted = len(self._helpers)
                break
            self._helpers.append(helper)
        task = _Task(work, pieces)
        for _ in self._helpers:
            # NumPy's settings for errors are those of the caller, and so is all else that a thread has of its own.
            self._tasks.put((contextvars.copy_context(), task))
        task.take_part(0)
        task.wait()


def _help(tasks: "_Tasks", slot: int) -> None:
    if sys.platform == "linux":
        # There a thread can be nice by itself. Whoever draws meanwhile goes first, and the caller takes what is left.
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
    while (given := tasks.get()) is not None:
        context, task = given
        context.run(task.take_part, slot)
        # Not held while there is nothing to do: it holds the layer's arrays.
        del given, context, task


class _Task(Generic[Piece]):
    """Pieces of work, of which several threads take one after the other."""

    def __init__(self, work: Callable[[Piece, int], None], pieces: Sequence[Piece]) -> None:
        self._work = work
        self._pieces = iter(pieces)
        self._left = len(pieces)
        self._counting = threading.Lock()
        self._done = threading.Lock()
        self._done.acquire()
        self._error: BaseException | None = None

    def take_part(self, slot: int) -> None:
        """Until no piece is left that nobody has taken."""
        while True:
            with self._counting:
                taken = list(itertools.islice(self._pieces, 1))
            if not taken:
                return
            try:
                self._work(taken[0], slot)
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where it was asked for
                self._error = error
            with self._counting:
                self._left -= 1
                all_done = not self._left
            if all_done:
                self._done.release()

    def wait(self) -> None:
        """Until all are done, also those that others have taken."""
        self._done.acquire()
        if self._error is not None:
            raise self._error


_Tasks: TypeAlias = "SimpleQueue[tuple[contextvars.Context, _Task[Any]] | None]"
