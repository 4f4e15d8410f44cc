"""What is seen beside the canvas, below the answer: one look into the network a page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from engine.ink.preprocess import Stages
from engine.recognizer import Prediction, Recognizer
from gui.draw.drawing_model import DrawingModel
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.pages.preprocessing import PreprocessingPage
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.draw.handwriting.handwriting_page import HandwritingPage
    from gui.draw.pages.attribution import AttributionPage
    from gui.draw.pages.compare import ComparePage
    from gui.draw.pages.explanations import Explanations
    from gui.draw.pages.layers import LayersPage
    from gui.draw.pages.transform import TransformPage


@dataclass(frozen=True, eq=False)
class _Others:
    """The pages behind the first, and what finds out for them what takes longer."""

    explaining: "Explanations"
    inside: "LayersPage"
    why: "AttributionPage"
    play: "TransformPage"
    compare: "ComparePage"
    hand: "HandwritingPage"


class Pages(QTabWidget):
    """The first page is there from the start. The others are made when one of them is wanted, or by ``complete``: they
    take as long to be made as all that the window has to show first.

    Attributes:
        way_in: the first page.
        inside, why, play, compare, hand: the others.
        explaining: what takes longer is found by it.

    Signals:
        completed: the others are there.
    """

    completed = Signal()

    # What they are in.
    MODULES = (
        "gui.draw.handwriting.handwriting_page",
        *(f"gui.draw.pages.{name}" for name in ("attribution", "compare", "explanations", "layers", "transform")),
    )

    def __init__(
        self,
        model: DrawingModel,
        keeping: AsyncDrawingStore,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draw-pages")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setAccessibleName(tr("Looks at the network"))
        self._model, self._keeping, self._settings, self._theme = model, keeping, settings, theme
        self._others: _Others | None = None
        self._recognizer: Recognizer | None = None
        self.way_in = PreprocessingPage(theme)
        self.addTab(self.way_in, tr("Way in"))
        for title in (tr("Inside"), tr("Why"), tr("Play"), tr("Compare"), tr("My hand")):
            self.addTab(QWidget(), title)
        self.currentChanged.connect(self._turned)

    @property
    def complete(self) -> bool:
        """Whether the other pages are there."""
        return self._others is not None

    def make_others(self) -> _Others:
        """Have all pages there."""
        if self._others is None:
            from gui.draw.handwriting.handwriting_page import HandwritingPage
            from gui.draw.pages.attribution import AttributionPage
            from gui.draw.pages.compare import ComparePage
            from gui.draw.pages.explanations import Explanations
            from gui.draw.pages.layers import LayersPage
            from gui.draw.pages.transform import TransformPage

            explaining = Explanations(self)
            self._others = made = _Others(
                explaining,
                LayersPage(self._theme),
                AttributionPage(explaining, self._theme),
                TransformPage(self._model, explaining, self._theme),
                ComparePage(self._settings),
                HandwritingPage(self._keeping, self._settings, self._theme),
            )
            front = self.currentIndex()
            # Nothing has been turned to: each takes its own place.
            self.blockSignals(True)
            for index, page in enumerate((made.inside, made.why, made.play, made.compare, made.hand), 1):
                self.insertTab(index, page, self.tabText(index))
                place = self.widget(index + 1)
                self.removeTab(index + 1)
                if place is not None:
                    place.deleteLater()
            self.setCurrentIndex(front)
            self.blockSignals(False)
            if self._recognizer is not None:
                self.use(self._recognizer)
            self.completed.emit()
        return self._others

    @property
    def explaining(self) -> "Explanations":
        return self.make_others().explaining

    @property
    def inside(self) -> "LayersPage":
        return self.make_others().inside

    @property
    def why(self) -> "AttributionPage":
        return self.make_others().why

    @property
    def play(self) -> "TransformPage":
        return self.make_others().play

    @property
    def compare(self) -> "ComparePage":
        return self.make_others().compare

    @property
    def hand(self) -> "HandwritingPage":
        return self.make_others().hand

    @Slot(int)
    def _turned(self, index: int) -> None:
        if index:
            self.make_others()

    def use(self, recognizer: Recognizer) -> None:
        """Another network, or other numbers in it."""
        self._recognizer = recognizer
        if self._others is not None:
            self._others.inside.use(recognizer)
            self._others.explaining.use(recognizer)

    def look(self, recognizer: Recognizer, prediction: Prediction, stages: Stages) -> None:
        """Another answer: the page in front looks at it.

        Args:
            stages: with the steps of the way in that the person has left.
        """
        page, others = self.currentWidget(), self._others
        if page is self.way_in:
            self.way_in.show_stages(stages)
        elif others is not None and page is others.inside:
            others.inside.look(recognizer, prediction.stages.centred)
        elif others is not None and page is others.why:
            others.why.look(prediction)
        elif others is not None and page is others.play:
            others.play.look(prediction)

    def shut_down(self) -> None:
        """End what can be ended."""
        if self._others is not None:
            self._others.why.shut_down()
            self._others.play.shut_down()
            self._others.explaining.forget()
            self._others.hand.learn.shut_down()

    def hasHeightForWidth(self) -> bool:
        """Each page makes do with the room there is. Otherwise the height that its lines would like to have, wrapped,
        were the least one, and taken from the answer above."""
        return False
