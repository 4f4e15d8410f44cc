"""Lesson: a network learns two classes of points in the plane, while every neuron is watched."""

import math
from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.book import affine_layer_forward, sigmoid
from engine.i18n import tr, tr_n
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.playground.book_network import notebook_cell, predicted
from gui.learn.playground.boundary_plane import BoundaryPlane
from gui.learn.playground.live_training import GRID, MAX_LAYERS, LiveTraining, Scores, TrainSettings
from gui.learn.playground.loss_chart import LossChart
from gui.learn.playground.neuron_diagram import NeuronDiagram
from gui.learn.playground.settings_panel import DataSettings, SettingsPanel
from gui.learn.playground.toy_data import OWN, Points, generated
from gui.learn.playground.training_loop import FULL_SPEED, TrainingLoop
from gui.widgets.cards import ElidedLabel, WrappedRow, button, column, row
from gui.widgets.form_controls import OptionList, restyle
from gui.widgets.segmented_control import SegmentedControl

# The least sizes, in pixels of the usual font: of the chart in both directions, of the height of the network where the
# settings are below it, and of the whole where the chart is below the network.
_CHART, _FIGURE, _TALL = 130, 250, 400
_SOLVED = 0.95
_NEW_UNITS = 4
# Qt's largest height.
_ANY_HEIGHT = 16_777_215


