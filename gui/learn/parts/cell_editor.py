"""A field that opens over a painted number, to type another one."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.learn.parts.number_format import number_in

# Room for so many characters at least.
_CHARACTERS = "−0.00000"
# Padding and border of the field.
_EDGES = 14


class CellEditor(QLineEdit):
    """Return, or leaving the field, takes the number; Escape, or what is no number, changes nothing.

    Signals:
        entered: the number.
        closed: it has closed, after a key.
    """

    entered = Signal(float)
    closed = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName(name)
        self.setProperty("draggable", True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._before = ""
        self.hide()

    def open(self, rect: QRectF, text: str, what: str, typed: str = "") -> None:
        """Show it in the middle of a cell.

        Args:
            text: the number there.
            what: the accessible name.
            typed: the first character, where a key has opened it.
        """
        area = self._over.rect()
        width = max(self.fontMetrics().horizontalAdvance(_CHARACTERS) + _EDGES, round(rect.width()))
        height = max(self.sizeHint().height(), round(rect.height()))
        place = QRectF(0, 0, min(width, area.width()), min(height, area.height()))
        place.moveCenter(rect.center())
        place.moveLeft(min(max(place.left(), 0), area.width() - place.width()))
        place.moveTop(min(max(place.top(), 0), area.height() - place.height()))
        self.setGeometry(place.toRect())
        self.setAccessibleName(what)
        self._before = text
        self.setText(typed or text)
        if not typed:
            self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take(self) -> None:
        number = number_in(self.text()) if self.text() != self._before else None
        self.hide()
        if number is not None:
            self.entered.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible():
            self._take()


def starts_number(event: QKeyEvent) -> bool:
    """Whether a key is the first character of a number."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.text() in set("0123456789-.")
