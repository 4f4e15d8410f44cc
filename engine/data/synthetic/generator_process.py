"""The synthetic digits, generated in a process of their own: on a thread, a window would stutter for seconds."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import Any

from ...errors import DataError
from ...i18n import tr
from ...io.child_process import start_without_ctrl_c
from ..dataset import Dataset
from .digits import synthetic_sets

# How long it takes at most until ``progress`` is called again.
_POLL_SECONDS = 0.05
# A lower priority than the window's, where the system has it.
_NICENESS = 5


class GeneratorProcess:
    """Generates what ``synthetic_sets`` gives, bit for bit, from its start to ``close``."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_generate, args=(theirs,), name="synthetic digits", daemon=True)
        start_without_ctrl_c(self._process)
        theirs.close()
        self._done = (0, 0)
        # On a thread: where the process is suspended while it sends the digits, receiving does not end.
        self._received: SimpleQueue[Any] = SimpleQueue()
        self._receiver_ended = threading.Event()
        threading.Thread(target=self._receive, name="digits", daemon=True).start()

    def _receive(self) -> None:
        try:
            while True:
                self._received.put(self._connection.recv())
        # Whatever it is, the one who waits gets it.
        except BaseException as error:  # noqa: BLE001
            self._received.put(error)
        finally:
            self._receiver_ended.set()

    def wait(self, progress: Callable[[int, int], None]) -> tuple[Dataset, Dataset]:
        """The training and the test set. One thread waits at a time; after the waiting of one was cancelled, another
        one may wait.

        Args:
            progress: called at least twenty times a second with (images done, images in all), (0, 0) at first; an
                exception that it raises ends the waiting.

        Raises:
            DataError: the process was ended from outside.
            MemoryError: the digits did not fit into memory.
        """
        while True:
            progress(*self._done)
            with suppress(Empty):
                received = self._received.get(timeout=_POLL_SECONDS)
                if isinstance(received, BaseException):
                    # Also for the next one who waits.
                    self._received.put(received)
                    if not isinstance(received, (EOFError, OSError)):
                        raise received
                    raise DataError(
                        tr(
                            "The process that makes the synthetic digits was ended from outside, perhaps "
                            "because memory was short. Close other programs, and try again."
                        )
                    )
                if isinstance(received[0], Dataset):
                    train, test = received
                    return train, test
                self._done = received

    def close(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._receiver_ended.wait()
        self._connection.close()


def _generate(connection: Connection) -> None:
    """In the process."""
    # Ctrl-C reaches all processes of a terminal; the window handles it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    # The window may have ended: nobody wants the digits then.
    with suppress(OSError):
        connection.send(synthetic_sets(lambda done, total: connection.send((done, total))))
