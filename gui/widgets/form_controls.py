"""Small pieces of forms."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import ElidedList

# Fusion's own border is hard to see on a dark surface.
FIELD_STYLE = """
QLineEdit {{ border: 1px solid {bar}; border-radius: 4px; padding: 3px 5px; }}
QLineEdit:focus {{ border-color: {accent}; }}
QLineEdit:disabled {{ border-color: {line}; }}
QLineEdit:disabled, QComboBox:disabled, QCheckBox:disabled {{ color: {muted}; }}
QLineEdit[wrong="true"] {{ border-color: {error}; }}
"""
_SMALL = 0.92
# The space left and right of a disclosure's text.
_FOLD_EDGES = 16


def styled(style: str, theme: Theme, **values: object) -> str:
    """A style sheet with the theme's colours instead of their names."""
    names = ("window", "surface", "line", "accent", "bar", "muted", "error")
    return style.format(**values, **{name: theme.colour(name).name() for name in names})


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet uses."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def small(widget: QWidget) -> None:
    """Make the font a little smaller, for notes."""
    font = widget.font()
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    widget.setFont(font)


def enlarge(number: QLabel, pixels: int, widest: str) -> None:
    """Make a number large. It gets its greatest width: what is beside it does not move."""
    font = number.font()
    font.setPixelSize(pixels)
    font.setBold(True)
    number.setFont(font)
    number.setMinimumWidth(number.fontMetrics().horizontalAdvance(widest))


def scroll(area: QScrollArea, page: QWidget) -> None:
    """Make a page scrollable, with the background of what is around it."""
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    page.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)


class OptionList(ElidedList):
    """A list of options that the mouse wheel changes only while it has the focus: otherwise it scrolls the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Disclosure(QWidget):
    """A button that expands what is rarely needed; collapsed, it shows a summary of it.

    Attributes:
        button: is checked while it is expanded.
        inside: the layout of what it expands.
    """

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        """The summary; and whether something in there is invalid."""
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
