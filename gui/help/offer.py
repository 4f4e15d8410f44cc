"""The offer of the tour, in a corner of the window at the first start: nothing moves, and it can be ignored."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from engine.i18n import tr
from gui.widgets.announcer import announce
from gui.widgets.cards import button, fill_card, label, row

_MARGIN = 20
# Above the bar of a training and the status bar.
_ABOVE_BARS = 100


class TourOffer(QFrame):
    """A card above the lower right corner of the window.

    Signals:
        accepted, declined: a button was clicked.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour-offer")
        self._window = window
        text = label(tr("New here? A tour shows five places in a minute."), name="tour-offer-text")
        start = button(tr("Start the tour"), "tour-start", self.accepted.emit)
        start.setProperty("primary", True)
        layout = fill_card(self)
        layout.addWidget(text)
        layout.addLayout(row(None, button(tr("No, thanks"), "tour-decline", self.declined.emit), start))
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        announce(text, text.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Another size, or other fonts.
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # After a zoom its texts need other room.
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def _place(self) -> None:
        self.adjustSize()
        self.move(
            self._window.width() - self.width() - _MARGIN,
            self._window.height() - self.height() - _ABOVE_BARS,
        )
