"""The second and third part of a step: the gradient of an array of parameters, and what is added to it."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from engine.i18n import tr
from engine.train.config import TrainConfig
from engine.train.events import ArrayStep
from engine.train.hyperparameters import HYPERPARAMETERS
from gui.theme import Theme
from gui.training.statistics.histogram_chart import HistogramChart, number
from gui.widgets.array_view import Cell
from gui.widgets.cards import ElidedLabel, fill_card, label
from gui.widgets.placeholder import Placeholder, centred
from gui.widgets.tiles import Tiles

# Pixels.
_TILES_HEIGHT, _FORMULA = 90, 18


class GradientCard(QFrame):
    """Attributes:
    tiles: the gradient as images; chart: as a histogram.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading = ElidedLabel(role="heading")
        self.tiles = Tiles(theme, "step-gradient-images")
        self.tiles.setAccessibleName(tr("The gradient as images"))
        self.tiles.setMinimumHeight(theme.px(_TILES_HEIGHT))
        text = tr("This gradient is a row of numbers, no image: see the histogram.")
        self._images = Placeholder(self.tiles, centred(text, "muted", "step-no-images"))
        self._readout = ElidedLabel(role="muted", name="step-gradient-readout")
        self.chart = HistogramChart(theme, "step-gradient", tr("Histogram of the gradient"))
        layout = fill_card(self)
        layout.addWidget(self._heading)
        layout.addWidget(self._images, 1)
        layout.addWidget(self._readout)
        layout.addWidget(self.chart)
        self._limit, self._name = 0.0, ""
        self.tiles.pointed.connect(self._describe)

    def show_array(self, array: ArrayStep) -> None:
        """The gradient of an array."""
        self._name = array.name
        self._heading.setText(tr("2  Gradient d{0}", array.name))
        images = array.gradient_images
        self._images.show_widget(images is not None)
        if images is not None:
            self._limit = float(np.abs(images).max(initial=0))
            self.tiles.show_values(images, self._limit, signed=True)
        self.chart.show_histogram(array.gradient)
        self._describe()

    @Slot()
    def _describe(self) -> None:
        cell: Cell | None = self.tiles.pointed_at
        if self._images.text:
            self._readout.setText("")
        elif cell is None:
            self._readout.setText(tr("Blue: below 0. Orange: above 0, up to ±{0}.", number(self._limit)))
        else:
            self._readout.setText(self.tiles.cell_text(cell))


class UpdateCard(QFrame):
    """Attributes:
    chart: the histogram of what is added.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading = ElidedLabel(role="heading")
        self._formula = label(name="step-formula", wrap=True)
        self._meaning = label(role="muted", name="step-meaning", wrap=True)
        self._share = label(role="muted", name="step-share", wrap=True)
        self.chart = HistogramChart(theme, "step-update", tr("Histogram of what is added"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(tr("Root mean square"), "muted"), 0, 0, 1, 2)
        self._sizes: list[tuple[QLabel, QLabel]] = []
        for i, name in enumerate(("step-norm", "step-gradient-norm", "step-update-norm"), 1):
            title, value = label(), label(name=name)
            self._sizes.append((title, value))
            grid.addWidget(title, i, 0)
            grid.addWidget(value, i, 1)
        layout = fill_card(self)
        layout.addWidget(self._heading)
        layout.addWidget(self._formula)
        layout.addWidget(self._meaning)
        layout.addLayout(grid)
        layout.addWidget(self._share)
        layout.addStretch(1)
        layout.addWidget(self.chart)

        self._theme = theme
        theme.changed.connect(self._resize_formula)
        self._resize_formula()

    @Slot()
    def _resize_formula(self) -> None:
        font = self._formula.font()
        font.setPixelSize(self._theme.px(_FORMULA))
        self._formula.setFont(font)

    def show_array(self, array: ArrayStep, config: TrainConfig, lr: float) -> None:
        """How an array is updated.

        Args:
            lr: the learning rate of this step.
        """
        name = array.name
        self._heading.setText(tr("3  Update of {0}", name))
        self._formula.setText(formula(name, config))
        meaning = tr("lr = {1}. Where d{0} is above 0, {0} becomes smaller, so the loss falls.", name, f"{lr:.3g}")
        if config.weight_decay and name.startswith("W"):
            meaning = tr("{0} {1}", meaning, tr("Weight decay also makes {0} a little smaller.", name))
        self._meaning.setText(meaning)
        sizes = (
            (name, array.norm),
            (tr("gradient d{0}", name), array.gradient_norm),
            (tr("update of {0}", name), array.update_norm),
        )
        for (title, value), (text, size) in zip(self._sizes, sizes, strict=True):
            title.setText(text)
            value.setText(number(size))
            value.setAccessibleName(tr("Root mean square: {0} {1}", text, number(size)))
        share = ""
        if array.norm > 0 and np.isfinite(array.update_norm):
            percent = 100 * array.update_norm / array.norm
            text = number(percent) if percent < 10 else f"{percent:,.0f}"
            share = tr("One step changes {0} by about {1} % of its size.", name, text)
        self._share.setText(share)
        self.chart.show_histogram(array.update)


def formula(name: str, config: TrainConfig) -> str:
    """How the optimiser makes an update of the gradient."""
    match config.optimizer:
        case "sgd":
            return tr("{0} ← {0} − lr · d{0}", name)
        case "momentum":
            return tr("v ← {1} · v − lr · d{0}\n{0} ← {0} + v", name, f"{config.momentum:g}")
        case other:
            title = tr(HYPERPARAMETERS["optimizer"].choices[other])
            return tr("{1} makes the update of d{0} and of the gradients before it.", name, title)
