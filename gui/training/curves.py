"""The two plots of a training: how much it gets right, and its loss."""

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.trainer import Evaluation, Progress
from gui.i18n import tr
from gui.theme import Theme
from gui.training.plot import Line, Plot, Reading, nice_above
from gui.training.series import LossSeries

_REDRAW_MS = 60
# The loss is smoothed over this part of an epoch.
_SMOOTHED = 0.1
# As fine as the eye can follow; drawing costs the window's thread more than anything else does.
_RAW_POINTS, _SMOOTH_POINTS = 400, 200
# Epochs to begin with.
_FIRST = 0.05
# Once the first losses, which are high, are this far back, the plot looks at the others.
_BEGINNING = 0.1


class Curves(QWidget):
    """Gets what a training tells, and draws it some fifteen times a second, and only while it can be seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-curves")
        self.accuracy = Plot(
            "accuracy",
            tr("Accuracy"),
            tr("accuracy (%)"),
            tr("How many of the training and of the test digits the network reads right will appear here."),
            {"train": Line(tr("train"), "train", dots=True), "test": Line(tr("test"), "test", dots=True)},
            theme,
            self._read_accuracy,
        )
        self.loss = Plot(
            "loss",
            tr("Loss"),
            tr("loss (cross entropy)"),
            tr("How far off the network's answers are, a mini-batch at a time, will appear here."),
            {"raw": Line(tr("loss"), "loss", faint=True), "smooth": Line(tr("smoothed"), "loss")},
            theme,
            self._read_loss,
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.accuracy, 1)
        layout.addWidget(self.loss, 1)

        self._evaluations: list[Evaluation] = []
        self._losses: LossSeries | None = None
        self._per_epoch = 1.0
        self._epochs = 1.0
        self._stale_accuracy = self._stale_loss = False
        self._due = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._due.timeout.connect(self.redraw)
        for plot in (self.accuracy, self.loss):
            plot.whole_wanted.connect(self._look)
        self.loss.looked_elsewhere.connect(self._look_closer)

    def begin(self, epochs: float) -> None:
        """A new training of so many epochs."""
        self._evaluations, self._losses, self._epochs = [], None, epochs
        self.accuracy.clear()
        self.loss.clear()
        self._look()

    @Slot(object)
    def add_progress(self, event: Progress) -> None:
        """The losses since the last one."""
        if self._losses is None:
            self._per_epoch = event.iteration / event.epoch
            self._losses = LossSeries(_SMOOTHED * self._per_epoch)
        self._losses.add(event.losses)
        self._stale_loss = True
        self._ask()

    @Slot(object)
    def add_evaluation(self, event: Evaluation) -> None:
        """The accuracies now; of the same network measured once more, on more digits, only the later ones."""
        if self._evaluations and self._evaluations[-1].iteration == event.iteration:
            self._evaluations.pop()
        self._evaluations.append(event)
        self._stale_accuracy = True
        self._ask()

    def _ask(self) -> None:
        if not self._due.isActive() and self.isVisible():
            self._due.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was drawn while nobody looked."""
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw what has come since the last time; unseen it waits."""
        if not self.isVisible() or not (self._stale_accuracy or self._stale_loss):
            return
        self._look()
        if self._stale_accuracy:
            epochs = np.array([each.epoch for each in self._evaluations])
            tested = [each for each in self._evaluations if each.test_accuracy is not None]
            self.accuracy.draw("train", epochs, np.array([100 * each.train_accuracy for each in self._evaluations]))
            self.accuracy.draw(
                "test",
                np.array([each.epoch for each in tested]),
                np.array([100 * (each.test_accuracy or 0.0) for each in tested]),
            )
            self.accuracy.refresh_readout()
        if self._stale_loss and self._losses is not None:
            start, end = (self._per_epoch * epoch for epoch in self.loss.visible)
            x, y = self._losses.raw(start, end, _RAW_POINTS)
            self.loss.draw("raw", x / self._per_epoch, y)
            x, y = self._losses.smoothed(start, end, _SMOOTH_POINTS)
            self.loss.draw("smooth", x / self._per_epoch, y)
            self.loss.refresh_readout()
        self._stale_accuracy = self._stale_loss = False

    @Slot()
    def _look_closer(self) -> None:
        """Another part of the losses is to be seen: drawn with as many points as the whole was."""
        self._stale_loss = True
        self._ask()

    # -- where to look

    @Slot()
    def _look(self) -> None:
        """Axes that fit the data but move in few, large steps: calm to look at, and cheap to draw."""
        epoch = self._evaluations[-1].epoch if self._evaluations else 0.0
        if self._losses is not None:
            epoch = max(epoch, self._losses.iterations / self._per_epoch)
        end = min(nice_above(max(epoch, _FIRST), (1, 2, 5, 10)), max(self._epochs, 1e-3))
        self.accuracy.look_at(end, self._lowest_accuracy(), 100)
        self.loss.look_at(end, 0, self._highest_loss())

    def _lowest_accuracy(self) -> float:
        """0 %, until two epochs' worth of results all lie in the upper part."""
        later = [each for each in self._evaluations if each.epoch >= 1]
        if not later or later[-1].epoch < 2:
            return 0
        worst = 100 * min(min(each.train_accuracy, each.test_accuracy or 1) for each in later)
        return next((low for low in (95, 90, 80, 50) if worst > low + 0.5), 0)

    def _highest_loss(self) -> float:
        if self._losses is None:
            return 2.5
        return nice_above(max(self._losses.highest(_BEGINNING * self._losses.iterations), 1e-6))

    # -- what is under the mouse

    def _read_accuracy(self, epoch: float) -> Reading | None:
        if not self._evaluations:
            return None
        nearest = min(self._evaluations, key=lambda each: abs(each.epoch - epoch))
        test = "–" if nearest.test_accuracy is None else percent(nearest.test_accuracy)
        return Reading(nearest.epoch, {"train": percent(nearest.train_accuracy), "test": test})

    def _read_loss(self, epoch: float) -> Reading | None:
        if self._losses is None:
            return None
        iteration, low, high, smooth = self._losses.at(epoch * self._per_epoch)
        raw = f"{low:.3g}" if low == high else f"{low:.3g}–{high:.3g}"
        return Reading(iteration / self._per_epoch, {"raw": raw, "smooth": f"{smooth:.3g}"})


def percent(part: float) -> str:
    """0.971 -> "97.1 %"."""
    return f"{100 * part:.1f} %"
