"""The controls below the planes of XOR: weights, training, and the truth table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.i18n import tr
from gui.learn.chapter2.tiny_network import Weights
from gui.learn.parts.draggable_number import DraggableNumber
from gui.theme import Theme
from gui.widgets.cards import button, column, label, row
from gui.widgets.form_controls import keep_lines

_KINDS = {"w1": 3.0, "w2": 3.0, "b": 9.0}


class WeightGrid(QWidget):
    """w1, w2 and b of some perceptrons.

    Signals:
        changed: by the user.
    """

    changed = Signal()

    def __init__(self, theme: Theme, perceptrons: Sequence[str]) -> None:
        super().__init__()
        grid = _grid()
        for at, title in enumerate(_KINDS, start=1):
            grid.addWidget(label(title, "muted"), 0, at)
        self._numbers: dict[str, list[DraggableNumber]] = {}
        for line, name in enumerate(perceptrons, start=1):
            grid.addWidget(label(name), line, 0)
            self._numbers[name] = []
            for at, (kind, most) in enumerate(_KINDS.items(), start=1):
                number = DraggableNumber(theme, "", f"{name}-{kind}", 0, -most, most)
                number.field.setAccessibleName(tr("{0} of {1}", kind, name))
                number.changed.connect(self.changed)
                grid.addWidget(number, line, at)
                self._numbers[name].append(number)
        self.setLayout(grid)

    def weights(self, name: str) -> Weights:
        """w1, w2 and b of a perceptron."""
        w1, w2, b = (number.value for number in self._numbers[name])
        return w1, w2, b

    def set_weights(self, name: str, weights: Weights) -> None:
        """Show other ones; emits nothing."""
        for number, value in zip(self._numbers[name], weights, strict=True):
            number.set_value(value)


class TrainingControls(QWidget):
    """Start, Step, Restart, the seed, and how far the training is.

    Signals:
        toggled: Start or Pause.
        stepped: Step.
        restarted: Restart, or another seed.
    """

    toggled, stepped, restarted = Signal(), Signal(), Signal()

    def __init__(self, theme: Theme, seed: int) -> None:
        super().__init__()
        self._start = button(tr("Start"), "xor-start", self.toggled.emit)
        self._start.setProperty("primary", True)
        step = button(tr("Step"), "xor-step", self.stepped.emit)
        again = button(tr("Restart"), "xor-restart", self.restarted.emit)
        self.seed = DraggableNumber(theme, tr("seed"), "xor-seed", seed, 0, 99, 0)
        self.seed.changed.connect(lambda _: self.restarted.emit())
        self._progress = label("", "", "xor-progress", wrap=True)
        keep_lines(self._progress, 3)
        self.setLayout(column(row(self._start, step, again, None, spacing=6), self.seed, self._progress, spacing=6))

    def show_running(self, running: bool) -> None:
        """Show whether it trains."""
        self._start.setText(tr("Pause") if running else tr("Start"))

    def show_progress(self, sentence: str) -> None:
        """Say how far the training is."""
        self._progress.setText(sentence)


class LayerTable(QWidget):
    """The truth table, with the outputs of both layers and what XOR gives."""

    def __init__(self, theme: Theme, inputs: Sequence[tuple[int, int]], wanted: Sequence[int]) -> None:
        super().__init__()
        self._theme, self._wanted = theme, wanted
        self._cells: list[list[QLabel]] = []
        grid = _grid()
        for at, title in enumerate(("x1", "x2", "s1", "s2", "y", "XOR")):
            grid.addWidget(label(title, "muted"), 0, at)
        for line, point in enumerate(inputs, start=1):
            cells = [label(name=f"{name}-{line - 1}", rich=name == "y") for name in ("s1", "s2", "y", "wanted")]
            for at, cell in enumerate([*(label(str(x)) for x in point), *cells]):
                grid.addWidget(cell, line, at)
            self._cells.append(cells)
        self.setLayout(grid)

    def show_rows(self, rows: Sequence[Sequence[float]], decimals: int) -> None:
        """Show s1, s2 and y of each row; a y above 0.5 counts as 1."""
        for cells, numbers, wanted in zip(self._cells, rows, self._wanted, strict=True):
            texts = [f"{number:.{decimals}f}" for number in numbers]
            for cell, text in zip(cells, texts, strict=False):
                cell.setText(text)
            y = int(numbers[2] > 0.5)
            colour = self._theme.colour("above" if y else "below").name()
            cells[2].setText(f"<b style='color: {colour}'>{texts[2]}</b>")
            cells[2].setAccessibleName(texts[2])
            cells[3].setText(f"{wanted} {'✓' if y == wanted else '✗'}")
            cells[3].setAccessibleName(tr("{0}, right", wanted) if y == wanted else tr("{0}, wrong", wanted))


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    return grid
