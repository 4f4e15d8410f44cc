"""Where the parts of the drawing tab are: in a wide window the network is beside everything else."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from engine.i18n import tr
from gui.actions import Actions
from gui.draw.canvas import Canvas
from gui.draw.pages.page_tabs import Pages
from gui.draw.prediction_cards import PredictionCard, ProbabilityCard
from gui.settings import Settings
from gui.theme import Theme
from gui.widgets.cards import ActionButton, card, column, label, row
from gui.window.divider import Divided

# All in pixels of the usual font: see ``Theme.px``.
_MARGIN, _SPACING = 14, 10
# The room from which on the network has a part of its own.
_WIDE, _WIDE_HEIGHT = 1380, 540
# The heights from which on the prediction is large, and from which on it is not compact.
_LARGE, _USUAL = 540, 430
_CARD_WIDTHS, _NARROW = (150, 176), 1000
_BESIDE_CANVAS, _LEAST_BARS = 300, 150
# Also compact, and in a presentation.
_LEAST_PAGES = 200, 182, 150
# In a wide window, of the height and of the width.
_CANVAS_SHARE, _LEFT_SHARE = 0.45, 0.42
# Of the height that the answer gets in a narrow window.
_ANSWER_SHARE = 4 / 9


class _CanvasPart(QWidget):
    """The canvas as a square, as large as there is room for, and the tools below it.

    Not a layout: the height of the canvas follows from its width, and may not become the least height of the window.
    """

    def __init__(self, canvas: Canvas, actions: Actions, brush: QSlider, theme: Theme) -> None:
        super().__init__()
        self._canvas, self._theme, self._brush = canvas, theme, brush
        self._worded = [ActionButton(each) for each in (actions.clear, actions.open_image)]
        self._brush_label = label(tr("Brush"), "muted")
        icons = [ActionButton(each, icon_only=True) for each in (actions.undo, actions.redo)]
        self._tools = QWidget(self)
        self._tools.setLayout(row(*icons, *self._worded, None, self._brush_label, brush, spacing=6))
        canvas.setParent(self)
        # In the order of the Tab key.
        self.focusable = (canvas, *icons, *self._worded, brush)

    @property
    def below(self) -> int:
        """The height of the tools, with the room above them."""
        return self._tools.sizeHint().height() + self._theme.px(_SPACING)

    def minimumSizeHint(self) -> QSize:
        least = self._canvas.minimumWidth()
        return QSize(max(least, self._tools_width(worded=False)), least + self.below)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _tools_width(self, worded: bool) -> int:
        self._brush.setFixedWidth(self._theme.px(100 if worded else 60))
        self._brush_label.setVisible(worded)
        for each in self._worded:
            each.set_icon_only(not worded)
        layout = self._tools.layout()
        assert layout is not None
        layout.invalidate()
        return layout.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()

    def place(self) -> None:
        """Lay it out again: in a narrow part the tools have no words."""
        if self._tools_width(worded=True) > self.width():
            self._tools_width(worded=False)
        side = max(min(self.width(), self.height() - self.below), self._canvas.minimumWidth())
        self._canvas.setGeometry(0, 0, side, side)
        self._tools.setGeometry(0, side + self._theme.px(_SPACING), self.width(), self._tools.sizeHint().height())


class Arrangement(QWidget):
    """Narrow: the canvas on the left; on the right the answer above the pages. Wide: the canvas and the answer above
    the pages, and the network beside them over the full height. The dividers between the parts can be dragged.

    The parts stay the same objects, with all that is in them.
    """

    def __init__(
        self,
        canvas: Canvas,
        brush: QSlider,
        answer: tuple[PredictionCard, ProbabilityCard],
        pages: Pages,
        actions: Actions,
        settings: Settings,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._pages, self._theme = pages, theme
        self._card, self._bars = answer
        self._left = _CanvasPart(canvas, actions, brush, theme)
        self._card_box = QWidget()
        self._card_box.setLayout(column(self._card))
        self._answer = QWidget()
        self._answer_layout = row(self._card_box, (self._bars, 1), spacing=12)
        self._answer.setLayout(self._answer_layout)
        self._pages_card, layout = card()
        layout.setContentsMargins(6, 4, 6, 12)
        layout.addWidget(pages)
        self._network_card, self._network_layout = card()
        self._network_card.setObjectName("network-card")
        self._network_heading: QLabel = label(pages.network_title, "heading")
        self._network_layout.addWidget(self._network_heading)
        self._pages_part = QWidget()
        self._pages_part.setLayout(column(self._pages_card))
        self._parts = (self._left, self._answer, self._pages_part)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        # For each arrangement two splitters, and in them three empty places. Nothing is ever taken out of a splitter:
        # with a style sheet, Qt crashes after the handle of a part was deleted.
        self._splitters: list[tuple[Divided, Divided]] = []
        self._places: list[list[QVBoxLayout]] = []
        main = QWidget()
        self._main = column()
        main.setLayout(self._main)
        for name in ("narrow", "wide"):
            pair = (
                Divided(across, f"draw-{name}-across", settings, theme),
                Divided(down, f"draw-{name}-down", settings, theme),
            )
            places = [QWidget(), QWidget(), QWidget()]
            self._places.append([column() for _ in places])
            for place, place_layout in zip(places, self._places[-1], strict=True):
                place.setLayout(place_layout)
                place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            outer, inner = pair if name == "narrow" else pair[::-1]
            first, second, third = places
            for each in (first, second) if name == "wide" else (second, third):
                inner.addWidget(each)
            for each in (inner, third) if name == "wide" else (first, inner):
                outer.addWidget(each)
            self._splitters.append(pair)
            self._main.addWidget(outer)
            outer.hide()
        self._columns = Divided(across, "draw-columns", settings, theme)
        self._columns.addWidget(main)
        self._columns.addWidget(self._network_card)
        whole = QVBoxLayout(self)
        whole.addWidget(self._columns)
        self._wide = True
        self._set_wide(False)
        self._splitters[True][1].splitterMoved.connect(self._limit_canvas)
        theme.changed.connect(self._zoom)
        self._zoom()
        for each in (self._pages_card, self._network_card):
            each.installEventFilter(self)

    @property
    def wide(self) -> bool:
        """Whether the network has a part of its own."""
        return self._wide

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card that filled the window may be back: see ``_fit``."""
        if event.type() == QEvent.Type.ParentChange:
            QTimer.singleShot(0, self, self._fit)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @Slot()
    def _zoom(self) -> None:
        px = self._theme.px
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(px(_MARGIN), px(_MARGIN), px(_MARGIN), px(_SPACING))
        self._answer_layout.setSpacing(px(12))
        self._fit()
        self._left.place()

    def _fit(self) -> None:
        """Choose the arrangement, and place the dividers."""
        px = self._theme.px
        # The room that there is; it has a least size of its own, in which it is scrolled.
        parent = self.parentWidget()
        room = self.size() if parent is None else parent.size()
        wide = room.width() >= px(_WIDE) and room.height() >= px(_WIDE_HEIGHT)
        if not (self._pages_part.isAncestorOf(self._pages_card) and self._columns.isAncestorOf(self._network_card)):
            # The network would leave the card that fills the window.
            wide = self._wide
        if wide != self._wide:
            self._set_wide(wide)
        width, height = room.width() - 2 * px(_MARGIN), room.height() - px(_MARGIN) - px(_SPACING)
        below, least = self._left.below, self._left.minimumSizeHint().width()
        compact = room.height() < px(_USUAL)
        high = not wide and room.height() >= px(_LARGE)
        least_card = self._card.set_size("large" if high else "compact" if compact else "usual", self._theme)
        low = 2 if self._theme.presenting else int(compact)
        self._pages_card.setMinimumHeight(px(_LEAST_PAGES[low]))
        if wide:
            side = round(_CANVAS_SHARE * height) - below
            left = max(round(_LEFT_SHARE * width), side + px(_BESIDE_CANVAS))
            self._free_card()
            self._bars.setMinimumHeight(px(_LEAST_BARS))
            self._columns.place("draw/wide-columns", left)
            across, down = self._splitters[True]
            down.place("draw/wide-down", max(side + below, least_card + px(_LEAST_BARS) + px(12)))
            across.place("draw/wide-across", max(side, least))
        else:
            side = min(height - below, round(0.49 * width))
            self._card_box.setFixedWidth(px(_CARD_WIDTHS[room.width() >= px(_NARROW)]))
            # The bars are as high as the prediction beside them.
            self._bars.setMinimumHeight(least_card)
            across, down = self._splitters[False]
            across.place("draw/narrow-across", max(side, least))
            down.place("draw/narrow-down", max(least_card, round(_ANSWER_SHARE * height)))
        self._limit_canvas()

    def _free_card(self) -> None:
        self._card_box.setMinimumWidth(0)
        self._card_box.setMaximumWidth(self.maximumWidth())

    @Slot()
    def _limit_canvas(self) -> None:
        """The divider beside the canvas goes no further than the canvas can grow."""
        height = (
            self._splitters[True][1].sizes()[0] if self._wide else self.height() - self._theme.px(_MARGIN + _SPACING)
        )
        least = self._left.minimumSizeHint().width()
        place = self._left.parentWidget()
        assert place is not None
        place.setMaximumWidth(max(height - self._left.below, least))

    def _set_wide(self, wide: bool) -> None:
        # Also of a window that is not active, or not shown yet.
        focus = self.window().focusWidget()
        self._wide = wide
        for place, part in zip(self._places[wide], self._parts, strict=True):
            place.addWidget(part)
            part.show()
        for i, (across, down) in enumerate(self._splitters):
            (down if i else across).setVisible(i == wide)
        if wide:
            self._network_layout.addWidget(self._pages.take_network(), 1)
        else:
            self._pages.put_network_back()
        self._network_card.setVisible(wide)
        vertical, horizontal = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._answer_layout.setDirection(vertical if wide else horizontal)
        # Moved widgets are the last ones for the Tab key.
        across, down = self._splitters[wide]
        order = [*self._left.focusable, across.handle(1), self._bars.chart, down.handle(1)]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus()
