"""Threads for NumPy work: NumPy releases the GIL while it computes, so several cores work at the same time."""

import contextvars
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")

# More threads wait for memory and for the GIL longer than they compute.
_MAX_THREADS = 4
_MAX_DIGITS = 10
# A thread with this niceness gets a third of the usual CPU time on a busy machine.
_NICENESS = 5


def allowed_threads() -> int:
    """How many threads may compute: DIGITLAB_THREADS if it is set, else one per core, and at most _MAX_THREADS."""
    # Set by engine/__init__.py from OMP_NUM_THREADS, which may be a list: its first number counts. Anything that is
    # not a positive number of a few digits is ignored.
    value = os.environ.get("DIGITLAB_THREADS", "").split(",")[0].strip()
    named = int(value) if value.isdecimal() and len(value) < _MAX_DIGITS else 0
    return min(_MAX_THREADS, named or _available_cores())


def _available_cores() -> int:
    """Those that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ThreadPool:
    """Runs tasks one after the other, or in several threads inside a ``with pool.running(threads)`` block.

    The caller is one of the threads, and waits for the others only while they compute: not for a thread that a busy
    machine does not schedule, as it would with a bare ``ThreadPoolExecutor``. The results must not depend on which
    thread computes what. For one caller at a time.
    """

    def __init__(self) -> None:
        self._executor: ThreadPoolExecutor | None = None
        self._threads = 1

    @contextmanager
    def running(self, threads: int) -> Iterator[None]:
        """Use this many threads inside the block, the caller's included. They start when they are first needed."""
        if threads < 2:
            yield
            return
        with ThreadPoolExecutor(threads - 1, "pool worker", _lower_priority) as self._executor:
            self._threads = threads
            try:
                yield
            finally:
                self._executor = None

    def run(self, function: Callable[[Item, int], object], items: Sequence[Item]) -> None:
        """Call ``function(item, slot)`` for each item. Calls at the same time have different slots, numbered from 0.

        Raises:
            The exception of a call. No more calls begin then, and those in other threads have ended.
        """
        if self._executor is None or len(items) < 2:
            for item in items:
                function(item, 0)
            return
        # The threads share this iterator: next() of a list or a range is atomic, so each item is taken once.
        remaining = iter(items)
        errors: list[BaseException] = []

        def work(slot: int) -> None:
            try:
                for item in remaining:
                    function(item, slot)
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised in the caller's thread
                errors.append(error)
                deque(remaining, maxlen=0)

        futures: list[Future[None]] = []
        try:
            for slot in range(1, min(self._threads, len(items))):
                # The context has NumPy's error settings (np.errstate) of the caller.
                futures.append(self._executor.submit(contextvars.copy_context().run, work, slot))
        except RuntimeError:
            # The system allows no more threads: from now on the caller works alone.
            self._executor.shutdown(cancel_futures=True)
            self._executor = None
        work(0)
        for future in futures:
            # Only those that have started are waited for.
            if not future.cancel():
                future.result()
        if errors:
            raise errors[0]


def _lower_priority() -> None:
    if sys.platform == "linux":
        # Niceness is per thread there. The window stays responsive, and the caller does what is left.
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
