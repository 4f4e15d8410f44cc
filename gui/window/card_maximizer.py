"""A card fills the window: after a double click on its heading or its tabs, or by a key; Escape goes back."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QTabWidget, QWidget

from engine.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import button, column, row
from gui.window.focus_scope import FocusScope, return_focus

_MARGIN, _HEAD = 14, 44
_NO_LIMIT = (1 << 24) - 1


class CardMaximizer(QObject):
    """Attributes:
    card: the widget that fills the window, or None.
    """

    def __init__(self, whole: QWidget, action: QAction, theme: Theme) -> None:
        """Args:
        whole: the content of the window.
        action: enlarges the card that has the focus, or goes back.
        """
        super().__init__(whole)
        self._whole, self._theme = whole, theme
        self.card: QWidget | None = None
        self._place = QWidget()
        self._most = QSize(_NO_LIMIT, _NO_LIMIT)
        self._focus: QWidget | None = None
        self._overlay = FocusScope(whole)
        self._overlay.setObjectName("enlarged")
        self._overlay.setAutoFillBackground(True)
        self._overlay.hide()
        back = button(tr("Back"), "enlarged-back", self.restore)
        back.setToolTip(tr("Show the whole window again (Esc)"))
        self._back = back
        self._layout = column(row(None, back))
        self._overlay.setLayout(self._layout)
        whole.installEventFilter(self)
        action.triggered.connect(self._toggle)
        theme.changed.connect(self._zoom)
        self._zoom()

    def watch_tabs(self, tabs: QTabWidget) -> None:
        """A double click on one of these tabs enlarges their card, or all of them."""
        tabs.tabBarDoubleClicked.connect(lambda: self._switch(_card_of(tabs) or tabs))

    def enlarge(self, card: QWidget) -> None:
        """Fill the window with a card."""
        self.restore()
        self._focus = QApplication.focusWidget()
        place = self._place = QWidget()
        place.setSizePolicy(card.sizePolicy())
        place.setMinimumSize(card.minimumSize())
        place.setMaximumSize(card.maximumSize())
        self._most = card.maximumSize()
        self.card = card
        _swap(card, place)
        card.setMaximumSize(_NO_LIMIT, _NO_LIMIT)
        self._layout.addWidget(card, 1)
        card.show()
        card.installEventFilter(self)
        place.installEventFilter(self)
        self._overlay.setGeometry(self._whole.rect())
        self._overlay.show()
        self._overlay.raise_()
        if self._focus is None or not card.isAncestorOf(self._focus):
            self._back.setFocus()
        else:
            self._focus.setFocus()

    @Slot()
    def restore(self) -> None:
        """Put the card back to where it was."""
        if self.card is None:
            return
        card, self.card = self.card, None
        focus, hidden = QApplication.focusWidget(), card.isHidden() or self._place.isHidden()
        card.removeEventFilter(self)
        self._place.removeEventFilter(self)
        self._layout.removeWidget(card)
        _swap(self._place, card)
        self._place.deleteLater()
        card.setMaximumSize(self._most)
        card.setHidden(hidden)
        self._overlay.hide()
        return_focus(focus, self._focus)
        self._focus = None

    # -- mouse and key

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._whole:
            # The card, or its place, was hidden: there is nothing more to show.
            if event.type() == QEvent.Type.HideToParent:
                QTimer.singleShot(0, self, self.restore)
        elif event.type() == QEvent.Type.Resize:
            self._overlay.setGeometry(self._whole.rect())
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            card = self._headed(event.position().toPoint())
            if card is not None and event.button() == Qt.MouseButton.LeftButton:
                self._switch(card)
                return True
        return False

    def _headed(self, point: QPoint) -> QWidget | None:
        """The card whose heading is at a point."""
        at = self._whole.childAt(point)
        card = None if at is None else _card_of(at)
        if at is None or card is None:
            return None
        heading = isinstance(at, QLabel) and at.property("role") == "heading"
        return card if heading or card.mapFrom(self._whole, point).y() < self._theme.px(_HEAD) else None

    @Slot()
    def _toggle(self) -> None:
        if self.card is not None:
            self.restore()
            return
        focus = QApplication.focusWidget()
        card = None if focus is None or not self._whole.isAncestorOf(focus) else _card_of(focus)
        # Without a card that has the focus, the largest one.
        cards = [each for each in self._whole.findChildren(QWidget) if each.isVisible() and _card_of(each) is each]
        card = card or max(cards, key=lambda each: each.width() * each.height(), default=None)
        if card is not None:
            self.enlarge(card)

    def _switch(self, card: QWidget) -> None:
        if card is self.card:
            self.restore()
        else:
            self.enlarge(card)

    @Slot()
    def _zoom(self) -> None:
        self._layout.setContentsMargins(*[self._theme.px(_MARGIN)] * 4)


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    at: QWidget | None = widget
    while at is not None:
        yield at
        at = at.parentWidget()


def _card_of(widget: QWidget) -> QWidget | None:
    """The outermost card around a widget; None where there is none, or where it is to stay where it is."""
    found = None
    for each in _ancestors(widget):
        if each.property("enlarge") is False:
            return None
        if each.property("card"):
            found = each
    return found


def _swap(there: QWidget, other: QWidget) -> None:
    """Put another widget in a widget's place, which has no parent from then on."""
    parent = there.parentWidget()
    assert parent is not None
    if isinstance(parent, QSplitter):
        sizes = parent.sizes()
        parent.replaceWidget(parent.indexOf(there), other)
        other.show()
        parent.setSizes(sizes)
    else:
        layout = parent.layout()
        assert layout is not None
        layout.replaceWidget(there, other)
        other.show()
    # PySide has to know the parent, too.
    other.setParent(parent)
    there.setParent(None)
