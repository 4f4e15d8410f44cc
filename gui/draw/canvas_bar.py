"""A message over the canvas, with a button."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QBoxLayout

from gui.draw.canvas import Canvas
from gui.widgets.cards import button, label
from gui.widgets.notice import MessageBar

_MARGIN = 12


class CanvasBar(MessageBar):
    """At the foot of the canvas, so that nothing else moves."""

    def __init__(self, canvas: Canvas, name: str, text: str, on_click: Callable[[], object]) -> None:
        """Args:
        name: object name, also the start of the button's.
        text, on_click: of the button.
        """
        self._canvas = canvas
        self._button = button(text, f"{name}-button", on_click)
        # A click leaves the focus on the canvas: drawing by keys goes on there.
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        super().__init__(name, label(wrap=True), self._button)
        self.setParent(canvas)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        canvas.installEventFilter(self)

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a sentence; "" hides the bar."""
        self.show_with_button(sentence, True)

    @Slot(str, bool)
    def show_with_button(self, sentence: str, with_button: bool) -> None:
        """Show a sentence, perhaps without the button."""
        if not (sentence and with_button) and self._button.hasFocus():
            # Otherwise Qt would give it to any widget.
            self._canvas.setFocus()
        self._button.setVisible(with_button)
        super().show_message(sentence)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._place()
        return False

    def _place(self) -> None:
        """In the middle of the lowest part of the canvas; the button is below the text where one line has no room."""
        square = self._canvas.square().toRect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        # A label that wraps would like to be narrow and high.
        line = self._text.fontMetrics().horizontalAdvance(self.text) + 2
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.setDirection(QBoxLayout.Direction.LeftToRight)
        width = self.sizeHint().width() - self._text.sizeHint().width() + line
        if width > square.width():
            layout.setDirection(QBoxLayout.Direction.TopToBottom)
            width = square.width()
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(square.center().x() - width // 2, square.bottom() - height, width, height)
