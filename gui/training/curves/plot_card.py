"""A card with a plot, or with several to switch between."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from gui.training.curves.plot import Plot
from gui.widgets.cards import fill_card, label

_ROOM, _ABOVE_AND_BELOW = 4, 8


class PlotCard(QFrame):
    """The heading, or headings to choose from, above the plot.

    ``switched``: another plot is to be seen.
    """

    switched = Signal()

    def __init__(self, plots: Sequence[Plot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = fill_card(self)
        layout.setSpacing(2)
        self._plots = plots
        self._choice = QButtonGroup(self)
        self._pages = QStackedWidget()
        head = QHBoxLayout()
        head.setSpacing(14)
        for number, plot in enumerate(plots):
            self._pages.addWidget(plot)
            if len(plots) == 1:
                head.addWidget(label(plot.heading, "heading"))
                continue
            button = QPushButton(plot.heading)
            button.setObjectName(f"show-{plot.name}")
            button.setCheckable(True)
            button.setChecked(not number)
            button.setProperty("segment", True)
            # Chosen it is bold, and nothing beside it moves.
            bold = button.font()
            bold.setBold(True)
            button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(plot.heading) + _ROOM)
            self._choice.addButton(button, number)
            head.addWidget(button)
        head.addStretch()
        for plot in plots:
            head.addWidget(plot.where)
            # Not shown before it has a place: for an instant it would be a window.
            if plot is not plots[0]:
                plot.where.hide()
        # Cards side by side begin their plots at the same height.
        top = QWidget()
        top.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        top.setFixedHeight(top.fontMetrics().height() + _ABOVE_AND_BELOW)
        layout.addWidget(top)
        layout.addWidget(self._pages, 1)
        # Two cards side by side are as wide as each other, whatever their words.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(220)
        self._choice.idClicked.connect(self.show_plot)

    @property
    def plot(self) -> Plot:
        """The one that can be seen."""
        return self._plots[self._pages.currentIndex()]

    @Slot(int)
    def show_plot(self, number: int) -> None:
        """Show one of the plots."""
        self._pages.setCurrentIndex(number)
        for plot in self._plots:
            plot.where.setVisible(plot is self.plot)
        button = self._choice.button(number)
        if button is not None:
            button.setChecked(True)
        self.switched.emit()
