"""Threads for NumPy work: NumPy releases the GIL while it computes, so several cores work at the same time."""

import contextvars
import itertools
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any, Generic, TypeAlias, TypeVar

Item = TypeVar("Item")

# More threads wait for memory and for the GIL longer than they compute.
_MAX_THREADS = 4
# A thread with this niceness gets a third of the usual CPU time on a busy machine.
_NICENESS = 5


def allowed_threads(most: int = _MAX_THREADS) -> int:
    """How many threads a training may use: DIGITLAB_THREADS if it is set, else one per core, and at most ``most``."""
    # Set by engine/__init__.py from OMP_NUM_THREADS, which may be a list: its first number counts. Anything that is
    # not a positive number is ignored.
    value = os.environ.get("DIGITLAB_THREADS", "").split(",")[0].strip()
    return min(most, int(value) if value.isdecimal() and int(value) else _available_cores())


def _available_cores() -> int:
    """Those that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ThreadPool:
    """Runs tasks one after the other, or in several threads inside a ``with pool.running(threads)`` block.

    Each task is taken by the next free thread, and the caller is one of them: it waits only for tasks that are being
    computed, never for a thread that a busy machine does not schedule, as it would with ``concurrent.futures``. The
    results must not depend on which thread computes what. For one caller at a time.
    """

    def __init__(self) -> None:
        self._wanted = 0
        self._workers: list[threading.Thread] = []
        self._queue: _Queue = SimpleQueue()

    @contextmanager
    def running(self, threads: int) -> Iterator[None]:
        """Use this many threads inside the block, the caller's included. They start when they are first needed."""
        # A new queue: an interrupted block may have left something in the old one.
        self._wanted, self._queue = threads - 1, SimpleQueue()
        try:
            yield
        finally:
            self._wanted = 0
            workers, self._workers = self._workers, []
            for _ in workers:
                self._queue.put(None)
            for worker in workers:
                worker.join()

    def run(self, function: Callable[[Item, int], object], items: Sequence[Item]) -> None:
        """Call ``function(item, slot)`` for each item. Calls at the same time have different slots, numbered from 0.

        Raises:
            The exception of a call. No more calls begin then, and those in other threads have ended.
        """
        if not self._wanted or len(items) < 2:
            for item in items:
                function(item, 0)
            return
        for slot in range(len(self._workers) + 1, self._wanted + 1):
            worker = threading.Thread(target=_work, args=(self._queue, slot), name=f"pool worker {slot}", daemon=True)
            try:
                worker.start()
            except RuntimeError:
                # The system allows no more threads: those that there are do the work.
                self._wanted = len(self._workers)
                break
            self._workers.append(worker)
        batch = _Batch(function, items)
        for _ in self._workers:
            # The context has NumPy's error settings (np.errstate) of the caller.
            self._queue.put((contextvars.copy_context(), batch))
        batch.work(0)
        batch.wait()


def _work(queue: "_Queue", slot: int) -> None:
    if sys.platform == "linux":
        # Niceness is per thread there. The window stays responsive, and the caller does what is left.
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
    while (entry := queue.get()) is not None:
        context, batch = entry
        context.run(batch.work, slot)
        # While waiting for the next entry, do not keep the arrays of this one alive.
        del entry, context, batch


class _Batch(Generic[Item]):
    """The items of one ``run``, taken one after the other by several threads."""

    def __init__(self, function: Callable[[Item, int], object], items: Sequence[Item]) -> None:
        self._function = function
        self._items = iter(items)
        self._unfinished = len(items)
        self._lock = threading.Lock()
        self._done = threading.Lock()
        self._done.acquire()
        self._error: BaseException | None = None

    def work(self, slot: int) -> None:
        """Call the function until no item is left."""
        while True:
            with self._lock:
                taken = list(itertools.islice(self._items, 1))
            if not taken:
                return
            try:
                if self._error is None:
                    self._function(taken[0], slot)
            except BaseException as error:  # noqa: BLE001 - whatever it is, ``wait`` raises it in the caller's thread
                self._error = error
            with self._lock:
                self._unfinished -= 1
                all_done = not self._unfinished
            if all_done:
                self._done.release()

    def wait(self) -> None:
        """Until the items taken by other threads are done, too."""
        self._done.acquire()
        if self._error is not None:
            raise self._error


_Queue: TypeAlias = "SimpleQueue[tuple[contextvars.Context, _Batch[Any]] | None]"
