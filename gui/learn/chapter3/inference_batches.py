"""Lesson: a network predicts the test images, one by one and in batches."""

import math
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.book import forward, predict, prepare
from engine.data.dataset import Dataset
from engine.errors import WeightsError
from engine.i18n import tr
from engine.io.checked_file import printable
from engine.nn.network_spec import NetworkSpec
from engine.paths import SHIPPED_FOLDER, home_folder
from engine.types import CANVAS, FloatArray
from engine.weights import Weights, load_weights
from gui.learn.chapter3.prediction_lane import Count, PredictionLane, count_correct
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.digit_source import DigitSource
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.plane import Plane
from gui.task import Task, TaskGroup
from gui.widgets.cards import ElidedLabel, button, column, label, row
from gui.widgets.form_controls import keep_lines, restyle

SHIPPED = "three-layer.safetensors"
# Of the book's network.
SHAPES = {"W1": (784, 50), "b1": (50,), "W2": (50, 100), "b2": (100,), "W3": (100, 10), "b3": (10,)}
_BATCH, _MOST = 100, 1_000
# The plot: powers of 10 of batch sizes and of images per second.
_SIZES, _SPEEDS = (-0.2, 3.2), (2.5, 6.5)
_ONE, _MANY = 0, 1


class InferenceBatches(Lesson):
    """Two sides: one by one, and in batches. A plot shows the speed of each run.

    Attributes:
        lanes: both sides.
        batch_size: of the right side.
        runs: the batch size and the Count of each complete run.
    """

    shown: ClassVar[tuple[object, ...]] = (predict, forward)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.runs: list[tuple[int, Count]] = []
        self._tasks, self._loads = TaskGroup(self), TaskGroup(self)
        self._task: Task | None = None
        self._running: int | None = None
        self.source = DigitSource()
        self.source.loaded.connect(self._forget)
        self._network_note = ElidedLabel("", "muted", "inference-network")
        self._open = button(tr("Open sample_weight.pkl…"), "inference-open", self._ask)
        self._open.setToolTip(tr("Open the weights that the book gives to its readers"))
        self.batch_size = DraggableNumber(
            theme, tr("Batches of"), "inference-batch", _BATCH, 2, _MOST, 0, step=10, span=300
        )
        self.batch_size.changed.connect(self._change_size)
        titles: tuple[tuple[str, str, QWidget], ...] = (
            ("inference-one", tr("One by one"), label(tr("One by one"), "heading")),
            ("inference-many", tr("In batches"), self.batch_size),
        )
        self.lanes: list[PredictionLane] = []
        for side, (name, words, title) in enumerate(titles):
            lane = PredictionLane(name, title)
            lane.setAccessibleName(words)
            lane.toggled.connect(partial(self._toggle, side))
            self.lanes.append(lane)
        self.plane = Plane(
            theme,
            "inference-plot",
            tr("Images per second against the batch size"),
            tr("batch size"),
            tr("images per second"),
            _SIZES,
            _SPEEDS,
            powers=(True, True),
        )
        self._marks = self.plane.add_marks("accent", size=11)
        self._sentence = label("", "", "inference-sentence", wrap=True)
        keep_lines(self._sentence, 2)
        network = row((self._network_note, 1), self._open)
        both = row(*((each, 1) for each in self.lanes), spacing=6)
        self.setLayout(column(self.source, network, both, self._sentence, (self.plane, 1), spacing=8))
        self._shipped = SHIPPED_FOLDER / SHIPPED
        self._use(self._shipped, load_weights(self._shipped))

    # -- the network and the images

    @property
    def _test(self) -> Dataset | None:
        return None if self.source.digits is None else self.source.digits.test

    def _size(self, side: int) -> int:
        return 1 if side == _ONE else int(self.batch_size.value)

    def run(self) -> None:
        size, test = int(self.batch_size.value), self._test
        images = np.zeros((size, CANVAS, CANVAS), np.uint8) if test is None else test.images[:size]
        x, _ = prepare(images, np.zeros(len(images), np.uint8))
        predict(dict(self.network), x)

    def cell(self) -> str:
        where = repr(str(self._path))
        if self._path == self._shipped:
            where = f'SHIPPED_FOLDER / "{SHIPPED}"'
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import predict\n"
            "from digit_lab.engine.paths import SHIPPED_FOLDER\n"
            f"from digit_lab.engine.weights import load_weights\n{self.source.code}\n"
            f"network = load_weights({where}).params\nbatch_size, correct = {self._size(_MANY)}, 0\n"
            "for i in range(0, len(x_test), batch_size):\n"
            "    y = predict(network, x_test[i : i + batch_size])\n"
            "    correct += np.sum(np.argmax(y, axis=1) == t_test[i : i + batch_size])\n"
            "print(correct / len(x_test))\n"
        )

    @Slot()
    def _ask(self) -> None:
        kinds = tr("Weights ({0})", "*.pkl *.safetensors *.npz")
        file, _ = QFileDialog.getOpenFileName(self, tr("Weights of 784-50-100-10"), str(home_folder()), kinds)
        if file:
            self.open_weights(Path(file))

    def open_weights(self, path: Path) -> None:
        """Use the weights in a file from now on, if they are of the same network."""

        def load(task: Task) -> Weights:
            weights = load_weights(path)
            spec = NetworkSpec.mlp((50, 100), "sigmoid")
            shapes = {name: array.shape for name, array in weights.params.items()}
            if shapes != SHAPES or weights.spec.title != spec.title:
                raise WeightsError(tr("“{0}” is not of a network 784-50-100-10 with sigmoid.", path.name))
            return weights

        self._loads.start(load, partial(self._use, path), on_failed=self._say_wrong)

    def _use(self, path: Path, weights: Weights) -> None:
        self._path = path
        self.network: Mapping[str, FloatArray] = weights.params
        shipped = path == self._shipped
        name = tr("shipped with Digit Lab") if shipped else printable(path.name)
        self._network_note.setText(tr("Weights: {0}", name))
        restyle(self._network_note, "role", "muted")
        self._forget()

    def _say_wrong(self, sentence: str) -> None:
        self._network_note.setText(sentence)
        restyle(self._network_note, "role", "error")

    # -- tasks

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"both": self._both_complete}

    def _both_complete(self) -> bool:
        return all(lane.count is not None and lane.count.complete for lane in self.lanes)

    def reset(self) -> None:
        self._loads.cancel()
        self.batch_size.set_value(_BATCH)
        self._use(self._shipped, load_weights(self._shipped))

    # -- the loops

    def _toggle(self, side: int) -> None:
        running = self._running
        self._stop()
        if running != side and self._test is not None:
            self._start(side, self._test)

    def _start(self, side: int, test: Dataset) -> None:
        network, size = self.network, self._size(side)

        def work(task: Task) -> Count:
            x, t = prepare(test.images, test.labels)
            return count_correct(network, x, t, size, task)

        def done(count: Count) -> None:
            self._running = None
            self.lanes[side].show_count(count, running=False)
            self.runs.append((size, count))
            self._show()
            self.changed.emit()

        self._running = side
        self.lanes[side].show_count(None, running=True, total=len(test))
        self._task = self._tasks.start(
            work,
            done,
            on_progress=lambda count: self.lanes[side].show_count(count, running=True),
            on_failed=self._fail,
        )
        self._show()

    def _fail(self, sentence: str) -> None:
        self._stop()
        self._sentence.setText(sentence)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._running is not None:
            lane = self.lanes[self._running]
            lane.show_count(lane.count, running=False, total=self._total)
            self._running = None

    @property
    def _total(self) -> int:
        return 0 if self._test is None else len(self._test)

    @Slot()
    def _forget(self) -> None:
        """With another network or other images nothing is known."""
        self._stop()
        self.runs.clear()
        for lane in self.lanes:
            lane.show_count(None, running=False, total=self._total)
        self._show()
        self.changed.emit()

    @Slot()
    def _change_size(self) -> None:
        if self._running == _MANY:
            self._stop()
        self.lanes[_MANY].show_count(None, running=False, total=self._total)
        self._show()
        self.changed.emit()

    @property
    def busy(self) -> bool:
        return self.source.busy or self._tasks.busy or self._loads.busy

    def shut_down(self) -> None:
        self.source.shut_down()
        self._stop()
        self._tasks.cancel()
        self._loads.cancel()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.source.load()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.source.stop_loading()
        self._stop()

    # -- what is shown

    def _show(self) -> None:
        sizes = np.array([math.log10(size) for size, _ in self.runs])
        speeds = np.array([math.log10(count.per_second) for _, count in self.runs])
        self._marks.set_points(sizes, speeds)
        self._sentence.setText(self._compared())

    def _compared(self) -> str:
        one, many = (lane.count if lane.count is not None and lane.count.complete else None for lane in self.lanes)
        if one is None or many is None:
            return tr("Start both sides, one after the other, and compare the clocks.")
        size, factor = self._size(_MANY), one.seconds / max(many.seconds, 1e-9)
        if one.correct != many.correct:
            return tr("Rounding differs: {0} and {1} are correct.", f"{one.correct:,}", f"{many.correct:,}")
        faster = (
            tr("Batches of {0} are {1} times faster.", size, f"{factor:.1f}")
            if factor >= 1
            else tr("Batches of {0} are {1} times slower.", size, f"{1 / factor:.1f}")
        )
        same = tr("Both predict the same {0:,} of {1:,} correctly.", one.correct, one.total)
        return tr("{0} {1}", faster, same)
