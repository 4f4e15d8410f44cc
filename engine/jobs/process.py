"""A process for trainings: one job after the other, told what to do and telling what happens through a pipe."""

import atexit
import math
import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Any, TypeAlias

import numpy as np

from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.jobs.job import Job, RunningJob
from engine.types import CANVAS

# The name of what happened, and what there is to say of it; see ``RunningJob``.
Told: TypeAlias = tuple[Any, ...]

# A job and its training and test set; None: there are no more.
_Jobs: TypeAlias = "SimpleQueue[tuple[RunningJob, Dataset, Dataset] | None]"

_OVER = "over"
# Bytes of the pictures that go through the pipe at a time.
_PIECE = 1 << 20
# Seconds that a process is given to end by itself. It may be in the middle of a large mini-batch.
_PATIENCE = 20.0


class ProcessEnded(DigitLabError):
    """The process is gone before its job was done."""


class JobProcess:
    """The process as seen from here. One thread gives jobs and hears of them; any thread may command."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        # No daemon: it has processes of its own (``DataParallel``). It ends where nobody is at the other end any more.
        self._process: SpawnProcess = context.Process(target=_serve, args=(theirs,), name="training")
        self._process.start()
        theirs.close()
        # Sending is for one thread at a time. What is commanded before the job has gone out, goes out after it.
        self._sending = threading.Lock()
        self._waiting: list[tuple[str, tuple[object, ...]]] | None = []
        self._at_work = False

    def run(self, job: Job, train: Dataset, test: Dataset) -> Iterator[Told]:
        """Do this job. What it tells, until it is over.

        Raises:
            DigitLabError: the process has been ended from outside.
        """
        self._at_work = True
        try:
            self._connection.send(job)
            _send(self._connection, train)
            _send(self._connection, test)
            with self._sending:
                for command in self._waiting or ():
                    self._connection.send(command)
                self._waiting = None
            while (told := self._connection.recv())[0] != _OVER:
                yield told
            self._at_work = False
        except (EOFError, OSError):
            raise ProcessEnded(
                "The process that trained has been ended from outside, perhaps for want of memory. What it had kept "
                "of the run can be gone on with."
            ) from None
        finally:
            self.forget_commands()

    def command(self, name: str, *values: object) -> None:
        """Call a method of the RunningJob."""
        with self._sending:
            if self._waiting is not None:
                self._waiting.append((name, values))
                return
            # Where it is gone, who listens hears of it.
            with suppress(OSError):
                self._connection.send((name, values))

    def forget_commands(self) -> None:
        """What is commanded from now on is for the next job."""
        with self._sending:
            self._waiting = []

    @property
    def idle(self) -> bool:
        """Whether it can be given a job."""
        return not self._at_work and self._process.is_alive()

    def close(self) -> None:
        """Let it end: what it trains is then paused."""
        self._connection.close()

    def join(self) -> None:
        """Wait until it has ended; after some patience it is killed."""
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


class Spare:
    """Keeps a process for the next training: starting one takes as long as a small network's first hundred steps."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: JobProcess | None = None

    @contextmanager
    def borrowed(self) -> Iterator[JobProcess]:
        """A process, that of the last time or a new one. It is kept for the next time where it is idle then."""
        process = self._exchange(None)
        if process is not None and not process.idle:
            _end(process)
            process = None
        process = process or JobProcess()
        process.forget_commands()
        try:
            yield process
        finally:
            _end(self._exchange(process) if process.idle else process)

    def close(self) -> None:
        """End the process that waits, if there is one."""
        _end(self._exchange(None))

    def _exchange(self, process: JobProcess | None) -> JobProcess | None:
        with self._lock:
            before, self._idle = self._idle, process
        return before


def _end(process: JobProcess | None) -> None:
    if process is not None:
        process.close()
        process.join()


spare = Spare()
# Before multiprocessing's own: that would wait for a process that nobody has told to end.
atexit.register(spare.close)


def _send(connection: Connection, dataset: Dataset) -> None:
    """The way of a dataset to the process. Pickled at once it would take its memory twice more, here and there."""
    connection.send((dataset.name, len(dataset)))
    for array in (dataset.images, dataset.labels):
        flat = np.ascontiguousarray(array).reshape(-1)
        for start in range(0, len(flat), _PIECE):
            connection.send_bytes(flat.data[start : start + _PIECE])


def _received(connection: Connection) -> Dataset:
    name, size = connection.recv()
    arrays = []
    for shape in ((size, CANVAS, CANVAS), (size,)):
        flat = np.empty(math.prod(shape), np.uint8)
        for start in range(0, len(flat), _PIECE):
            connection.recv_bytes_into(flat.data[start : start + _PIECE])
        arrays.append(flat.reshape(shape))
    return Dataset(arrays[0], arrays[1], name)


def _serve(connection: Connection) -> None:
    """Do one job after the other, until nobody is at the other end any more."""
    # Ctrl-C reaches all processes of a terminal; it is for the window to decide.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs: _Jobs = SimpleQueue()
    words: SimpleQueue[Told | None] = SimpleQueue()
    # A thread of its own: who listens may be busy painting, and the training does not wait for that.
    telling = threading.Thread(target=_tell, args=(connection, words), name="telling")
    telling.start()
    threading.Thread(target=_listen, args=(connection, jobs, words), name="listening", daemon=True).start()
    try:
        while (given := jobs.get()) is not None:
            job, train, test = given
            job.run(train, test)
            # The pictures may be many: none is held while it waits.
            del job, train, test, given
            words.put((_OVER,))
    finally:
        # Whatever happened: who listens hears that there is no more.
        words.put(None)
        telling.join()


def _listen(connection: Connection, jobs: _Jobs, words: "SimpleQueue[Told | None]") -> None:
    """Pass on what comes through the pipe: a job, or a command for the one at hand."""
    running: RunningJob | None = None

    def tell(*told: object) -> None:
        words.put(told)

    try:
        while True:
            received = connection.recv()
            if isinstance(received, Job):
                running = RunningJob(received, tell)
                jobs.put((running, _received(connection), _received(connection)))
            elif running is not None:
                name, values = received
                getattr(running, name)(*values)
    except (EOFError, OSError):
        # Whoever asked for it is gone, perhaps killed: nothing that was learned is lost.
        if running is not None:
            running.stop(to_go_on=True)
    finally:
        jobs.put(None)


def _tell(connection: Connection, words: "SimpleQueue[Told | None]") -> None:
    try:
        while (told := words.get()) is not None:
            # Nobody listening any more is no fault.
            with suppress(OSError):
                connection.send(told)
            del told
    finally:
        # Where something could not be told for want of memory, too: who listens must not wait for it.
        connection.close()
