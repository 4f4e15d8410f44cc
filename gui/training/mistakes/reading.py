"""A network reads a dataset on a thread of its own; what it said is told as it comes, and remembered."""

import logging
import threading
import time
import traceback
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from engine.confusion import network_probabilities
from engine.data.dataset import Dataset
from engine.errors import DigitLabError
from engine.types import CLASSES, FloatArray
from engine.weights_io import Weights
from gui.i18n import tr
from gui.training.measuring import pictures_a_second

_log = logging.getLogger("digitlab")

# A first answer after this time, and so often from then on; a small network is done before.
_TELL_SECONDS = 0.25
# So long a stopped worker goes on at most.
_BATCH_SECONDS = 0.05
_LEAST_BATCH, _MOST_BATCH = 10, 500
_LAST_RESORT_MS = 20_000
# Ten numbers of four bytes a picture: fifty readings of 60,000 pictures take 120 MB.
_REMEMBERED_BYTES = 120_000_000


@dataclass(frozen=True)
class Moment:
    """A network as it was once.

    Attributes:
        label: such as "epoch 3".
        load: gets its weights. It is called on another thread, and may raise a DigitLabError.
        key: moments of the same key are the same network, which need not read twice; None where there is no other.
    """

    label: str
    load: Callable[[], Weights]
    key: Hashable = None

    @property
    def identity(self) -> Hashable:
        """What it is remembered by."""
        return self.load if self.key is None else self.key


class _Stopped(Exception):
    """Thrown through the reading."""


class _Worker(QThread):
    """Reads a dataset from a picture on. Every signal bears the job it belongs to.

    Signals:
        answered: job, the probabilities (n, 10) of the next n pictures.
        failed: job, a sentence for the person, the traceback for the log (empty where there is nothing to log).
    """

    answered = Signal(int, object)
    failed = Signal(int, str, str)

    def __init__(self, job: int, moment: Moment, dataset: Dataset, start: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("mistakes")
        self.job = job
        self._moment, self._dataset, self._start = moment, dataset, start
        self.stop = threading.Event()

    def run(self) -> None:
        try:
            self._read(self._moment.load())
        except _Stopped:
            pass
        except DigitLabError as error:
            self.failed.emit(self.job, str(error), "")
        except MemoryError:
            sentence = tr("There is not enough memory to read with this network: close other programs, and try again.")
            self.failed.emit(self.job, sentence, traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - a worker always ends, and says why
            sentence = tr("The reading ended by an error in the program ({0}). The details are in the log.", error)
            self.failed.emit(self.job, sentence, traceback.format_exc())

    def _read(self, weights: Weights) -> None:
        batch = int(_BATCH_SECONDS * pictures_a_second(weights.spec))
        network = weights.network(max(_LEAST_BATCH, min(_MOST_BATCH, batch)))
        total = len(self._dataset)
        found: list[FloatArray] = []
        told = time.perf_counter()
        for start in range(self._start, total, network.max_batch):
            if self.stop.is_set():
                raise _Stopped
            found.append(network_probabilities(network, self._dataset.subset(slice(start, start + network.max_batch))))
            if start + network.max_batch >= total or time.perf_counter() - told >= _TELL_SECONDS:
                self.answered.emit(self.job, np.concatenate(found))
                found, told = [], time.perf_counter()


class Reader(QObject):
    """One reading at a time: that of the moment asked for last.

    Signals:
        answered: the probabilities (n, 10) of the first n pictures, not to be written into. With n = N it is done.
        failed: why there will be no more.
        ended: nothing is being read any more, and no thread is left.
    """

    answered = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = 0
        # What is to be read, until it is done, has failed or was stopped.
        self._wanted = False
        self._moment: Moment | None = None
        self._dataset: Dataset | None = None
        self._rows: FloatArray = np.empty((0, CLASSES), np.float32)
        self._done = 0
        self._worker: _Worker | None = None
        self._remembered: OrderedDict[Hashable, FloatArray] = OrderedDict()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._last_resort)

    @property
    def busy(self) -> bool:
        """Whether there is a thread. To close the window: ``stop``, and wait for ``ended``."""
        return self._worker is not None

    @property
    def reading(self) -> bool:
        """Whether more answers will come."""
        return self._wanted

    def read(self, moment: Moment, dataset: Dataset) -> None:
        """Read all pictures with the network of a moment, instead of whatever is being read."""
        if dataset is not self._dataset:
            self._remembered.clear()
        self._moment, self._dataset = moment, dataset
        self._rows, self._done = np.empty((len(dataset), CLASSES), np.float32), 0
        known = self._remembered.get(moment.identity)
        if known is not None:
            self.stop()
            self._remembered.move_to_end(moment.identity)
            self._rows, self._done = known, len(known)
            self.answered.emit(known)
        else:
            self.go_on()

    def go_on(self) -> None:
        """Read the rest of what was stopped."""
        if self._moment is not None and self._dataset is not None and (self._done < len(self._dataset)):
            self.stop()
            self._job += 1
            self._wanted = True
            self._begin()

    @Slot()
    def stop(self) -> None:
        """Read no more. What was read stays."""
        self._wanted = False
        if self._worker is not None:
            self._worker.stop.set()

    def _begin(self) -> None:
        """Start a worker once there is none."""
        if self._worker is not None or self._moment is None or self._dataset is None:
            return
        self._worker = _Worker(self._job, self._moment, self._dataset, self._done, self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)
        self._worker.finished.connect(self._on_finished)
        self._worker.start()

    # -- what the worker tells, in the window's thread; what an earlier job told is dropped

    @Slot(int, object)
    def _on_answered(self, job: int, rows: FloatArray) -> None:
        if job != self._job or not self._wanted or self._moment is None:
            return
        self._rows[self._done : self._done + len(rows)] = rows
        self._done += len(rows)
        if self._done == len(self._rows):
            self._wanted = False
            self._remember(self._moment.identity)
        self.answered.emit(self._rows[: self._done])

    @Slot(int, str, str)
    def _on_failed(self, job: int, sentence: str, details: str) -> None:
        if details:
            # Not in the worker: logging would leave a record of its thread behind.
            _log.error("The reading failed.\n%s", details)
        if job == self._job and self._wanted:
            self._wanted = False
            self.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        worker = self._worker
        if worker is None:
            return
        # `finished` comes from within the thread: what is left of it takes microseconds.
        worker.wait()
        self._worker = None
        worker.deleteLater()
        if self._wanted and worker.job != self._job:
            self._begin()
        else:
            self._wanted = False
            self.ended.emit()

    def _remember(self, identity: Hashable) -> None:
        self._remembered[identity] = self._rows
        while len(self._remembered) > max(_REMEMBERED_BYTES // max(self._rows.nbytes, 1), 1):
            self._remembered.popitem(last=False)

    @Slot()
    def _last_resort(self) -> None:
        """The program quits without the window having been closed: no thread may outlive its object."""
        if self._worker is not None:
            self._worker.stop.set()
            self._worker.wait(_LAST_RESORT_MS)
