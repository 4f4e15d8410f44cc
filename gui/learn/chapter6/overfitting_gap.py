"""Lesson: a wide network overfits few images; weight decay and dropout make the gap smaller."""

import dataclasses
from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from engine.book import SGD, Dropout
from engine.i18n import tr
from engine.train.events import Evaluation
from gui.learn.chapter6.run_curves import RunCurves
from gui.learn.chapter6.small_training import MOST_IMAGES, RATE, Choice, Run, train
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.digit_source import DigitSource
from gui.learn.parts.draggable_number import DraggableNumber
from gui.task import Task, TaskGroup
from gui.widgets.cards import button, column, label, row
from gui.widgets.segmented_control import SegmentedControl

_FIRST = Choice()
_MOST_DECAY, _MOST_DROPOUT = 0.3, 0.9
# The gap to open.
_GAP = 0.10
# Milliseconds between two pictures of the curves.
_REFRESH = 40
# The example of the code: activations, weights and their gradient.
_X = [0.5, 1.0, 1.5, 2.0, 2.5]
_W, _DW = [[1.0, -2.0], [0.5, 3.0]], [[0.1, 0.0], [0.0, -0.2]]


class OverfittingGap(Lesson):
    """Attributes:
    source: the images.
    curves: of both runs.
    current, before: the newest run and the one before it, if there are any.
    plain: the newest finished run without weight decay and dropout.
    """

    shown: ClassVar[tuple[object, ...]] = (Dropout, SGD)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.current: Run | None = None
        self.before: Run | None = None
        self.plain: Run | None = None
        self.source = DigitSource()
        self.source.loaded.connect(self._take_images)
        self._tasks = TaskGroup(self)
        self._task: Task | None = None
        self._problem = ""
        # An epoch takes only some milliseconds.
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH)
        self._soon.timeout.connect(self._show)
        self._numbers = {
            tr("training images"): DraggableNumber(
                theme, "", "images", _FIRST.images, 50, MOST_IMAGES, decimals=0, step=50
            ),
            tr("wrong labels (%)"): DraggableNumber(
                theme, "", "wrong-labels", 100 * _FIRST.wrong_labels, 0, 50, decimals=0, step=5
            ),
            tr("weight decay"): DraggableNumber(theme, "", "weight-decay", 0, 0, _MOST_DECAY, decimals=3, step=0.01),
            tr("dropout ratio"): DraggableNumber(theme, "", "dropout", 0, 0, _MOST_DROPOUT, step=0.05),
        }
        self._view = SegmentedControl("curve", tr("Curves"), (tr("Accuracy (%)"), tr("Loss")))
        self._start = button("", "start-training", self._toggle, small=False)
        self._start.setProperty("primary", True)
        self._note = label("", "error", "training-error", wrap=True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.curves = RunCurves(theme)
        self._cells: dict[tuple[str, bool], QLabel] = {}
        side = column(self._controls(), self._start, self._table(), self._note, None, spacing=10)
        self.setLayout(
            column(row(self._view, None), (row((self.curves, 1), side, spacing=12), 1), self.source, spacing=8)
        )
        for number in self._numbers.values():
            number.changed.connect(self.changed)
        self._view.changed.connect(self._show)
        self._show()

    def _controls(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        for line, (title, number) in enumerate(self._numbers.items()):
            number.field.setAccessibleName(title)
            grid.addWidget(label(title), line, 0)
            grid.addWidget(number, line, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        for at, title in enumerate((tr("now"), tr("before")), start=1):
            grid.addWidget(label(title, "muted"), 0, at)
        for line, (name, title) in enumerate(
            {"train": tr("training"), "test": tr("test"), "gap": tr("gap")}.items(), start=1
        ):
            grid.addWidget(label(title), line, 0)
            for at, old in enumerate((False, True), start=1):
                cell = self._cells[name, old] = label("", name=f"{name}-{'before' if old else 'now'}")
                grid.addWidget(cell, line, at)
        return grid

    # -- the code

    @property
    def choice(self) -> Choice:
        """The values of the controls."""
        images, wrong, decay, dropout = (number.value for number in self._numbers.values())
        return Choice(round(images), round(wrong) / 100, decay, dropout)

    def run(self) -> None:
        """One step of weight decay, and dropout of a few activations."""
        params = {"W": np.array(_W)}
        SGD(RATE).update(params, {"W": np.array(_DW) + self.choice.weight_decay * params["W"]})
        dropout = Dropout(self.choice.dropout, np.random.default_rng(0))
        dropout.forward(np.array(_X), train_flg=False)
        dropout.forward(np.array(_X), train_flg=True)

    def cell(self) -> str:
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import SGD, Dropout\n\n"
            f"weight_decay, dropout_ratio = {self.choice.weight_decay!r}, {self.choice.dropout!r}\n\n"
            "# The loss has weight_decay / 2 * sum(W**2) added to it: its gradient is weight_decay * W.\n"
            f"params, dW = {{'W': np.array({_W})}}, np.array({_DW})\n"
            f"SGD(lr={RATE}).update(params, {{'W': dW + weight_decay * params['W']}})\n"
            "print(params['W'])\n\n"
            f"x = np.array({_X})\n"
            "dropout = Dropout(dropout_ratio, np.random.default_rng(0))\n"
            "print(dropout.forward(x, train_flg=False))\n"
            "print(dropout.forward(x, train_flg=True))\n"
        )

    # -- the tasks

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"open": self._is_open, "close": self._is_closed}

    def _is_open(self) -> bool:
        return self.current is not None and self.current.finished and self.current.gap >= _GAP

    def _is_closed(self) -> bool:
        run, plain = self.current, self.plain
        if run is None or plain is None or not run.finished or run.choice.plain:
            return False
        same = dataclasses.replace(run.choice, weight_decay=0.0, dropout=0.0) == plain.choice
        return same and run.gap <= plain.gap / 2 and run.test >= plain.test

    # -- the training

    @property
    def busy(self) -> bool:
        return self._tasks.busy or self.source.busy

    def shut_down(self) -> None:
        self._stop()
        self._tasks.cancel()
        self.source.shut_down()

    @Slot()
    def _take_images(self) -> None:
        """The runs on other images cannot be compared with those that follow."""
        assert self.source.digits is not None
        self._numbers[tr("training images")].set_range(50, min(MOST_IMAGES, len(self.source.digits.train)))
        self._forget_runs()

    def _forget_runs(self) -> None:
        self._stop()
        self.current = self.before = self.plain = None
        self._show()

    def reset(self) -> None:
        self._forget_runs()
        first = _FIRST.images, 100 * _FIRST.wrong_labels, _FIRST.weight_decay, _FIRST.dropout
        for number, value in zip(self._numbers.values(), first, strict=True):
            number.set_value(value)
        self._view.choose(0)
        self._show()
        self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()
        self.source.stop_loading()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.source.load()

    @Slot()
    def _toggle(self) -> None:
        if self._task is not None:
            self._stop()
            return
        if self.current is not None and len(self.current.points) > 1:
            self.before = self.current
        run, digits = Run(self.choice), self.source.digits
        assert digits is not None
        self.current, self._problem = run, ""
        self._task = self._tasks.start(
            lambda task: train(run.choice, digits.train, digits.test, task.report),
            self._finish,
            on_progress=self._follow,
            on_failed=self._fail,
        )
        self._show()

    def _stop(self) -> None:
        """The thread ends soon; what it still reports is ignored."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._show()

    def _follow(self, evaluation: Evaluation) -> None:
        assert self.current is not None
        self.current.points.append(evaluation)
        if not self._soon.isActive():
            self._soon.start()

    def _finish(self, finished: bool) -> None:
        assert self.current is not None
        self.current.finished, self._task = finished, None
        if finished and self.current.choice.plain:
            self.plain = self.current
        self._show()
        self.changed.emit()

    def _fail(self, sentence: str) -> None:
        self._problem, self._task = sentence, None
        self._show()

    # -- what is shown

    @Slot()
    def _show(self) -> None:
        for old, run in ((False, self.current), (True, self.before)):
            known = run is not None and bool(run.points)
            for name in ("train", "test", "gap"):
                value = f"{100 * getattr(run, name):.1f}" if known else "–"
                self._cells[name, old].setText(value if not known or name == "gap" else tr("{0} %", value))
        self.curves.show_runs(self.current, self.before, losses=bool(self._view.value))
        self._start.setText(tr("Stop") if self._task is not None else tr("Train"))
        self._start.setEnabled(self.source.digits is not None)
        self._note.setText(self._problem)
