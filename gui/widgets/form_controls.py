"""Small pieces that the training tab is laid out with."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.i18n import tr
from gui.widgets.cards import ElidedList

_SMALL = 0.92
# What is left and right of a disclosure's words.
_FOLD_EDGES = 16


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def small(widget: QWidget) -> None:
    """Notes are a little smaller than what they are about."""
    font = widget.font()
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    widget.setFont(font)


def enlarge(number: QLabel, pixels: int, widest: str) -> None:
    """Have a number read from afar. It is as wide as it can get: the words beside it stay where they are."""
    font = number.font()
    font.setPixelSize(pixels)
    font.setBold(True)
    number.setFont(font)
    number.setMinimumWidth(number.fontMetrics().horizontalAdvance(widest))


def scroll(area: QScrollArea, page: QWidget) -> None:
    """Have a page scrolled where it needs more room; the colour of what is around it shows through."""
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    page.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)


class OptionList(ElidedList):
    """A list of options that the mouse wheel passes over, on its way down the form, without changing it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Disclosure(QWidget):
    """A button that unfolds what is rarely needed; folded, it says in a few words what is in there.

    Attributes:
        button: is checked while it is unfolded.
        inside: the layout of what it unfolds.
    """

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self._title, self._brief = title, ""
        self.button = QPushButton()
        self.button.setObjectName(name)
        self.button.setCheckable(True)
        self.button.setProperty("disclosure", True)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._body = QWidget()
        self.inside = QVBoxLayout(self._body)
        self.inside.setContentsMargins(0, 4, 0, 0)
        self.inside.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button)
        layout.addWidget(self._body)
        self.button.toggled.connect(self._show)
        self._show()

    def say(self, brief: str, wrong: bool) -> None:
        """What is in there, in a few words; and whether something there is to be mended."""
        self._brief = brief
        restyle(self.button, "wrong", wrong)
        self._show()

    @Slot()
    def _show(self) -> None:
        unfolded = self.button.isChecked()
        self._body.setVisible(unfolded)
        text = self._title if unfolded or not self._brief else tr("{0}: {1}", self._title, self._brief)
        self.button.setAccessibleName(text)
        self.button.setToolTip("" if unfolded else self._brief)
        shown = f"{'▾' if unfolded else '▸'}  {text}"
        room = self.width() - _FOLD_EDGES
        self.button.setText(self.button.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show()
