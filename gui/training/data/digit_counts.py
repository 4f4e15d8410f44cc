"""How many images of each digit there are, as numbers and bars."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from engine.types import CLASSES, IntArray
from gui.i18n import tr
from gui.widgets.cards import label
from gui.widgets.form_controls import restyle


class DigitCounts(QWidget):
    """The number of training and test images of each digit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-counts")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self._rows: dict[str, list[tuple[QProgressBar, QLabel]]] = {}
        for digit in range(CLASSES):
            grid.addWidget(label(str(digit), "heading"), digit + 1, 0)
            grid.setRowStretch(digit + 1, 1)
        for column, (name, title) in enumerate((("train", tr("training")), ("test", tr("test")))):
            heading = label(title, "muted")
            heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(heading, 0, 2 * column + 1, 1, 2)
            grid.setColumnStretch(2 * column + 1, 1)
            self._rows[name] = []
            for digit in range(CLASSES):
                bar, number = QProgressBar(), label("", "", f"{name}-count-{digit}")
                bar.setTextVisible(False)
                bar.setProperty("counts", name)
                bar.setMinimumWidth(1)
                number.setAccessibleName(tr("{0}, images of {1}", title, digit))
                number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(bar, digit + 1, 2 * column + 1)
                grid.addWidget(number, digit + 1, 2 * column + 2)
                self._rows[name].append((bar, number))

    def show_counts(self, name: str, counts: IntArray) -> None:
        """(10,) counts of "train" or "test"; a digit without images stands out."""
        for (bar, number), count in zip(self._rows[name], counts.tolist(), strict=True):
            bar.setRange(0, max(int(counts.max()), 1))
            bar.setValue(count)
            number.setText(f"{count:,}" if counts.any() else "–")
            restyle(number, "role", "error" if not count and counts.any() else "" if count else "muted")
