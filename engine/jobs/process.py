"""A process for trainings, one job after the other. Events, commands and data cross through a pipe."""

import atexit
import math
import multiprocessing
import os
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import Empty, SimpleQueue
from typing import TypeAlias

import numpy as np

from ..allocator import give_very_large_blocks_back, trim, use_one_arena
from ..data.dataset import Dataset
from ..errors import DigitLabError
from ..i18n import tr, use_language
from ..i18n.language import chosen_language
from ..io.child_process import start_without_ctrl_c
from ..types import CANVAS
from .control import Control
from .job import RunningJob
from .protocol import Command, Job, JobEvent, Stop
from .watchdog import Watchdog

# Bytes of the images that go through the pipe at a time.
_CHUNK_BYTES = 1 << 20
# The process may be in the middle of a large mini-batch.
_EXIT_SECONDS = 20.0
# One that has nothing to do and does not end hangs or was suspended.
_IDLE_EXIT_SECONDS = 3.0


@dataclass(frozen=True)
class _Ended:
    """The job is over; with an error and its traceback where it failed."""

    error: Exception | None = None
    details: str = ""


@dataclass(frozen=True)
class _Ping:
    """Asks for a _Pong with the same number."""

    number: int


@dataclass(frozen=True)
class _Pong:
    """The process is alive."""

    number: int


_Message: TypeAlias = JobEvent | _Ended | _Pong
# What is to be sent to the process; None: end.
_Commands: TypeAlias = "SimpleQueue[Command | _Ping | None]"
# A job with its training and test set; None: end.
_Jobs: TypeAlias = "SimpleQueue[tuple[RunningJob, Dataset, Dataset] | None]"


class ProcessEnded(DigitLabError):
    """The process has ended before its job was done."""


class _RemoteTraceback(Exception):
    """Shows the traceback of the process as the cause of an error."""


