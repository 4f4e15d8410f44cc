"""Connects the help with the window: F1, the tour and its offer at the first start, and About.

The texts and widgets are imported when they are needed: the start does not wait for them.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMessageBox, QScrollArea, QTabWidget, QWidget

from engine.i18n import tr
from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme
from gui.widgets.cards import without_mnemonic
from gui.widgets.lazy_page import LazyPage

if TYPE_CHECKING:
    from gui.help.help_window import HelpWindow
    from gui.help.offer import TourOffer
    from gui.help.tour import Tour

_OFFERED = "help/tour-offered"
# After the first painting: the user may start to draw at once.
_OFFER_MS = 800
_OFFER_ENDS_MS = 30_000


class WindowHelp(QObject):
    """Attributes:
    help_window, tour, offer: None while they are not open.
    """

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        settings: Settings,
        theme: Theme,
        show_draw: Callable[[], object],
        show_train: Callable[[], object],
        drops: QObject,
    ) -> None:
        """Args:
        show_draw, show_train: go to the tabs.
        drops: the event filter that takes files dropped on the help.
        """
        super().__init__(window)
        self._drops = drops
        self._window, self._settings, self._theme = window, settings, theme
        self._show_draw, self._show_train = show_draw, show_train
        self.help_window: HelpWindow | None = None
        self.tour: Tour | None = None
        self.offer: TourOffer | None = None
        actions.help.triggered.connect(self.show_help)
        actions.tour.triggered.connect(self.start_tour)
        actions.about.triggered.connect(self._about)
        self._delay = QTimer(self, singleShot=True, interval=_OFFER_MS)
        self._delay.timeout.connect(self._offer_tour)
        self._offer_ends = QTimer(self, singleShot=True, interval=_OFFER_ENDS_MS)
        self._offer_ends.timeout.connect(self._end_offer)

    # -- help

    @Slot()
    def show_help(self) -> None:
        """Open the help at the page about the place where the user is."""
        from gui.help.help_window import HelpWindow

        page = self._page()
        if self.help_window is None:
            self.help_window = HelpWindow(self._menus(), self._theme, self._window)
        self.help_window.show_page(page)
        self.help_window.show()
        self.help_window.windowHandle().installEventFilter(self._drops)
        self.help_window.raise_()
        self.help_window.activateWindow()

    def _menus(self) -> Iterator[tuple[str, list[QAction]]]:
        for menu in self._window.menuBar().actions():
            yield without_mnemonic(menu.text()), list(_actions_below(menu))

    def _page(self) -> str:
        """The page about the innermost place that has one: around the focus, or else what is in front."""
        from gui.help.pages import PLACES, TEXTS

        def page(widget: QWidget) -> str:
            name = PLACES.get(widget.objectName(), widget.objectName().removeprefix("train-"))
            return name if name in TEXTS else ""

        focus = QApplication.focusWidget()
        while focus is not None:
            if page(focus):
                return page(focus)
            focus = focus.parentWidget()
        front = [tabs.currentWidget() for tabs in self._window.findChildren(QTabWidget) if tabs.isVisible()]
        # The innermost tabs come last.
        names = (page(inside) for widget in reversed(front) if (inside := _inside(widget)) is not None)
        return next((name for name in names if name), "draw")

    # -- tour

    @Slot()
    def start_tour(self) -> None:
        """Show the five most important places."""
        from gui.help.tour import Step, Tour

        self._end_offer()
        if self.tour is not None:
            return
        steps = (
            Step(
                tr("Draw here"),
                tr("Draw a digit with the mouse, a finger or a pen. It is predicted while you draw."),
                self._place(self._show_draw, "canvas"),
            ),
            Step(
                tr("The network's answer"),
                tr("The ten probabilities, one for each digit. The highest one is the prediction."),
                self._place(self._show_draw, "probability-card"),
            ),
            Step(
                tr("Look inside"),
                tr(
                    "See what happens between your drawing and the answer: every layer, every neuron, and which pixels "
                    "matter."
                ),
                # In a wide window the network is not among the pages.
                self._place(self._show_draw, "network-card", "draw-pages"),
            ),
            Step(
                tr("Train a network"),
                tr(
                    "Choose data, a network and an optimiser here, then start. Your drawing is predicted with the "
                    "network while it is being trained."
                ),
                self._place(self._show_train, "train-form"),
            ),
            Step(
                tr("Step by step"),
                tr(
                    "Train one mini-batch at a time, or slowly enough to watch. The slider goes back to earlier "
                    "epochs. Help is in the menu, or press F1."
                ),
                self._place(self._show_train, "transport-bar"),
            ),
        )
        self.tour = Tour(steps, self._theme, self._window)
        self.tour.destroyed.connect(self._tour_ended)

    def _place(self, show: Callable[[], object], *names: str) -> Callable[[], QWidget]:
        """Goes to a tab and finds the first visible one of some widgets in it, or else frames the whole window."""

        def find() -> QWidget:
            show()
            found = (self._window.findChild(QWidget, name) for name in names)
            return next((each for each in found if each is not None and each.isVisible()), self._window)

        return find

    @Slot()
    def _tour_ended(self) -> None:
        self.tour = None
        self._place(self._show_draw, "canvas")().setFocus()

    def offer_tour_once(self) -> None:
        """At the first start, offer the tour soon."""
        if not self._settings.text(_OFFERED, ""):
            self._delay.start()

    @Slot()
    def _offer_tour(self) -> None:
        from gui.help.offer import TourOffer

        self._settings.keep(_OFFERED, "yes")
        self.offer = TourOffer(self._window)
        self.offer.accepted.connect(self.start_tour)
        self.offer.declined.connect(self._end_offer)
        # It is not in the way of what the user turns to.
        for tabs in self._window.findChildren(QTabWidget):
            tabs.currentChanged.connect(self._end_offer)
        self._offer_ends.start()

    @Slot()
    def _end_offer(self) -> None:
        self._offer_ends.stop()
        if self.offer is not None:
            self.offer.close()
            self.offer.deleteLater()
            self.offer = None

    def shut_down(self) -> None:
        """The window closes."""
        self._delay.stop()
        if self.tour is not None:
            self.tour.close()

    # -- about

    @Slot()
    def _about(self) -> None:
        from gui.help.pages import about, acknowledgements

        QMessageBox.about(self._window, tr("About Digit Lab"), about() + acknowledgements())


def _inside(widget: QWidget | None) -> QWidget | None:
    """The page in a wrapper of a tab widget."""
    match widget:
        case LazyPage():
            return widget.page
        case QScrollArea():
            return widget.widget()
    return widget


def _actions_below(action: QAction) -> Iterator[QAction]:
    menu = action.menu()
    if not isinstance(menu, QMenu):
        yield action
        return
    for each in menu.actions():
        yield from _actions_below(each)
