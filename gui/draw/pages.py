"""What is seen beside the canvas, below the answer: one look into the network a page."""

from PySide6.QtWidgets import QTabWidget, QWidget

from gui.draw.way_in import WayIn
from gui.i18n import tr
from gui.theme import Theme


class Pages(QTabWidget):
    """Attributes:
    way_in: the pages.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draw-pages")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.way_in = WayIn(theme)
        self.addTab(self.way_in, tr("Way in"))