class PointsPlayground(Lesson):
    """Attributes:
    training: the network and its training.
    scores: of the network on view.
    best: the fewest hidden neurons that have solved the spiral since the lesson was opened; None for none.
    """

    shown: ClassVar[tuple[object, ...]] = (affine_layer_forward, sigmoid)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.best: int | None = None
        self._data = DataSettings()
        self.training = LiveTraining(TrainSettings(), generated(*self._data))
        ramp = np.linspace(0, 255, GRID // 2).astype(np.uint8)
        x1 = np.tile(ramp, (GRID // 2, 1))
        self._diagram = NeuronDiagram(theme, MAX_LAYERS, np.stack([x1, np.ascontiguousarray(x1.T[::-1])]))
        self._plane = BoundaryPlane(theme)
        self._chart = LossChart(theme)
        self._settings = SettingsPanel(theme)
        self._start = button(tr("Start"), "playground-start", self._start_or_pause)
        self._start.setProperty("primary", True)
        self._speed = OptionList()
        self._speed.setObjectName("playground-speed")
        self._speed.setAccessibleName(tr("Speed"))
        self._speed.addItems([tr("5 steps/s"), tr("2 epochs/s"), tr("20 epochs/s"), tr("Full speed")])
        self._status = ElidedLabel("", "", "playground-status")
        self._caption = ElidedLabel("", "muted", "playground-caption")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._parts = SegmentedControl(
            "playground-parts", tr("What is shown"), [tr("Network"), tr("Losses"), tr("Settings")]
        )
        self._lay_out()
        self._loop = TrainingLoop(self.training, self)
        self._loop.advanced.connect(self._show)
        self._loop.stopped.connect(self._stopped)
        self._speed.currentIndexChanged.connect(self._loop.set_speed)
        self._settings.data_changed.connect(self._draw_points)
        self._settings.size_changed.connect(self._fit)
        self._settings.training_changed.connect(self._use_settings)
        self._diagram.hidden_changed.connect(self._use_hidden)
        self._diagram.pointed.connect(self._show_neuron)
        self._plane.pointed.connect(self._point)
        self._plane.clicked.connect(self._add_point)
        self._plane.remove.connect(self._remove_point)
        self._parts.changed.connect(self._fit)
        self.reset()

    def _lay_out(self) -> None:
        buttons = [
            button(tr("Step"), "playground-step", self._step),
            button(tr("Epoch"), "playground-epoch", self._epoch),
            button(tr("Restart"), "playground-restart", self._restart),
        ]
        tips = (tr("One mini-batch"), tr("The rest of this epoch"), tr("The first weights again"))
        for each, tip in zip(buttons, tips, strict=True):
            each.setToolTip(tip)
        self._figure, self._below = QWidget(), QWidget()
        plane = column((self._plane, 1), self._caption, spacing=4)
        figure = row((self._diagram, 9), spacing=12)
        figure.addLayout(plane, 11)
        self._figure.setLayout(figure)
        self._below.setLayout(row(self._settings, (self._chart, 1), spacing=12))
        bar = WrappedRow(self._start, *buttons, self._speed, across=6)
        self._second = row(self._parts, (self._status, 1))
        self.setLayout(column(bar, self._second, (self._figure, 1), (self._below, 1), spacing=6))

    @Slot()
    def _fit(self) -> None:
        """In a small window, one part at a time."""
        px, content, part = self.context.theme.px, self._settings.sizeHint(), self._parts.value
        wide = self.width() >= content.width() + px(_CHART) and self.height() >= content.height() + px(_FIGURE)
        # A narrow figure leaves room for the losses below it.
        both = part == 0 and self.height() >= px(_TALL)
        self._parts.setVisible(not wide)
        self._figure.setVisible(wide or part == 0)
        self._chart.setVisible(wide or part == 1 or both)
        self._settings.setVisible(wide or part == 2)
        self._below.setVisible(wide or part > 0 or both)
        self._below.setMaximumHeight(content.height() if wide else px(_CHART) if both else _ANY_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    # -- the contract of a lesson

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"xor": self._solved_xor, "spiral": self._solved_spiral}

    def _solved_xor(self) -> bool:
        return self._solved("xor") and len(self.training.settings.hidden) == 1

    def _solved_spiral(self) -> bool:
        return self._solved("spiral")

    def _solved(self, kind: str) -> bool:
        return self._data.kind == kind and self.training.iteration > 0 and self.scores.test_accuracy >= _SOLVED

    def run(self) -> None:
        self._predict()

    def _predict(self) -> float:
        """The probability of class 1 at the place of the cross, by the book's functions."""
        training = self.training
        return predicted(training.network.params, training.settings.activation, self._plane.place)

    def cell(self) -> str:
        training = self.training
        return notebook_cell(training.network.params, training.settings.activation, self._plane.place)

    def reset(self) -> None:
        self._loop.stop()
        self._data = DataSettings()
        self._settings.show_settings(self._data, TrainSettings())
        self._settings.click_class.choose(0)
        self._speed.setCurrentIndex(FULL_SPEED)
        self._plane.place = (0.0, 0.0)
        self.training.points, self.training.settings = generated(*self._data), TrainSettings()
        self.training.restart()
        self._show_network()

    def shut_down(self) -> None:
        self._loop.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        self._loop.stop()

    # -- the training

    @Slot()
    def _start_or_pause(self) -> None:
        if self._loop.running:
            self._loop.stop()
        else:
            self._loop.start()
            self._start.setText(tr("Pause"))

    @Slot()
    def _stopped(self) -> None:
        self._start.setText(tr("Start"))
        self._show()

    @Slot()
    def _step(self) -> None:
        self._loop.stop()
        self.training.advance(1, math.inf)
        self._show()

    @Slot()
    def _epoch(self) -> None:
        self._loop.stop()
        self.training.finish_epoch()
        self._show()

    @Slot()
    def _restart(self) -> None:
        self.training.restart()
        self._show_network()

    # -- the settings

    @Slot()
    def _draw_points(self) -> None:
        before, self._data = self._data, self._settings.data
        # The user's own points stay: only the seed of the training can be another one.
        if not before.kind == self._data.kind == OWN:
            self.training.points = generated(*self._data)
        self.training.settings = self._settings.training(self.training.settings.hidden)
        self._restart()

    @Slot()
    def _use_settings(self) -> None:
        hidden, layers = self.training.settings.hidden, self._settings.layers
        self._use_hidden((hidden + (_NEW_UNITS,) * layers)[:layers])

    @Slot(object)
    def _use_hidden(self, hidden: tuple[int, ...]) -> None:
        network = self.training.network
        self.training.use(self._settings.training(hidden))
        if self.training.network is not network:
            self._show_network()
        else:
            self._show()

    @Slot(object)
    def _add_point(self, place: tuple[float, float]) -> None:
        self._use_points(self.training.points.added(place, self._settings.click_class.value))

    @Slot(object)
    def _remove_point(self, place: tuple[float, float]) -> None:
        self._use_points(self.training.points.removed(place, self._plane.reach()))

    def _use_points(self, points: Points) -> None:
        self.training.use_points(points)
        self._plane.show_points(points)
        self._show()

    # -- what is shown

    def _show_network(self) -> None:
        """Another training begins."""
        self._chart.clear()
        self._diagram.show_network(self.training.settings.hidden, self.training.network.params)
        self._plane.show_points(self.training.points)
        self._show()

    def _show(self, follow: bool = True) -> None:
        """The state of the training.

        Args:
            follow: show what takes longer, too, and tell the page: it runs the code and asks the tasks.
        """
        training = self.training
        self.scores: Scores = training.scores()
        images = training.images()
        self._output = images.output
        self._diagram.show_images(*images, weights=follow)
        self._chart.add(training.epochs, self.scores.train_loss, self.scores.test_loss)
        if self._solved_spiral():
            self.best = min(sum(training.settings.hidden), self.best or sum(training.settings.hidden))
        pointed = self._diagram.image_of_cell(self._diagram.pointed_at)
        self._plane.show_colours(self._output if pointed is None else pointed)
        if follow:
            self._chart.update()
            self._show_neuron(self._diagram.pointed_at)
            self._status.setText(self._status_text())
            restyle(self._status, "role", "error" if training.diverged else "")
            self.changed.emit()

    def _status_text(self) -> str:
        if self.training.diverged:
            return tr("The training has diverged: choose a smaller learning rate, then Restart.")
        if not len(self.training.points.t):
            return tr("Click into the plane to add points.")
        parts = [tr("Epoch {0}", f"{self.training.epoch:,}")]
        for name, value in ((tr("test"), self.scores.test_accuracy), (tr("training"), self.scores.train_accuracy)):
            if not math.isnan(value):
                parts.append(tr("{0} {1} %", name, f"{100 * value:.1f}"))
        if self.best is not None:
            parts.append(tr_n("your best spiral: %n neuron(s)", None, self.best))
        return "  ·  ".join(parts)

    @Slot(object)
    def _show_neuron(self, cell: tuple[int, int] | None) -> None:
        """The plane shows what a neuron computes while it is pointed at, and otherwise what the network predicts."""
        colours = self._diagram.image_of_cell(cell)
        if colours is None:
            self._plane.show_colours(self._output)
            self._caption.setText(self._prediction())
        else:
            self._plane.show_colours(colours)
            self._caption.setText(self._diagram.cell_text(cell))

    @Slot(object)
    def _point(self, place: tuple[float, float] | None) -> None:
        if place is not None:
            self._caption.setText(self._prediction())
            self.changed.emit()

    def _prediction(self) -> str:
        with np.errstate(all="ignore"):
            y = self._predict()
        x1, x2 = self._plane.place
        return tr("x = ({0}, {1}):  y = {2}", f"{x1:.2f}", f"{x2:.2f}", f"{y:.3f}")
