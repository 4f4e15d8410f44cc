"""One line of the network editor's list: a title on the left, numbers in columns on the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets import form_controls
from gui.widgets.cards import ElidedLabel, label

# The columns stay where they are while a number of usual length is typed.
_USUAL_SHAPE, _USUAL_PARAMETERS = "64 × 28 × 28", "999,999"
_USUAL_TITLE = 90


def small(widget: QWidget) -> None:
    """Notes and numbers are a little smaller, with digits that stand below each other."""
    form_controls.small(widget)
    font = widget.font()
    font.setFeature(QFont.Tag("tnum"), 1)
    widget.setFont(font)


class Line(QWidget):
    """Title and brief on the left, shape and parameters in columns on the right."""

    def __init__(self, title: str = "", border: int = 0, parent: QWidget | None = None) -> None:
        """Args:
        border: how far from the edge it is drawn in, in pixels.
        """
        super().__init__(parent)
        self.setContentsMargins(border, 0, border, 0)
        self.title, self.brief = ElidedLabel(), ElidedLabel()
        self.brief.setProperty("role", "muted")
        self.shape, self.parameters = label(""), label("")
        for each in (self.brief, self.shape, self.parameters):
            small(each)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 2)
        layout.setSpacing(7)
        layout.addWidget(self.title)
        layout.addWidget(self.brief, 1)
        layout.addStretch()
        for number in (self.shape, self.parameters):
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(number)
        self.say(title)

    def say(self, title: str, brief: str = "") -> None:
        """What stands on the left. Where there is too little room the brief is cut, of the title only a long one."""
        self.title.setText(title)
        self.title.setMinimumWidth(min(self.title.fontMetrics().horizontalAdvance(title), _USUAL_TITLE))
        self.brief.setText(brief)
        self.brief.setVisible(bool(brief))


def align(lines: list[Line]) -> None:
    """Give the columns of all lines one width."""
    width = lines[0].shape.fontMetrics().horizontalAdvance
    shape = max(width(text) for text in (_USUAL_SHAPE, *(line.shape.text() for line in lines)))
    parameters = max(width(text) for text in (_USUAL_PARAMETERS, *(line.parameters.text() for line in lines)))
    for line in lines:
        line.shape.setFixedWidth(shape)
        line.parameters.setFixedWidth(parameters)
