"""Learning the person's hand: a process of its own trains, a thread watches it and measures what came of it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from engine.data.dataset import Dataset
from engine.data.pen_strokes import inked
from engine.drawings import Drawing, parted, to_pen
from engine.errors import DigitLabError
from engine.jobs.process import JobProcess, ProcessEnded, spare
from engine.jobs.protocol import Diverged, Job, Progress, Snapshot, SnapshotTaken, Stop, Trained
from engine.train.fine_tune import Gain, fine_tuning_config, fine_tuning_set, known_digits, right
from engine.types import CANVAS
from engine.weights import Weights
from gui.i18n import tr
from gui.task import Background, Stopped, Worker

# How much of the time is over, about, when these are.
_PREPARED, _MEASURED, _LEARNED = 0.05, 0.2, 0.85


@dataclass(frozen=True, eq=False)
class FineTuned:
    """What came of it, to be kept or thrown away.

    Attributes:
        weights: the network that has learned.
        mine: of the person's drawings that are held out. known: of digits of others.
        drawings: how many it learned from.
        seconds: how long all of it took.
    """

    weights: Weights
    mine: Gain
    known: Gain
    drawings: int
    seconds: float


class _Worker(Worker):
    progressed = Signal(int, float, str)
    done = Signal(int, object)

    def __init__(self, number: int, weights: Weights, drawings: Sequence[Drawing], parent: QObject) -> None:
        super().__init__(number, "learning a hand", parent)
        self._weights, self._drawings = weights, drawings
        self._process: JobProcess | None = None

    def stop(self) -> None:
        super().stop()
        if self._process is not None:
            self._process.command(Stop())

    def no_memory(self) -> str:
        return tr("There is not enough memory to learn your hand: close other programs, and try again.")

    def broken(self, error: object) -> str:
        return tr("Your hand could not be learned because of an error in the program ({0}).", error)

    def work(self) -> None:
        began = time.perf_counter()
        # It gets ready while the digits are prepared.
        with spare.borrowed() as self._process:
            self._tell(0, tr("Preparing…"))
            known = known_digits(self._digit_made)
            learned, held_out = parted(self._drawings)
            train = fine_tuning_set(to_pen(learned), known.train)
            tests = [_pictures(held_out), known.test]
            self._tell(_PREPARED, tr("Measuring how well it reads now…"))
            before = [self._right(self._weights, test) for test in tests]
            try:
                weights = self._trained(self._process, train)
            except ProcessEnded:
                raise DigitLabError(
                    tr(
                        "The process that learned has been ended from outside, perhaps for want of memory. The network "
                        "is as it was: try again."
                    )
                ) from None
            self._tell(_LEARNED, tr("Measuring what it has learned…"))
            after = [self._right(weights, test) for test in tests]
        mine, others = (Gain(test.name, len(test), *counts) for test, *counts in zip(tests, before, after, strict=True))
        made_of = {"learned_from": self._weights.name or self._weights.spec.title, "drawings": len(learned)}
        weights = replace(
            weights,
            training={**weights.training, **made_of},
            scores={f"{gain.name} accuracy": gain.after / gain.n for gain in (others, mine) if gain.n},
        )
        self.done.emit(self.number, FineTuned(weights, mine, others, len(learned), time.perf_counter() - began))

    def _digit_made(self, done: int, total: int) -> None:
        """Where there is no MNIST, making digits is most of the time."""
        self._tell(_PREPARED * done / max(total, 1), tr("Making digits to mix yours with…"))

    def _tell(self, part: float, what: str) -> None:
        self.look()
        self.progressed.emit(self.number, part, what)

    def _right(self, weights: Weights, data: Dataset) -> int:
        found = right(weights.network(), data, self.stopping.is_set)
        if found is None:
            raise Stopped
        return found

    def _trained(self, process: JobProcess, train: Dataset) -> Weights:
        """The network that has seen all of ``train``.

        Raises:
            DigitLabError: it could not be trained.
        """
        suffix = tr(", after your hand")
        name = (self._weights.name or self._weights.spec.title).removesuffix(suffix) + suffix
        job = Job(self._weights.spec, fine_tuning_config(), "hand", name, initial=self._weights.params)
        nothing = train.subset(slice(0))
        found: Weights | None = None
        diverged = False
        # To its end, also where it is to stop: the process is then free for the next training.
        for event in process.run(job, train, nothing):
            match event:
                case Progress(iteration, total) if not self.stopping.is_set():
                    part = _MEASURED + (_LEARNED - _MEASURED) * iteration / total
                    self.progressed.emit(self.number, part, tr("Learning…"))
                case Snapshot():
                    process.command(SnapshotTaken())
                case Trained(weights):
                    found = weights
                case Diverged():
                    diverged = True
        self.look()
        if diverged:
            raise DigitLabError(
                tr("The network did not learn your hand: its loss grew beyond all bounds. It is as it was.")
            )
        if found is None:
            raise RuntimeError("no weights")
        return found


class FineTuningTask(Background):
    """Learns one hand at a time.

    Signals:
        progressed: how much is done, 0 to 1, and what is being done.
        learned: a Learned.
        failed: why nothing was learned.
        ended: no thread is left.
    """

    progressed = Signal(float, str)
    learned = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0

    def start(self, weights: Weights, drawings: Sequence[Drawing]) -> None:
        """Let a copy of a network learn from those of the drawings that are not held out: at least one."""
        if self.busy:
            return
        self._number += 1
        worker = _Worker(self._number, weights, list(drawings), self)
        worker.progressed.connect(self._on_progressed)
        worker.done.connect(self._on_done)
        self._launch(worker)

    @Slot()
    def stop(self) -> None:
        """Let it end soon; nothing comes of it."""
        self._stop()

    @Slot(int, float, str)
    def _on_progressed(self, number: int, part: float, what: str) -> None:
        self.progressed.emit(part, what)

    @Slot(int, object)
    def _on_done(self, number: int, learned: FineTuned) -> None:
        worker = self.sender()
        if isinstance(worker, Worker) and not worker.stopping.is_set():
            self.learned.emit(learned)

    def _failed(self, number: int, sentence: str) -> None:
        self.failed.emit(sentence)


def _pictures(drawings: Sequence[Drawing]) -> Dataset:
    """As a network is shown them."""
    name = tr("Your drawings")
    if not drawings:
        return Dataset(np.zeros((0, CANVAS, CANVAS), np.uint8), np.zeros(0, np.uint8), name)
    return inked(to_pen(drawings), name)
