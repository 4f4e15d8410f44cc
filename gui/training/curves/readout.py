"""The line above a plot: which curve is which and, while the mouse is over it, what each says there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.i18n import tr


@dataclass(frozen=True)
class Reading:
    """What the curves say at ``x``: a text for each line that says something, by its name."""

    x: float
    values: Mapping[str, str]


@dataclass(frozen=True)
class Entry:
    """A curve: its name, its title, its colour."""

    name: str
    title: str
    colour: QColor


class Readout(QLabel):
    """The titles, each with a piece of its line.

    Attributes:
        where: a label of its own for the epoch that is read, for whoever lays the plot out.
        said: all of it as a text; nothing where nothing is read.
    """

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-legend")
        self.setAccessibleName(tr("{0}: the curves, and their values under the mouse", heading))
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.RichText)
        # Two plots side by side are as wide as each other, whatever their words.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.where = QLabel()
        self.where.setObjectName(f"{name}-epoch")
        self.where.setAccessibleName(tr("{0}: the epoch under the mouse", heading))
        self.where.setProperty("role", "muted")
        self.said = ""
        self._shown: list[tuple[str, str, str]] = []

    def tell(self, entries: Sequence[Entry], reading: Reading | None, epoch: float | None) -> None:
        """Say which curve is which, and what is read.

        Args:
            epoch: what is pointed at where no curve says anything.
        """
        values = {} if reading is None else reading.values
        self._shown = [
            (entry.colour.name(), entry.title, values.get(entry.name, ""))
            for entry in entries
            if reading is None or entry.name in values
        ]
        self._fit()
        at = epoch if reading is None else reading.x
        self.where.setText("" if at is None else tr("epoch {0}", epoch_number(at)))
        parts = [f"{title} {value}" for _, title, value in self._shown if value]
        self.said = ", ".join([self.where.text(), *parts]) if parts else ""
        self.setAccessibleDescription(self.said)

    def _fit(self) -> None:
        """Where there is no room for the titles beside the values, the colours have to do."""
        words = [f"{title} {value}".rstrip() for _, title, value in self._shown]
        if self.fontMetrics().horizontalAdvance("".join(f"━ {each}   " for each in words)) > self.width():
            words = [value or title for _, title, value in self._shown]
        marks = [f'<span style="color:{colour}">━</span>' for colour, _, _ in self._shown]
        text = "&nbsp;&nbsp; ".join(f"{mark} {each}" for mark, each in zip(marks, words, strict=True))
        if text != self.text():
            self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def epoch_number(epoch: float) -> str:
    """ "3.2"; the first epoch of a slow network is all there is to see for minutes: "0.03"."""
    return f"{epoch:.{2 if epoch < 1 else 1}f}"
