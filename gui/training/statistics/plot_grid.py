"""The plots of several layers, as many in a row as there is room for."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.training.statistics.layer_plot import LayerPlot

# Pixels between plots.
SPACING = 18


class PlotGrid(QWidget):
    """As many plots in a row as there is room for. No layout of Qt: the height depends on the width.

    Attributes:
        plots: all of them, also those that are not shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.plots: Sequence[LayerPlot] = ()
        self._shown: Sequence[LayerPlot] = ()
        self._height = 0

    def set_plots(self, plots: Sequence[LayerPlot]) -> None:
        """Have these instead of those before; ``choose`` shows them."""
        for plot in self.plots:
            plot.setParent(None)
            plot.deleteLater()
        self.plots = plots
        for plot in plots:
            # Without a parent it would be a window.
            plot.setParent(self)

    def choose(self, shown: Sequence[bool]) -> None:
        """Show some of the plots."""
        self._shown = [plot for plot, each in zip(self.plots, shown, strict=True) if each]
        for plot, each in zip(self.plots, shown, strict=True):
            plot.setVisible(each)

    def _columns(self) -> int:
        least = self._shown[0].minimumSizeHint().width() + SPACING
        return max((self.width() + SPACING) // least, 1)

    @property
    def rows(self) -> int:
        """How many rows of plots there are."""
        return -(-len(self._shown) // self._columns()) if self._shown else 0

    def arrange(self, height: int) -> None:
        """Place the plots that are shown, each of this height, or as high as it must be."""
        if not self._shown:
            return
        self._height = height
        columns = self._columns()
        height = max(height, self._shown[0].minimumSizeHint().height())
        # A single plot need not be as wide as the window.
        width = (self.width() + SPACING) // min(columns, max(len(self._shown), 2)) - SPACING
        for i, plot in enumerate(self._shown):
            row, column = divmod(i, columns)
            plot.setGeometry(column * (width + SPACING), row * (height + SPACING), width, height)
        self.setFixedHeight(self.rows * (height + SPACING) - SPACING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange(self._height)
