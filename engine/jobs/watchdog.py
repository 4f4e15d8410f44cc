"""Kills a process that was told to stop and does not answer."""

import threading
import time
from collections.abc import Callable

# From the start of the watch on the process is asked whether it is alive, which it answers at once, whatever it
# computes. One from which nothing comes for so long hangs or was suspended: it is killed.
PATIENCE_SECONDS = 3.0
# A large message that has begun to arrive may take longer.
MESSAGE_SECONDS = 20.0
# One that is alive may wait for a locked list of runs, or write large weights to a slow disk.
END_SECONDS = 120.0


class Watchdog:
    """Of one job. Any thread may call the methods, none of which waits for the process.

    Attributes:
        killed: whether it has killed the process.
    """

    def __init__(self, ping: Callable[[int], None], kill: Callable[[], None]) -> None:
        """
        Args:
            ping: asks the process for an answer with this number, without waiting for it; then ``answered`` is to be
                called.
            kill: kills it.
        """
        self._ping, self._kill = ping, kill
        self.killed = False
        # Guards all that follows.
        self._changed = threading.Condition(threading.Lock())
        # The process is killed where nothing changes for so long; None: never.
        self._patience: float | None = PATIENCE_SECONDS
        self._answer = 0
        self._started = self._ended = False
        self._idle = threading.Event()
        self._idle.set()

    def start(self) -> None:
        """Watch from now on, on a thread of its own, until ``end``.

        Where the system allows no further thread, nobody watches: the process was told to stop all the same.
        """
        with self._changed:
            if self._started or self._ended:
                return
            self._started = True
            self._idle.clear()
        try:
            threading.Thread(target=self._run, name="watchdog", daemon=True).start()
        except RuntimeError:
            with self._changed:
                self._started = False
                self._idle.set()

    def waits_for_a_message(self) -> None:
        """Somebody receives, and nothing has arrived yet."""
        self._set_patience(PATIENCE_SECONDS)

    def a_message_arrives(self) -> None:
        """It has begun to arrive."""
        self._set_patience(MESSAGE_SECONDS)

    def nobody_receives(self) -> None:
        """An answer would not be noticed now."""
        self._set_patience(None)

    def _set_patience(self, seconds: float | None) -> None:
        with self._changed:
            self._patience = seconds
            self._changed.notify_all()

    def answered(self, number: int) -> None:
        """The process has answered this ping."""
        with self._changed:
            self._answer = number
            self._changed.notify_all()

    def end(self) -> None:
        """The job is over."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
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
        last, number = time.monotonic() + END_SECONDS, 0
        while time.monotonic() < last:
            number += 1
            self._ping(number)
            with self._changed:
                while self._answer < number and not self._ended:
                    left = last - time.monotonic()
                    patience = left if self._patience is None else min(self._patience, left)
                    if not self._changed.wait(patience):
                        return False
                if self._changed.wait_for(lambda: self._ended, PATIENCE_SECONDS):
                    return True
        return False