class JobProcess:
    """The process, controlled from outside. One thread runs jobs; any thread may send commands."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        # No daemon: it would be killed before it could store the training. It ends when the pipe is closed.
        self._process: SpawnProcess = context.Process(target=serve, args=(theirs,), name="training")
        start_without_ctrl_c(self._process)
        theirs.close()
        # One thread sends at a time. It may wait for a process that is suspended: nobody else does.
        self._sending = threading.Lock()
        # Commands for the current job wait here until it has been sent, and then for their turn.
        self._commands: _Commands = SimpleQueue()
        self._stopping = self._running = False
        self._sender_ended = threading.Event()
        self._sender_ended.set()
        self._watchdog = Watchdog(self._ping, self._kill)

    def run(self, job: Job, train: Dataset, test: Dataset) -> Iterator[JobEvent]:
        """Run a job; its events until it is over.

        Raises:
            ProcessEnded: the process was ended from outside.
            DigitLabError: the job failed, with a sentence for the user.
            MemoryError, RuntimeError: the job failed, with the traceback of the process as the cause.
        """
        watchdog = self._watchdog = Watchdog(self._ping, self._kill)
        self._running = True
        if self._stopping:
            watchdog.start()
        begun = False
        try:
            self._start(job, train, test)
            while not isinstance(message := self._receive(watchdog), _Ended):
                watchdog.nobody_receives()
                begun = True
                yield message
            self._running = False
        except (EOFError, OSError):
            if watchdog.killed:
                if not begun:
                    # It was still starting when it was stopped: there is nothing to be said.
                    return
                raise ProcessEnded(
                    tr(
                        "The training process did not answer, perhaps because it was suspended, so it was ended. What "
                        "was stored of the run can be resumed."
                    )
                ) from None
            raise ProcessEnded(
                tr(
                    "The process that trained was ended from outside, perhaps because memory was short. What was "
                    "stored of the run can be resumed."
                )
            ) from None
        finally:
            watchdog.end()
            self.forget_commands()
            # The process may have been suspended just now: not for ever.
            self._sender_ended.wait(_IDLE_EXIT_SECONDS)
        if message.error is not None:
            raise message.error from (_RemoteTraceback(message.details) if message.details else None)

    def _start(self, job: Job, train: Dataset, test: Dataset) -> None:
        """Send the job, and from then on its commands on a thread of their own."""
        commands, first = self._commands, list[Command | _Ping]()
        with self._sending:
            self._connection.send(job)
            _send(self._connection, train)
            _send(self._connection, test)
            with suppress(Empty):
                while (command := commands.get_nowait()) is not None:
                    first.append(command)
            self._connection.send(first)
        self._sender_ended.clear()
        threading.Thread(target=self._send_commands, args=(commands,), name="commands", daemon=True).start()

    def _send_commands(self, commands: _Commands) -> None:
        try:
            while (command := commands.get()) is not None:
                with self._sending:
                    # Otherwise that job is over, and the next one must not get the command.
                    if commands is self._commands:
                        self._connection.send(command)
        except OSError:
            # The process is gone: ``run`` raises.
            pass
        finally:
            self._sender_ended.set()

    def _receive(self, watchdog: Watchdog) -> JobEvent | _Ended:
        while True:
            watchdog.waits_for_a_message()
            self._connection.poll(None)
            watchdog.a_message_arrives()
            message: _Message = self._connection.recv()
            if not isinstance(message, _Pong):
                return message
            watchdog.answered(message.number)

    def command(self, command: Command) -> None:
        """Send a command to the running job, or to the one that is about to start. It returns at once; a process that
        does not answer after a Stop is killed, and ``run`` raises a ProcessEnded."""
        if isinstance(command, Stop):
            self._stopping = True
            if self._running:
                self._watchdog.start()
        self._commands.put(command)

    def _ping(self, number: int) -> None:
        self._commands.put(_Ping(number))

    def _kill(self) -> None:
        # It may have been closed at this moment.
        with suppress(ValueError):
            self._process.kill()

    def forget_commands(self) -> None:
        """Commands from now on are for the next job."""
        before, self._commands = self._commands, SimpleQueue()
        self._stopping = False
        before.put(None)

    @property
    def idle(self) -> bool:
        """Whether it can run a job."""
        return not self._running and self._process.is_alive()

    def close(self) -> None:
        """End it. A training in it is paused and stored; after 20 seconds it is killed, without a training after 3."""
        self._watchdog.end()
        self.forget_commands()
        # A command that waits for a suspended process fails now; the pipe must not be closed under it.
        _shut_down(self._connection)
        self._sender_ended.wait(_IDLE_EXIT_SECONDS)
        self._connection.close()
        self._process.join(_EXIT_SECONDS if self._running else _IDLE_EXIT_SECONDS)
        self._running = False
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


class Spare:
    """Keeps a process for the next training: starting one takes as long as a small network's first hundred steps."""

    def __init__(self) -> None:
        # At most one. The methods of a list are thread-safe.
        self._idle: list[JobProcess] = []

    @contextmanager
    def borrowed(self) -> Iterator[JobProcess]:
        """The process of the last time, or a new one. It is kept for the next time if it is idle then."""
        process = None
        with suppress(IndexError):
            process = self._idle.pop()
        if process is not None and not process.idle:
            process.close()
            process = None
        process = process or JobProcess()
        process.forget_commands()
        try:
            yield process
        finally:
            if process.idle and not self._idle:
                self._idle.append(process)
            else:
                process.close()

    def close(self) -> None:
        """End the idle process, if there is one."""
        while self._idle:
            self._idle.pop().close()


spare = Spare()
# Runs before multiprocessing's own handler, which would wait for the idle process forever.
atexit.register(spare.close)


def _send(connection: Connection, dataset: Dataset) -> None:
    """Send a dataset in chunks. Pickled at once it would take its memory twice more, on both sides."""
    connection.send((dataset.name, len(dataset)))
    for array in (dataset.images, dataset.labels):
        flat = np.ascontiguousarray(array).reshape(-1)
        for start in range(0, len(flat), _CHUNK_BYTES):
            connection.send_bytes(flat.data[start : start + _CHUNK_BYTES])


