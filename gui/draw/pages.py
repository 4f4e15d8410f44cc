"""What is seen beside the canvas, below the answer: one look into the network a page."""

from PySide6.QtWidgets import QTabWidget, QWidget

from gui.draw.compare import Compare
from gui.draw.drawing import DrawingModel
from gui.draw.hand.keeping import Keeping
from gui.draw.hand.page import MyHand
from gui.draw.inside import Inside
from gui.draw.play import Play
from gui.draw.way_in import WayIn
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme


class Pages(QTabWidget):
    """Attributes:
    way_in, inside, play, compare, hand: the pages.
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
        self.way_in = WayIn(theme)
        self.inside = Inside(theme)
        self.play = Play(model)
        self.compare = Compare(settings)
        self.hand = MyHand(keeping, settings, theme)
        self.addTab(self.way_in, tr("Way in"))
        self.addTab(self.inside, tr("Inside"))
        self.addTab(self.play, tr("Play"))
        self.addTab(self.compare, tr("Compare"))
        self.addTab(self.hand, tr("My hand"))

    def hasHeightForWidth(self) -> bool:
        """Each page makes do with the room there is. Otherwise the height that its lines would like to have, wrapped,
        were the least one, and taken from the answer above."""
        return False
