"""The commands to a running job, kept until it looks at them."""

import threading

from engine.jobs.protocol import Command, Pause, Resume, RunUntil, SetSpeed, SnapshotTaken, Speed, Stop


class Control:
    """``command`` is called by any thread, everything else by the one that trains.

    Attributes:
        request: how long to train, and how many times training was resumed.
        speed: how fast.
        resumable: whether a stopped training is to be offered again.
        snapshot_taken: whether the last snapshot has been used.
    """

    def __init__(self, until: RunUntil, speed: Speed) -> None:
        self.request, self.speed = (until, 0), speed
        self.resumable, self.snapshot_taken = False, True
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()
        # Since ``watch`` there was a command other than SnapshotTaken.
        self._changed = threading.Event()

    def command(self, command: Command) -> None:
        """Pause, resume or stop the training, or change its speed."""
        match command:
            case Pause():
                self._go.clear()
            case Resume(until):
                self.request = (until, self.request[1] + 1)
                self._go.set()
            case Stop(resumable):
                self.resumable = resumable
                self._stop.set()
                self._go.set()
            case SetSpeed(speed):
                self.speed = speed
            case SnapshotTaken():
                self.snapshot_taken = True
                return
        self._changed.set()

    @property
    def stopped(self) -> bool:
        """Whether it is to end."""
        return self._stop.is_set()

    @property
    def paused(self) -> bool:
        """Whether it is to pause."""
        return not self._go.is_set()

    def interrupts(self, request: tuple[RunUntil, int]) -> bool:
        """Whether it is to do something else than ``request``. Paused and resumed between two looks, it is, too."""
        return self.stopped or self.paused or self.request is not request

    def pause(self) -> None:
        """The training pauses by itself."""
        self._go.clear()

    def wait_for_resume(self) -> None:
        """While it is paused."""
        self._go.wait()

    def watch(self) -> None:
        """To be called before looking at the attributes: the next ``wait_for_command`` is about what changes then."""
        self._changed.clear()

    def wait_for_command(self, seconds: float) -> None:
        """Until something has changed since ``watch``, but not longer than this."""
        self._changed.wait(seconds)
