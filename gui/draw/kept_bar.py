"""The message over the canvas that a drawing was kept, with a button that takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot

from gui.draw.canvas import Canvas
from gui.i18n import tr
from gui.widgets.cards import button, label
from gui.widgets.notice import MessageBar

_MARGIN = 12


class KeptBar(MessageBar):
    """At the foot of the canvas, which is empty then: nothing else moves. The next stroke hides it."""

    def __init__(self, canvas: Canvas, undo: Callable[[], object]) -> None:
        self._canvas = canvas
        self._undo = button(tr("Undo"), "kept-undo", undo)
        self._undo.setAccessibleName(tr("Undo keeping the drawing"))
        # A click leaves the focus on the canvas: drawing by keys goes on there.
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        super().__init__("kept", label(wrap=True), self._undo)
        self.setParent(canvas)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        canvas.installEventFilter(self)

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a sentence; "" hides the bar."""
        if not sentence and self._undo.hasFocus():
            # Otherwise Qt would give it to any widget.
            self._canvas.setFocus()
        super().show_message(sentence)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._place()
        return False

    def _place(self) -> None:
        """In the middle of the lowest part of the canvas."""
        square = self._canvas.square().toRect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        # A label that wraps would like to be narrow and high.
        line = self._text.fontMetrics().horizontalAdvance(self.text) + 2
        width = min(self.sizeHint().width() - self._text.sizeHint().width() + line, square.width())
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(square.center().x() - width // 2, square.bottom() - height, width, height)
