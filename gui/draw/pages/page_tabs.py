"""The pages below the prediction: each shows one aspect of what the network does."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from engine.i18n import tr
from engine.ink.preprocess import Stages
from engine.recognizer import Prediction
from gui.draw.pages.page import Page, PageContext
from gui.draw.pages.preprocessing import PreprocessingPage
from gui.draw.probability_chart import Comparison
from gui.widgets.form_controls import restyle
from gui.widgets.lazy_page import LazyPage
from gui.window.tab_bar import TabBar, bold_metrics

if TYPE_CHECKING:
    from gui.draw.handwriting.handwriting_page import HandwritingPage
    from gui.draw.network.network_page import NetworkPage
    from gui.draw.pages.attribution import AttributionPage
    from gui.draw.pages.compare import ComparePage
    from gui.draw.pages.transform import TransformPage

# How much wider the titles are with their padding.
_TITLES = 1.11


class Pages(QTabWidget):
    """The first page is made at once. Each other one is made when it is first shown, or by ``make_all``.

    Attributes:
        preprocessing: the first page.
        network, attribution, transform, compare, handwriting: the others.

    Signals:
        changed: there may be another comparison.
    """

    changed = Signal()

    # Where the other pages are.
    MODULES = (
        "gui.draw.network.network_page",
        *(f"gui.draw.pages.{name}" for name in ("attribution", "transform", "compare")),
        "gui.draw.handwriting.handwriting_page",
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("draw-pages")
        self.setTabBar(TabBar())
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setAccessibleName(tr("Pages about the network"))
        self._context = context
        self.preprocessing = PreprocessingPage(context.theme)
        self.preprocessing.changed.connect(self.changed)
        self.addTab(self.preprocessing, tr("Preprocessing"))
        self._made: list[Page] = []
        self.network: LazyPage[NetworkPage] = self._add(tr("Network"), "NetworkPage")
        self.attribution: LazyPage[AttributionPage] = self._add(tr("Attribution"), "AttributionPage")
        self.transform: LazyPage[TransformPage] = self._add(tr("Transform"), "TransformPage")
        self.compare: LazyPage[ComparePage] = self._add(tr("Compare"), "ComparePage")
        self.handwriting: LazyPage[HandwritingPage] = self._add(tr("My handwriting"), "HandwritingPage")
        # The page that has a part of its own in a wide window, its title, its place among the tabs, and whether it was
        # in front there.
        self._network: QWidget = self.network
        self.network_title = self.tabText(self.indexOf(self._network))
        self._network_at, self._network_in_front = self.indexOf(self._network), False
        self.currentChanged.connect(self._make)

    # -- making the pages

    def _add(self, title: str, kind: str) -> LazyPage[Any]:
        module = self.MODULES[self.count() - 1]

        def make() -> Page:
            page: Page = getattr(import_module(module), kind)(self._context)
            page.changed.connect(self.changed)
            self._made.append(page)
            return page

        lazy = LazyPage(make, scrolls=True)
        self.addTab(lazy, title)
        return lazy

    @property
    def complete(self) -> bool:
        """Whether all pages are made."""
        return len(self._made) == len(self.MODULES)

    def make_all(self) -> None:
        """Make the pages that are not made yet."""
        for index in range(self.count()):
            self._make(index)
        self.network.make()

    @Slot(int)
    def _make(self, index: int) -> None:
        widget = self.widget(index)
        if isinstance(widget, LazyPage):
            widget.make()

    # -- the page of the network

    def take_network(self) -> QWidget:
        """The page of the network, to be shown elsewhere; it is made if it was not before."""
        self._network_in_front = self.currentWidget() is self._network
        self._network_at = self.indexOf(self._network)
        self.removeTab(self._network_at)
        if self.complete or self._network_in_front:
            self.network.make()
        self._network.show()
        return self._network

    def put_network_back(self) -> None:
        """Make it one of the tabs again."""
        if self.indexOf(self._network) < 0:
            self.insertTab(self._network_at, self._network, self.network_title)
            if self._network_in_front:
                super().setCurrentWidget(self._network)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Go to a page. The page of the network may be visible already."""
        if self.indexOf(widget) >= 0:
            super().setCurrentWidget(widget)

    # -- what they show

    def show_prediction(self, prediction: Prediction, stages: Stages) -> None:
        """Show it on the page in front.

        Args:
            stages: with the preprocessing steps that are switched on.
        """
        for widget in {self.currentWidget(): None, self._network: None}:
            page = widget.page if isinstance(widget, LazyPage) else widget
            # The network waits until it is visible: in front, or beside the pages once the window is wide.
            if isinstance(page, Page) and (widget is self._network or page.isVisible()):
                page.show_prediction(prediction, stages)

    def comparison(self, prediction: Prediction) -> Comparison | None:
        """What another network predicts for the same input: a fine-tuned one, or else the one that was chosen."""
        pages = [each.page for each in (self.handwriting, self.compare) if each.page is not None]
        found = [page.comparison(prediction) for page in pages]
        return next((each for each in found if each is not None), None)

    @Slot(object)
    def explain(self, digit: int) -> None:
        """Show the attribution of a digit."""
        self.setCurrentWidget(self.attribution)
        self.attribution.make().choose(digit)

    def shut_down(self) -> None:
        """Let what runs end soon."""
        for page in self._made:
            page.shut_down()
        self._context.explanations.cancel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the titles are smaller."""
        metrics = bold_metrics(self)
        titles = sum(metrics.horizontalAdvance(self.tabText(i)) for i in range(self.count()))
        restyle(self.tabBar(), "narrow", self.width() < _TITLES * titles)
        super().resizeEvent(event)

    def hasHeightForWidth(self) -> bool:
        """The height that wrapped texts would like to have must not become the least height of the pages."""
        return False
