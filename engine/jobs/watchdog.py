"""Kills a process that was told to stop and does not answer."""

import threading
import time
from collections.abc import Callable

# From the start of the watch on the process is asked whether it is alive, which it answers at once, whatever it
# computes. One that does not hangs or was suspended: it is killed.
PATIENCE_SECONDS = 3.0
# Once it has answered, a large message may be on its way.
MESSAGE_SECONDS = 20.0
# One that is alive may wait for a locked list of runs, or write large weights to a slow disk.
END_SECONDS = 120.0


class Watchdog:
    """Of one job. Any thread may call the methods.

    Attributes:
        killed: whether it has killed the process.
        receiving: whether an answer would be noticed now.
    """

    def __init__(self, ping: Callable[[], None], kill: Callable[[], None]) -> None:
        """
        Args:
            ping: asks the process for an answer, after which ``heard`` is to be called.
            kill: kills it.
        """
        self._ping, self._kill = ping, kill
        self.killed, self.receiving = False, True
        self._started = False
        self._heard, self._ended, self._idle = threading.Event(), threading.Event(), threading.Event()
        self._idle.set()

    def start(self) -> None:
        """Watch from now on, on a thread of its own, until ``end``. To be called by one thread at a time."""
        if not self._started:
            self._started = True
            self._idle.clear()
            threading.Thread(target=self._run, daemon=True).start()

    def heard(self) -> None:
        """The process has sent something."""
        self._heard.set()

    def end(self) -> None:
        """The job is over."""
        self._ended.set()
        self._heard.set()
        # Not ``join``: it would make Python list the window's own threads.
        self._idle.wait()

    def _run(self) -> None:
        try:
            if not self._is_alive_until_end():
                self.killed = True
                self._kill()
        finally:
            self._idle.set()

    def _is_alive_until_end(self) -> bool:
        end, patience = time.monotonic() + END_SECONDS, PATIENCE_SECONDS
        while time.monotonic() < end:
            # In this order: ``end`` sets both.
            self._heard.clear()
            if self._ended.is_set():
                return True
            self._ping()
            if not self._heard.wait(patience) and self.receiving:
                break
            patience = MESSAGE_SECONDS
            if self._ended.wait(PATIENCE_SECONDS):
                return True
        return self._ended.is_set()
