"""What learning a hand has gained and what it has cost, to keep or to throw away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.i18n import tr
from gui.widgets.cards import ElidedLabel, label

if TYPE_CHECKING:
    from engine.train.fine_tune import Gain
    from gui.draw.handwriting.fine_tuning_task import FineTuned


class Result(QWidget):
    """Two rows of numbers, before and after, and two buttons.

    Signals:
        kept, thrown_away: what the person decides.
    """

    kept = Signal()
    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hand-result")
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        for column, text in enumerate((tr("Read right"), tr("Before"), tr("After"))):
            heading = label(text, "heading")
            heading.setAlignment(_alignment(column))
            grid.addWidget(heading, 0, column)
        self._cells: list[list[QLabel]] = []
        for row in (1, 2):
            cells: list[QLabel] = [ElidedLabel(), label(""), label("")]
            for column, cell in enumerate(cells):
                cell.setAlignment(_alignment(column))
                grid.addWidget(cell, row, column)
            self._cells.append(cells)
        grid.setColumnStretch(0, 1)
        self._said = label("", "muted", name="hand-result-said")
        self._said.setWordWrap(True)
        self.keep = QPushButton(tr("Keep it"))
        self.keep.setObjectName("hand-keep")
        self.keep.setProperty("primary", True)
        self.keep.clicked.connect(self.kept)
        throw_away = QPushButton(tr("Throw it away"))
        throw_away.setObjectName("hand-throw-away")
        throw_away.clicked.connect(self.thrown_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._said, 1)
        for button in (self.keep, throw_away):
            button.setProperty("small", True)
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(grid)
        whole.addLayout(buttons)
        whole.addStretch()

    def show_learned(self, learned: "FineTuned") -> None:
        """Show what came of it."""
        for cells, gain in zip(self._cells, (learned.mine, learned.known), strict=True):
            cells[0].setText(_of(gain, learned.mine is gain))
            for cell, right in zip(cells[1:], (gain.before, gain.after), strict=True):
                cell.setText(_share(right, gain))
            # What is better stands out.
            font = cells[2].font()
            font.setBold(gain.after > gain.before)
            cells[2].setFont(font)
        name = learned.weights.name
        if learned.drawings == 1:
            text = tr("“{0}” learned from 1 drawing. Draw: its bars stand beside the others.", name)
        else:
            n = f"{learned.drawings:,}"
            text = tr("“{0}” learned from {1} drawings. Draw: its bars stand beside the others.", name, n)
        self._said.setText(text)
        self._said.setToolTip(tr("It took {0} s.", f"{learned.seconds:.0f}"))


def _alignment(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight


def _of(gain: "Gain", mine: bool) -> str:
    if not mine:
        return tr("{0} ({1})", gain.name, f"{gain.n:,}")
    if not gain.n:
        return tr("Your drawings: none is held out yet")
    return tr("Your drawings, {0} it did not learn from", f"{gain.n:,}")


def _share(right: int, gain: "Gain") -> str:
    """Few are counted, many are told in percent."""
    if not gain.n:
        return "–"
    return tr("{0} of {1}", right, gain.n) if gain.n < 200 else f"{100 * right / gain.n:.2f} %"
