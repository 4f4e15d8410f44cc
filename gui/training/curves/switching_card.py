"""A card with a plot, or with several to switch between."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QSizePolicy, QStackedWidget, QWidget

from gui.theme import Theme
from gui.training.curves.plot import Plot
from gui.widgets.cards import button, fill_card, label, row

# In the head of the card: beside a button's text, between two, and above and below all of it.
_BESIDE, _BETWEEN, _ABOVE_AND_BELOW = 4, 14, 8
_LEAST_WIDTH = 220
# As wide as the text beside the headings will be.
_LONGEST_EPOCH = "epoch 100.0"


class PlotCard(QFrame):
    """Several plots are switched between by their headings, which are short where there is little room.

    ``switched``: another plot is shown.
    """

    switched = Signal()

    def __init__(self, plots: Sequence[Plot], theme: Theme, extra: QWidget | None = None) -> None:
        """Args:
        extra: a control on the right of the heading.
        """
        super().__init__()
        layout = fill_card(self)
        layout.setSpacing(2)
        self._plots, self._theme, self._extra = plots, theme, extra
        self._choice = QButtonGroup(self)
        self._pages = QStackedWidget()
        self._top = QWidget()
        head = row(spacing=_BETWEEN)
        self._top.setLayout(head)
        self._headings: list[QPushButton | QLabel] = []
        for number, plot in enumerate(plots):
            self._pages.addWidget(plot)
            if len(plots) == 1:
                self._headings.append(label(plot.heading, "heading"))
            else:
                choice = button(plot.heading, f"show-{plot.name}", small=False)
                choice.setAccessibleName(plot.heading)
                choice.setCheckable(True)
                choice.setChecked(not number)
                choice.setProperty("segment", True)
                self._choice.addButton(choice, number)
                self._headings.append(choice)
            head.addWidget(self._headings[-1])
        head.addStretch()
        for plot in plots:
            head.addWidget(plot.legend.epoch)
        if extra is not None:
            head.addWidget(extra)
        layout.addWidget(self._top)
        layout.addWidget(self._pages, 1)
        # Two cards side by side are equally wide, whatever their texts.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._choice.idClicked.connect(self.show_plot)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def plot(self) -> Plot:
        """The one that is shown."""
        return self._plots[self._pages.currentIndex()]

    @Slot(int)
    def show_plot(self, number: int) -> None:
        """Show one of the plots."""
        self._pages.setCurrentIndex(number)
        self._choice.button(number).setChecked(True)
        self._fit()
        self.switched.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Long or short headings; and a head of fixed height, so that the plots of cards side by side are level."""
        self.setMinimumWidth(self._theme.px(_LEAST_WIDTH))
        self._top.setFixedHeight(self.fontMetrics().height() + self._theme.px(_ABOVE_AND_BELOW))
        # When checked a heading is bold: with this width nothing beside it moves.
        bold = self.font()
        bold.setBold(True)
        advance = QFontMetrics(bold).horizontalAdvance
        long, short = ([getattr(plot, name) for plot in self._plots] for name in ("heading", "short_heading"))
        room = self.contentsRect().width()
        if self._extra is not None:
            room -= self._extra.sizeHint().width() + _BETWEEN

        def left(texts: list[str]) -> int:
            return room - sum(advance(text) + _BESIDE + _BETWEEN for text in texts)

        epoch = advance(_LONGEST_EPOCH)
        texts = long if left(long) >= epoch else short
        for plot in self._plots:
            plot.legend.epoch.setVisible(plot is self.plot and left(texts) >= epoch)
        for heading, text in zip(self._headings, texts, strict=True):
            heading.setText(text)
            heading.setMinimumWidth(advance(text) + _BESIDE)
