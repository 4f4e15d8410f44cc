"""What is seen beside the canvas, below the answer: one look into the network a page."""

from PySide6.QtWidgets import QTabWidget, QWidget

from engine.preprocess import Stages
from engine.recognizer import Prediction, Recognizer
from gui.draw.compare import Compare
from gui.draw.drawing import DrawingModel
from gui.draw.explaining import Explaining
from gui.draw.hand.keeping import Keeping
from gui.draw.hand.page import MyHand
from gui.draw.inside import Inside
from gui.draw.play import Play
from gui.draw.way_in import WayIn
from gui.draw.why import Why
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme


class Pages(QTabWidget):
    """Attributes:
    way_in, inside, why, play, compare, hand: the pages.
    explaining: what takes longer is found by it.
    """

    def __init__(
        self,
        model: DrawingModel,
        keeping: Keeping,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("draw-pages")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setAccessibleName(tr("Looks at the network"))
        self.way_in = WayIn(theme)
        self.inside = Inside(theme)
        self.explaining = Explaining(self)
        self.why = Why(self.explaining, theme)
        self.play = Play(model, self.explaining, theme)
        self.compare = Compare(settings)
        self.hand = MyHand(keeping, settings, theme)
        self.addTab(self.way_in, tr("Way in"))
        self.addTab(self.inside, tr("Inside"))
        self.addTab(self.why, tr("Why"))
        self.addTab(self.play, tr("Play"))
        self.addTab(self.compare, tr("Compare"))
        self.addTab(self.hand, tr("My hand"))

    def use(self, recognizer: Recognizer) -> None:
        """Another network, or other numbers in it."""
        self.inside.use(recognizer)
        self.explaining.use(recognizer)

    def look(self, recognizer: Recognizer, prediction: Prediction, stages: Stages) -> None:
        """Another answer: the page in front looks at it.

        Args:
            stages: with the steps of the way in that the person has left.
        """
        page = self.currentWidget()
        if page is self.way_in:
            self.way_in.show_stages(stages)
        elif page is self.inside:
            self.inside.look(recognizer, prediction.stages.centred)
        elif page is self.why:
            self.why.look(prediction)
        elif page is self.play:
            self.play.look(prediction)

    def shut_down(self) -> None:
        """End what can be ended."""
        self.why.shut_down()
        self.play.shut_down()
        self.explaining.forget()
        self.hand.learn.shut_down()

    def hasHeightForWidth(self) -> bool:
        """Each page makes do with the room there is. Otherwise the height that its lines would like to have, wrapped,
        were the least one, and taken from the answer above."""
        return False
