"""The accuracy before and after fine-tuning, and the choice to keep the result or to discard it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.i18n import tr
from gui.widgets.cards import ElidedLabel, button, column, label, row

if TYPE_CHECKING:
    from engine.train.fine_tune import Gain
    from gui.draw.handwriting.fine_tuning_task import FineTuned

# Of fewer images, their number is shown and not a percentage.
_MANY = 200


class GainCard(QWidget):
    """Attributes:
    keep, discard: the buttons.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fine-tuning-result")
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        headings = [label(text, "heading") for text in (tr("Accuracy"), tr("Before"), tr("After"))]
        self._cells: list[list[QLabel]] = [[ElidedLabel(), label(), label()] for _ in range(2)]
        for i, cells in enumerate((headings, *self._cells)):
            for place, cell in enumerate(cells):
                cell.setAlignment(Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(cell, i, place)
        grid.setColumnStretch(0, 1)
        self._text = label("", "muted", "fine-tuning-text", wrap=True)
        self.keep = button(tr("Keep"), "fine-tuning-keep")
        self.keep.setProperty("primary", True)
        self.discard = button(tr("Discard"), "fine-tuning-discard")
        self.setLayout(column(grid, row((self._text, 1), self.keep, self.discard), None))

    def show_result(self, result: "FineTuned") -> None:
        """Show the numbers."""
        for cells, gain in zip(self._cells, (result.own, result.known), strict=True):
            cells[0].setText(_title(gain, result.own is gain))
            cells[1].setText(_accuracy(gain.before, gain))
            cells[2].setText(_accuracy(gain.after, gain))
            # A better one stands out.
            font = cells[2].font()
            font.setBold(gain.after > gain.before)
            cells[2].setFont(font)
        name, n = result.weights.name, f"{result.drawings:,}"
        if result.drawings == 1:
            text = tr("“{0}” was trained with 1 drawing. Draw: its bars are beside the others.", name)
        else:
            text = tr("“{0}” was trained with {1} drawings. Draw: its bars are beside the others.", name, n)
        self._text.setText(text)
        self._text.setToolTip(tr("It took {0} s.", f"{result.seconds:.0f}"))


def _title(gain: "Gain", own: bool) -> str:
    if not own:
        return tr("{0} ({1})", gain.name, f"{gain.n:,}")
    if not gain.n:
        return tr("Your drawings: none in the validation split yet")
    return tr("Your drawings, {0} of the validation split", f"{gain.n:,}")


def _accuracy(correct: int, gain: "Gain") -> str:
    if not gain.n:
        return "–"
    return tr("{0} of {1}", correct, gain.n) if gain.n < _MANY else f"{100 * correct / gain.n:.2f} %"
