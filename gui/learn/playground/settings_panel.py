"""The settings of the playground: the points, and the training."""

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from engine.i18n import tr
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.playground.class_colours import CLASS_COLOURS
from gui.learn.playground.live_training import MAX_LAYERS, TrainSettings
from gui.learn.playground.toy_data import OWN
from gui.theme import Theme
from gui.widgets.cards import column, label, row
from gui.widgets.form_controls import OptionList, scroll
from gui.widgets.segmented_control import SegmentedControl

_ICON = 64


class DataSettings(NamedTuple):
    """Attributes:
    kind: one of DATASETS, or OWN.
    """

    kind: str = "circle"
    points: int = 300
    noise: float = 0.1
    seed: int = 1


class SettingsPanel(QScrollArea):
    """Signals:
    data_changed: the points are to be drawn again.
    training_changed: something else.
    size_changed: ``sizeHint`` has changed.
    """

    data_changed = Signal()
    training_changed = Signal()
    size_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("playground-settings")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        kinds = {"circle": tr("Circle"), "xor": tr("XOR"), "moons": tr("Moons"), "spiral": tr("Spiral")}
        self._kind = _Choice("dataset", tr("Points"), kinds | {OWN: tr("My own")})
        activations = {"tanh": tr("tanh"), "relu": tr("ReLU"), "sigmoid": tr("Sigmoid")}
        self._activation = _Choice("activation", tr("Activation"), activations)
        optimizers = {
            "sgd": tr("SGD"),
            "momentum": tr("Momentum"),
            "nesterov": tr("Nesterov"),
            "adagrad": tr("AdaGrad"),
            "rmsprop": tr("RMSprop"),
            "adam": tr("Adam"),
        }
        self._optimizer = _Choice("optimizer", tr("Optimiser"), optimizers)
        self._layers = DraggableNumber(theme, "", "hidden-layers", 2, 0, MAX_LAYERS, 0, step=1)
        self._points = DraggableNumber(theme, "", "points", 300, 100, 1000, 0, step=50)
        self._noise = DraggableNumber(theme, "", "noise", 0.1, 0, 0.5, step=0.05)
        self._seed = DraggableNumber(theme, "", "seed", 1, 1, 99, 0, step=1)
        self._rate = DraggableNumber(theme, "", "rate", 0.02, 1e-4, 10, logarithmic=True)
        self._batch = DraggableNumber(theme, "", "batch-size", 32, 1, 500, 0, step=5)
        self._decay = DraggableNumber(theme, "", "weight-decay", 0, 0, 1, 3, step=0.005)
        self.click_class = SegmentedControl("click-class", tr("A click adds"), [tr("Blue"), tr("Orange")])
        inside = QWidget()
        grid = _columns(
            [
                (tr("Points"), self._kind),
                (tr("Number"), self._points),
                (tr("Noise"), self._noise),
                (tr("Seed"), self._seed),
            ],
            [
                (tr("Hidden layers"), self._layers),
                (tr("Activation"), self._activation),
                (tr("Optimiser"), self._optimizer),
                (tr("Learning rate"), self._rate),
                (tr("Batch size"), self._batch),
                (tr("Weight decay"), self._decay),
            ],
        )
        # Below the first column, into the second one, where that is short: the buttons are wide.
        clicks = column(label(tr("A click adds"), "muted"), self.click_class, spacing=2)
        grid.addLayout(clicks, 4, 0, 2, 2)
        inside.setLayout(grid)
        scroll(self, inside)
        self._inside = inside
        for each in (self._layers, self._points, self._seed, self._batch):
            each.changed.connect(lambda value, each=each: each.set_value(int(value)))
        for each in (self._points, self._noise, self._seed):
            each.changed.connect(self.data_changed)
        self._kind.currentIndexChanged.connect(self._offer)
        self._kind.activated.connect(self.data_changed)
        for each in (self._layers, self._rate, self._batch, self._decay):
            each.changed.connect(self.training_changed)
        for choice in (self._activation, self._optimizer):
            choice.activated.connect(self.training_changed)
        self._theme = theme
        theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _offer(self) -> None:
        """The user's own points have neither a number nor noise."""
        for each in (self._points, self._noise):
            each.setEnabled(self._kind.key != OWN)

    @Slot()
    def _restyle(self) -> None:
        """Points in the colours of the classes."""
        for each, colour in zip(self.click_class.findChildren(QPushButton), CLASS_COLOURS, strict=True):
            pixmap = QPixmap(_ICON, _ICON)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(colour))
            painter.drawEllipse(pixmap.rect().adjusted(14, 14, -14, -14))
            painter.end()
            each.setIcon(QIcon(pixmap))

    @property
    def data(self) -> DataSettings:
        """What the points are."""
        return DataSettings(self._kind.key, int(self._points.value), self._noise.value, int(self._seed.value))

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of what is inside, as Qt's: another font changes its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.size_changed.emit()
        return bool(super().eventFilter(watched, event))

    @property
    def layers(self) -> int:
        """The number of hidden layers."""
        return int(self._layers.value)

    def training(self, hidden: tuple[int, ...]) -> TrainSettings:
        """How this network is trained."""
        return TrainSettings(
            hidden,
            self._activation.key,
            self._optimizer.key,
            self._rate.value,
            int(self._batch.value),
            self._decay.value,
            int(self._seed.value),
        )

    def show_settings(self, data: DataSettings, training: TrainSettings) -> None:
        """Show other settings; emits nothing."""
        self._kind.choose(data.kind)
        self._points.set_value(data.points)
        self._noise.set_value(data.noise)
        self._layers.set_value(len(training.hidden))
        for name, choice in (("activation", self._activation), ("optimizer", self._optimizer)):
            choice.choose(getattr(training, name))
        numbers = {"lr": self._rate, "batch_size": self._batch, "weight_decay": self._decay, "seed": self._seed}
        for name, value in dataclasses.asdict(training).items():
            if name in numbers:
                numbers[name].set_value(value)


class _Choice(OptionList):
    def __init__(self, name: str, title: str, words: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        for key, word in words.items():
            self.addItem(word, key)

    @property
    def key(self) -> str:
        """Of the choice."""
        return str(self.currentData())

    def choose(self, key: str) -> None:
        """Another choice; ``activated`` is not emitted."""
        self.setCurrentIndex(self.findData(key))


def _columns(*columns: Sequence[tuple[str, QWidget]]) -> QGridLayout:
    """Labels and controls in columns side by side."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    for index, pairs in enumerate(columns):
        for line, (text, control) in enumerate(pairs):
            title, focused = label(text, "muted"), getattr(control, "field", control)
            title.setBuddy(focused)
            focused.setAccessibleName(text)
            grid.addWidget(title, line, 3 * index)
            grid.addLayout(row(control, None), line, 3 * index + 1)
        if index:
            grid.setColumnMinimumWidth(3 * index - 1, 12)
    grid.setColumnStretch(3 * len(columns) - 1, 1)
    grid.setRowStretch(max(map(len, columns)), 1)
    return grid
