"""Trains in small pieces between the events of the window, at a chosen speed."""

import math
import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.learn.playground.live_training import LiveTraining

# Seconds. Between two pieces of the training the window handles events and paints.
_SLICE, _PAINT, _FOLLOW = 0.006, 1 / 29, 0.2
_PACED_MS = 16
# What could not be done in so many seconds is not made up for.
_LATEST = 0.1

# How many of a unit a second; the last one is as fast as possible.
SPEEDS = (("steps", 5.0), ("epochs", 2.0), ("epochs", 20.0), ("epochs", math.inf))
FULL_SPEED = len(SPEEDS) - 1


class TrainingLoop(QObject):
    """It runs in the window's thread: in another one, each of the many short calls of NumPy would wait for Python's
    global lock, and so would the painting. To stop is immediate.

    Attributes:
        training: what is trained.

    Signals:
        advanced: some steps are done, and it is time to paint; True some times a second only, for what takes longer.
        stopped: it has stopped, by ``stop`` or because it can go no further.
    """

    advanced = Signal(bool)
    stopped = Signal()

    def __init__(self, training: LiveTraining, parent: QObject) -> None:
        super().__init__(parent)
        self.training = training
        self._unit, self._rate = SPEEDS[FULL_SPEED]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)
        self._tick = self._painted = self._followed = self._owed = 0.0

    @property
    def running(self) -> bool:
        """Whether it trains."""
        return self._timer.isActive()

    @Slot(int)
    def set_speed(self, speed: int) -> None:
        """Train as fast as this index of SPEEDS says."""
        self._unit, self._rate = SPEEDS[speed]
        self._owed = 0.0
        self._timer.setInterval(0 if math.isinf(self._rate) else _PACED_MS)

    def start(self) -> None:
        """Go on."""
        self._tick, self._owed = time.perf_counter(), 0.0
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Do no more steps."""
        if self.running:
            self._timer.stop()
            self.stopped.emit()

    @Slot()
    def _work(self) -> None:
        now = time.perf_counter()
        if math.isinf(self._rate):
            done = self.training.advance(1 << 30, _SLICE)
        else:
            a_second = self._rate * (self.training.per_epoch if self._unit == "epochs" else 1)
            self._owed = min(self._owed + a_second * (now - self._tick), max(a_second * _LATEST, 1.0))
            done = self.training.advance(int(self._owed), _SLICE)
            self._owed -= done
        self._tick = now
        if self.training.diverged or not self.training.per_epoch:
            self.stop()
        elif done and now - self._painted >= _PAINT:
            self._painted = now
            follow = now - self._followed >= _FOLLOW
            if follow:
                self._followed = now
            self.advanced.emit(follow)
