"""The commands to a running job, kept until it looks at them."""

import threading

from .protocol import Command, Pause, Resume, RunUntil, SetSpeed, SnapshotTaken, Speed, Stop


class Control:
    """``command`` is called by any thread, everything else by the one that trains.

    Whatever depends on several flags looks at them and changes them under one lock: a command that arrives in between
    is never lost.

    Attributes:
        request: how long to train, and how many times training was resumed.
        speed: how fast.
        resumable: whether a stopped training is to be offered again.
        snapshot_taken: whether the last snapshot has been used.
        stopped, paused: whether it is to end, or to pause.
    """

    def __init__(self, until: RunUntil, speed: Speed) -> None:
        self.request, self.speed = (until, 0), speed
        self.resumable, self.snapshot_taken = False, True
        self.stopped = self.paused = False
        self._changed = threading.Condition()

    def command(self, command: Command) -> None:
        """Pause, resume or stop the training, or change its speed."""
        with self._changed:
            match command:
                case Pause():
                    self.paused = True
                case Resume(until):
                    self.request, self.paused = (until, self.request[1] + 1), False
                case Stop(resumable):
                    self.resumable, self.stopped = resumable, True
                case SetSpeed(speed):
                    self.speed = speed
                case SnapshotTaken():
                    self.snapshot_taken = True
            self._changed.notify_all()

    def interrupts(self, request: tuple[RunUntil, int]) -> bool:
        """Whether it is to do something else than ``request``. Paused and resumed between two looks, it is, too."""
        with self._changed:
            return self.stopped or self.paused or self.request is not request

    def pause_after(self, request: tuple[RunUntil, int]) -> bool:
        """The training has done ``request`` and pauses by itself, unless it is to do something else by now.

        Returns:
            whether it pauses.
        """
        with self._changed:
            if self.interrupts(request):
                return False
            self.paused = True
            return True

    def wait_for_resume(self) -> None:
        """While it is paused and not stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self.stopped or not self.paused)

    def wait_for_command(self, request: tuple[RunUntil, int], speed: Speed, seconds: float) -> None:
        """Until it is to do something else than ``request``, or at another speed, but not longer than this."""
        with self._changed:
            self._changed.wait_for(lambda: self.interrupts(request) or self.speed is not speed, seconds)