def _receive(connection: Connection) -> Dataset:
    name, size = connection.recv()
    arrays = []
    for shape in ((size, CANVAS, CANVAS), (size,)):
        flat = np.empty(math.prod(shape), np.uint8)
        for start in range(0, len(flat), _CHUNK_BYTES):
            connection.recv_bytes_into(flat.data[start : start + _CHUNK_BYTES])
        arrays.append(flat.reshape(shape))
    return Dataset(arrays[0], arrays[1], name)


def serve(connection: Connection) -> None:
    """In the process: run one job after the other, until the pipe is closed."""
    use_one_arena()
    give_very_large_blocks_back()
    use_language(chosen_language(os.environ))
    # Ctrl-C reaches all processes of a terminal; the window handles it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs: _Jobs = SimpleQueue()
    # Of the current job, or of the last one.
    controls: list[Control] = []

    def end(*_: object) -> None:
        for control in controls:
            control.command(Stop(resumable=True))
        jobs.put(None)

    # A closed terminal and the end of a session reach all processes, too: the training is paused and stored.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    messages: SimpleQueue[_Message | None] = SimpleQueue()
    # Separate threads: the training does not wait for a window that is busy painting.
    sender = threading.Thread(target=_send_messages, args=(connection, messages), name="sender")
    sender.start()
    threading.Thread(
        target=_listen, args=(connection, jobs, controls, messages, end), name="listener", daemon=True
    ).start()
    try:
        while (given := jobs.get()) is not None:
            job, train, test = given
            ended = _Ended()
            try:
                job.run(train, test)
            except DigitLabError as error:
                ended = _Ended(DigitLabError(str(error)))
            except MemoryError:
                ended = _Ended(MemoryError(), traceback.format_exc())
            except Exception as error:  # noqa: BLE001 - it is raised in the process that asked for the job
                ended = _Ended(RuntimeError(str(error)), traceback.format_exc())
            # The images and the network may take much memory: none of it is held while it is idle.
            del job, train, test, given
            trim()
            messages.put(ended)
    finally:
        messages.put(None)
        sender.join()


def _listen(
    connection: Connection,
    jobs: _Jobs,
    controls: list[Control],
    messages: "SimpleQueue[_Message | None]",
    end: Callable[[], None],
) -> None:
    """Receive jobs, and commands for the current one, until the pipe is closed."""

    def handle(received: Command | _Ping) -> None:
        if isinstance(received, _Ping):
            messages.put(_Pong(received.number))
        else:
            for control in controls:
                control.command(received)

    try:
        while True:
            received: Job | Command | _Ping = connection.recv()
            if isinstance(received, Job):
                job = RunningJob(received, messages.put)
                controls[:] = [job.control]
                train, test = _receive(connection), _receive(connection)
                # Before it starts: it would make steps at another speed than the chosen one.
                for command in connection.recv():
                    handle(command)
                jobs.put((job, train, test))
                # The images and the network may take much memory.
                del job, train, test
            else:
                handle(received)
    except (EOFError, OSError):
        # The window has ended, perhaps killed: the training so far is stored.
        pass
    finally:
        end()


def _send_messages(connection: Connection, messages: "SimpleQueue[_Message | None]") -> None:
    try:
        while (message := messages.get()) is not None:
            # The receiver may have ended: no error.
            with suppress(OSError):
                connection.send(message)
            del message
    finally:
        # Also when sending failed because memory was short: the receiver must not wait, nor the thread that listens,
        # which keeps the pipe open while it waits.
        _shut_down(connection)
        connection.close()


def _shut_down(connection: Connection) -> None:
    """Let everybody who waits at the pipe find it closed, on both sides. Windows cannot do that."""
    if sys.platform != "win32":
        with suppress(OSError), socket.socket(fileno=os.dup(connection.fileno())) as pipe:
            pipe.shutdown(socket.SHUT_RDWR)
